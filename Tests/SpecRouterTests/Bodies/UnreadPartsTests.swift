import JSONCore
import SpecRouterTesting
import Testing

@Suite("What is said of a body of which parts cannot be read")
struct UnreadPartsTests {
    static let content = """
        { application/x-www-form-urlencoded: { schema: \(schema) }, \
        multipart/form-data: { schema: \(schema), encoding: { doc: { contentType: application/pdf } } } }
        """

    private static let schema = """
        { type: object, required: [name, n], additionalProperties: false, maxProperties: 4, \
        properties: { name: { type: string, maxLength: 2 }, n: { type: integer }, m: { type: integer }, \
        list: { type: array, items: { type: integer } }, at: { type: object, required: [x] }, \
        doc: { type: string, contentMediaType: application/pdf } } }
        """

    static let forms: [(body: String, expected: [String])] = [
        ("n=1&n=2", ["/n duplicate", " required"]),
        ("n=1&n=2&name=abc&z=1", ["/n duplicate", "/name maxLength", "/z additionalProperties"]),
        ("n=x&m=%zz&name=a", ["/m syntax", "/n type"]),
        ("at=x&name=abc&n=1", ["/at syntax", "/name maxLength"]),
        ("list=%zz&list=a&name=a&n=1", ["/list/0 syntax", "/list/1 type"]),
        ("m=%zz&at={}&list=1&name=a&n=1", ["/m syntax", " maxProperties", "/at required"]),
        ("m=1&m=2&name=a&n=1", ["/m duplicate"]),
    ]

    @Test("in a form", arguments: forms)
    func form(body: String, expected: [String]) async throws {
        #expect(try await violations(body, "application/x-www-form-urlencoded") == expected.sorted())
    }

    static let multiparts: [(parts: [MultipartPipelineTests.Field], expected: [String])] = [
        (
            [field("name", "abc"), field("doc", "x", type: "text/plain"), field("n", "x")],
            ["/doc contentType", "/name maxLength", "/n type"]
        ),
        ([field("n", "1"), field("n", "2")], ["/n duplicate", " required"]),
        ([field("at", "{", type: "application/json"), field("name", "a")], ["/at syntax", " required"]),
    ]

    private static func field(_ name: String, _ content: String, type: String? = nil) -> MultipartPipelineTests.Field {
        MultipartAPI.field(name, content, type: type)
    }

    @Test("in a multipart body", arguments: multiparts.indices)
    func multipart(index: Int) async throws {
        let (parts, expected) = Self.multiparts[index]
        let type = "multipart/form-data; boundary=\(MultipartAPI.boundary)"
        #expect(try await violations(MultipartAPI.body(parts), type) == expected.sorted())
    }

    @Test("Where a choice depends on what cannot be read, it is not judged")
    func choice() async throws {
        let content = """
            { application/x-www-form-urlencoded: { schema: { type: object, oneOf: [ { required: [a] }, { required: [b] } ], \
            properties: { a: { type: integer }, b: { type: integer } } } } }
            """
        let type = "application/x-www-form-urlencoded"
        #expect(try await violations("c=%zz", type, content) == ["/c syntax"])
        #expect(try await violations("c=1", type, content).contains(" oneOf"))
    }

    private func violations(_ body: String, _ type: String, _ content: String = content) async throws -> [String] {
        let response = try await BodyAPI(content).send(Array(body.utf8), type)
        #expect(response.status == 400)
        let violations = try #require(response.json?["violations"])
        return violations.elements.map {
            "\($0["pointer"]?.string ?? "-") \($0["keyword"]?.string ?? "-")"
        }.sorted()
    }
}
