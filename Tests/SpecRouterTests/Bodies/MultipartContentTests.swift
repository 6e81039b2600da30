import SpecRouter
import SpecRouterTesting
import Testing

@Suite("What is in the parts of a body")
struct MultipartContentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// The Media Type Object.
        let content: String
        var type = "multipart/form-data"
        /// With the boundary `b`; lines end with LF here.
        let body: String
        /// What the node says, or `pointer keyword` of each violation.
        let expected: String

        var testDescription: String { name }
    }

    private static func field(_ name: String, _ header: String, _ content: String) -> String {
        "--b\nContent-Disposition: form-data; name=\"\(name)\"\n\(header)\n\(content)\n"
    }

    private static let properties = """
        { schema: { type: object, properties: { png: { type: string, contentMediaType: image/png }, \
        any: { type: string, contentMediaType: application/octet-stream }, \
        b64: { type: string, contentMediaType: image/png, contentEncoding: base64 }, \
        url: { type: string, contentEncoding: base64url }, \
        json: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } } }
        """

    static let contents: [Case] = [
        Case(
            name: "octets of a media type", content: properties,
            body: field("png", "Content-Type: image/png\n", "x") + "--b--",
            expected: "{\"png\":\"\"}\n/png - image/png x"),
        Case(
            name: "octets without a media type", content: properties, body: field("png", "", "x") + "--b--",
            expected: "{\"png\":\"\"}\n/png - - x"),
        Case(
            name: "octets of another media type", content: properties,
            body: field("png", "Content-Type: image/gif\n", "x") + "--b--", expected: "/png contentType"),
        Case(
            name: "octets of any media type", content: properties,
            body: field("any", "Content-Type: image/gif\n", "x") + "--b--",
            expected: "{\"any\":\"\"}\n/any - image/gif x"),
        Case(
            name: "text in an encoding", content: properties, body: field("b64", "", "eA==") + "--b--",
            expected: #"{"b64":"eA=="}"#),
        Case(
            name: "text in an encoding that the part names as well", content: properties,
            body: field("b64", "Content-Type: image/png\nContent-Transfer-Encoding: BASE64\n", "eA==") + "--b--",
            expected: #"{"b64":"eA=="}"#),
        Case(
            name: "text that is not in its encoding: an annotation", content: properties,
            body: field("b64", "", "#") + field("url", "", "+/=") + "--b--", expected: ##"{"b64":"#","url":"+/="}"##),
        Case(
            name: "octets in an encoding that the description does not name", content: properties,
            body: field("png", "Content-Transfer-Encoding: base64\n", "eA==") + "--b--",
            expected: "/png contentEncoding"),
        Case(
            name: "text in another encoding", content: properties,
            body: field("b64", "Content-Transfer-Encoding: quoted-printable\n", "=41") + "--b--",
            expected: "/b64 contentEncoding"),
        Case(
            name: "octets as they are", content: properties,
            body: field("png", "Content-Transfer-Encoding: binary\n", "x") + "--b--",
            expected: "{\"png\":\"\"}\n/png - - x"),
        Case(
            name: "JSON in a text: an annotation", content: properties,
            body: field("json", "Content-Type: application/json\n", "[1") + "--b--", expected: #"{"json":"[1"}"#),
    ]

    private static let nested = """
        { schema: { type: object, properties: { n: { type: integer }, m: { type: object, required: [a], \
        properties: { a: { type: integer }, f: { type: string, format: binary }, \
        deep: { type: array, items: { type: integer } } } } } }, \
        encoding: { m: { contentType: multipart/mixed, encoding: { a: { contentType: text/plain }, \
        deep: { contentType: multipart/mixed, itemEncoding: { contentType: application/json } } } } } }
        """

    private static func inner(_ parts: String, end: String = "--c--") -> String {
        field("n", "", "1") + field("m", "Content-Type: multipart/mixed; boundary=c\n", parts + end) + "--b--"
    }

    private static func part(_ name: String, _ content: String, type: String? = nil) -> String {
        "--c\nContent-Disposition: attachment; name=\"\(name)\"\n" + (type.map { "Content-Type: \($0)\n" } ?? "")
            + "\n\(content)\n"
    }

    private static let list = """
        { schema: { type: array, prefixItems: [ { type: object }, { type: array, items: { type: integer } } ] }, \
        prefixEncoding: [ { contentType: application/json }, { contentType: multipart/mixed, \
        prefixEncoding: [ { contentType: text/plain } ], itemEncoding: { contentType: application/json } } ] }
        """

    static let parts: [Case] = [
        Case(
            name: "a body in a part", content: nested, body: inner(part("a", "5")),
            expected: #"{"n":1,"m":{"a":5}}"#),
        Case(
            name: "a file in a part's part", content: nested,
            body: inner(part("a", "5") + part("f", "octets", type: "image/png")),
            expected: "{\"n\":1,\"m\":{\"a\":5,\"f\":\"\"}}\n/m/f - image/png octets"),
        Case(
            name: "two levels", content: nested,
            body: inner(
                part("a", "5")
                    + part("deep", "--d\n\n1\n--d\n\n2\n--d--", type: "multipart/mixed; boundary=d")),
            expected: #"{"n":1,"m":{"a":5,"deep":[1,2]}}"#),
        Case(
            name: "what is missing in a part's part", content: nested, body: inner(part("x", "5")),
            expected: "/m required"),
        Case(
            name: "what is wrong in a part's part", content: nested, body: inner(part("a", "x")),
            expected: "/m/a type"),
        Case(
            name: "what is wrong on the second level", content: nested,
            body: inner(
                part("a", "5") + part("deep", "--d\n\n1\n--d\n\n{\n--d--", type: "multipart/mixed; boundary=d")),
            expected: "/m/deep/1 syntax"),
        Case(
            name: "a media type that the inner encoding does not declare", content: nested,
            body: inner(part("a", "5", type: "image/png")), expected: "/m/a contentType"),
        Case(
            name: "an inner body that does not end", content: nested, body: inner(part("a", "5"), end: ""),
            expected: "/m syntax"),
        Case(
            name: "an inner body of another media type", content: nested,
            body: field("m", "Content-Type: text/plain\n", "x") + "--b--", expected: "/m contentType, /m syntax"),
        Case(
            name: "an inner body without a boundary", content: nested,
            body: field("m", "Content-Type: multipart/mixed\n", "x") + "--b--", expected: "/m syntax"),
        Case(
            name: "by position", content: list, type: "multipart/mixed",
            body: "--b\nContent-Type: application/json\n\n{}\n--b\nContent-Type: multipart/mixed; boundary=c\n\n"
                + "--c\n\n1\n--c\n\n2\n--c--\n--b--", expected: "[{},[1,2]]"),
        Case(
            name: "by position, and wrong", content: list, type: "multipart/mixed",
            body: "--b\nContent-Type: application/json\n\n{}\n--b\nContent-Type: multipart/mixed; boundary=c\n\n"
                + "--c\n\n1\n--c\n\n\"x\"\n--c--\n--b--", expected: "/1/1 type"),
    ]

    @Test("is read as the description says", arguments: contents + parts, MultipartAPI.Delivery.allCases)
    func reads(_ example: Case, _ delivery: MultipartAPI.Delivery) async throws {
        let api = try MultipartAPI(example.content, type: example.type, version: "3.2.0")
        let body = example.body.replacing("\n", with: "\r\n")
        let answer = await api.send(body, type: example.type, delivery)
        #expect(answer.findings == example.expected, "\(answer.body)")
    }

    @Test("is an annotation in bodies of JSON")
    func annotates() async throws {
        let api = try BodyAPI(
            """
            { application/json: { schema: { type: object, properties: { b: { type: string, contentEncoding: base64 }, \
            j: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } } } }
            """)
        let answer = await api.send(Array(##"{"b":"#","j":"["}"##.utf8), "application/json")
        #expect(answer.status == 200, "\(answer.body)")
    }

    @Test("has the limits of the whole", arguments: [(40, 413), (200, 200)])
    func limits(bytes: Int, status: Int) async throws {
        var limits = Limits()
        limits.bodyBytes = bytes
        let api = try MultipartAPI(Self.nested, version: "3.2.0", limits: limits)
        let body = Self.inner(Self.part("a", "5")).replacing("\n", with: "\r\n")
        #expect(await api.send(body).status == status)
    }
}
