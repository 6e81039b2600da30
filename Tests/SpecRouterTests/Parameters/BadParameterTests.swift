import JSONCore
import SpecRouter
import SpecRouterTesting
import Testing

/// What attackers and broken clients send: a clear refusal, and nothing reaches the node.
@Suite("Bad parameters")
struct BadParameterTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let target: String
        var fields: [HeaderField] = []
        var status = 400
        /// `in name pointer keyword`, one for each violation.
        var violations: [String] = []
        var testDescription: String { name }
    }

    private static let description = """
        openapi: 3.2.0
        info: { title: Bad, version: "1" }
        paths:
          /x:
            get:
              parameters:
                - { name: s, in: query, schema: { type: string } }
                - { name: n, in: query, schema: { type: integer } }
                - { name: a, in: query, schema: { type: array, items: { type: string } } }
                - { name: c, in: query, explode: false, schema: { type: array, items: { type: string } } }
                - { name: d, in: query, style: deepObject, schema: { type: object, properties: { list: { type: array } } } }
                - { name: j, in: query, content: { application/json: {} } }
                - { name: X-H, in: header, schema: { type: array, items: { type: integer } } }
                - { name: k, in: cookie, schema: { type: string } }
          /free: { get: { parameters: [ { name: o, in: query, schema: { type: object, additionalProperties: { type: string } } } ] } }
          /whole:
            get:
              parameters:
                - name: q
                  in: querystring
                  required: true
                  content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: integer } } } } }
          /p/{id}: { get: { parameters: [ { name: id, in: path, required: true, schema: { type: string, maxLength: 20 } } ] } }
        """

    private static let deep = "d" + String(repeating: "[b]", count: 1_000) + "=1"
    private static func many(_ count: Int, _ pair: (Int) -> String) -> String {
        (0..<count).map(pair).joined(separator: "&")
    }

    static let cases: [Case] = [
        Case(name: "an escape without digits", target: "/x?s=a%", violations: ["query s  syntax"]),
        Case(name: "an escape with one digit", target: "/x?s=%4", violations: ["query s  syntax"]),
        Case(name: "an escape that is none", target: "/x?s=%zz", violations: ["query s  syntax"]),
        Case(name: "an escape cut by a delimiter", target: "/x?c=a,%4,b", violations: ["query c /1 syntax"]),
        Case(name: "an escape without digits in a path", target: "/p/a%", violations: ["path id  syntax"]),
        Case(
            name: "an escape without digits in a cookie", target: "/x", fields: [("Cookie", "k=%e")],
            violations: ["cookie k  syntax"]),
        Case(name: "an octet that UTF-8 never has", target: "/x?s=%FF", violations: ["query s  syntax"]),
        Case(name: "an overlong form", target: "/x?s=%C0%80", violations: ["query s  syntax"]),
        Case(name: "a surrogate", target: "/x?a=ok&a=%ED%A0%80", violations: ["query a /1 syntax"]),
        Case(name: "half a character", target: "/p/%E2%82", violations: ["path id  syntax"]),
        Case(name: "invalid UTF-8 in the name of a property", target: "/free?%FF=1", violations: ["query o  syntax"]),
        Case(name: "invalid UTF-8 in a name that nobody declared", target: "/x?%FF=1", status: 200),
        Case(name: "U+0000", target: "/x?s=a%00b", violations: ["query s  syntax"]),
        Case(name: "U+0000 in a path", target: "/p/%00", violations: ["path id  syntax"]),
        Case(name: "U+0000 in JSON that stands in a query", target: "/x?j=%22%00%22", violations: ["query j  syntax"]),
        Case(name: "JSON that ends early", target: "/x?j=%7B", violations: ["query j  syntax"]),
        Case(
            name: "JSON 1,000 deep", target: "/x?j=" + String(repeating: "[", count: 1_000),
            violations: ["query j  syntax"]),
        Case(name: "1,000 brackets", target: "/x?\(deep)", violations: ["query d  limit"]),
        Case(
            name: "1,000 open brackets", target: "/x?d" + String(repeating: "[", count: 1_000) + "=1",
            violations: ["query d  syntax"]),
        Case(name: "a position far out", target: "/x?d[list][4000000000]=1", violations: ["query d /list limit"]),
        Case(
            name: "a position that no integer has", target: "/x?d[list][99999999999999999999999]=1",
            violations: ["query d /list limit"]),
        Case(name: "a value and a member", target: "/x?d=1&d[a]=1", violations: ["query d  syntax"]),
        Case(name: "10,000 parameters that nobody declared", target: "/x?" + many(10_000) { "u\($0)=1" }, status: 200),
        Case(
            name: "one parameter 10,000 times", target: "/x?" + many(10_000) { _ in "n=1" },
            violations: ["query n  duplicate"]),
        Case(name: "an array of 10,000", target: "/x?" + many(10_000) { "a=\($0)" }, status: 200),
        Case(name: "an object of 10,000", target: "/free?" + many(10_000) { "k\($0)=v" }, status: 200),
        Case(
            name: "an object with one name 10,000 times", target: "/free?" + many(10_000) { _ in "k=v" },
            violations: ["query o /k duplicate"]),
        Case(name: "a deepObject of 10,000", target: "/x?" + many(10_000) { "d[m\($0)]=1" }, status: 200),
        Case(
            name: "a deepObject of 10,001", target: "/x?" + many(10_001) { "d[m\($0)]=1" },
            violations: ["query d  limit"]),
        Case(name: "a form of 10,000 as the whole query", target: "/whole?" + many(10_000) { "k\($0)=1" }, status: 200),
        Case(name: "no query where it is required", target: "/whole", violations: ["query q  required"]),
        Case(name: "no query but its mark", target: "/whole?", violations: ["query q  required"]),
        Case(
            name: "a header of 10,000 elements, one of them wrong", target: "/x",
            fields: [("X-H", many(9_999) { "\($0)" }.replacing("&", with: ",") + ",x")],
            violations: ["header X-H /9999 type"]),
        Case(
            name: "5,000 cookies", target: "/x",
            fields: [("Cookie", many(5_000) { "c\($0)=1" }.replacing("&", with: "; ") + "; k=v")], status: 200),
        Case(
            name: "5,000 times the same cookie", target: "/x",
            fields: [("Cookie", many(5_000) { _ in "k=1" }.replacing("&", with: "; "))],
            violations: ["cookie k  duplicate"]),
    ]

    private static let client: InProcessClient? = {
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        return (try? PetstoreAPI.compile(description, nodes: nodes)).map(InProcessClient.init)
    }()

    @Test("are refused as the rules say", arguments: cases)
    func refusals(_ example: Case) async throws {
        let client = try #require(Self.client)
        let response = await client.send("GET", example.target, example.fields)
        let body = response.body.prefix(500)
        #expect(response.status == example.status, "\(body)")
        let violations = response.json?["violations"]?.elements.map { violation in
            ["in", "name", "pointer", "keyword"].map { violation[$0]?.string ?? "" }.joined(separator: " ")
        }
        #expect(violations ?? [] == example.violations, "\(body)")
    }
}
