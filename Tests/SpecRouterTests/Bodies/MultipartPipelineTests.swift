import JSONCore
import SpecRouter
import SpecRouterTesting
import Synchronization
import Testing

@Suite("Multipart bodies, checked and handed on")
struct MultipartPipelineTests {
    typealias Field = (header: [String], content: String)

    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var content: String
        var type = "multipart/form-data"
        var version = "3.1.0"
        var parts: [Field]
        /// What the node says, or `pointer keyword` of each violation.
        var expected: String

        var testDescription: String { name }
    }

    private static let profile = """
        { schema: { type: object, required: [name], properties: { name: { type: string, minLength: 2 }, \
        age: { type: integer, minimum: 1 }, tags: { type: array, items: { type: string } }, \
        address: { type: object, required: [city], properties: { city: { type: string } } }, \
        avatar: { type: string, format: binary, maxLength: 5, minLength: 2 }, raw: {}, \
        photos: { type: array, maxItems: 2, items: { type: string, contentMediaType: image/png } } } } }
        """

    private static func field(
        _ name: String, _ content: String, type: String? = nil, filename: String? = nil
    ) -> Field { MultipartAPI.field(name, content, type: type, filename: filename) }

    static let good = [
        Example(
            name: "scalars", content: profile, parts: [field("name", "Ann"), field("age", "7")],
            expected: #"{"name":"Ann","age":7}"#),
        Example(
            name: "an array of one", content: profile, parts: [field("name", "Ann"), field("tags", "7")],
            expected: #"{"name":"Ann","tags":["7"]}"#),
        Example(
            name: "an array of two", content: profile,
            parts: [field("tags", "a"), field("name", "Ann"), field("tags", "b")],
            expected: #"{"tags":["a","b"],"name":"Ann"}"#),
        Example(
            name: "an object is JSON", content: profile,
            parts: [field("name", "Ann"), field("address", #"{"city":"Ulm"}"#, type: "application/json")],
            expected: #"{"name":"Ann","address":{"city":"Ulm"}}"#),
        Example(
            name: "an object is JSON without saying so", content: profile,
            parts: [field("name", "Ann"), field("address", #"{"city":"Ulm"}"#)],
            expected: #"{"name":"Ann","address":{"city":"Ulm"}}"#),
        Example(
            name: "a file", content: profile,
            parts: [field("name", "Ann"), field("avatar", "12345", type: "image/png", filename: "a.png")],
            expected: "{\"name\":\"Ann\",\"avatar\":\"  \"}\n/avatar a.png image/png 12345"),
        Example(
            name: "files", content: profile,
            parts: [field("name", "Ann"), field("photos", "1"), field("photos", "22")],
            expected: "{\"name\":\"Ann\",\"photos\":[\"\",\"\"]}\n/photos/0 - - 1\n/photos/1 - - 22"),
        Example(
            name: "no type is a file from 3.1 on", content: profile, parts: [field("name", "Ann"), field("raw", "x")],
            expected: "{\"name\":\"Ann\",\"raw\":\"\"}\n/raw - - x"),
        Example(
            name: "no type is what it seems before", content: profile, version: "3.0.3",
            parts: [field("name", "Ann"), field("raw", "x")], expected: #"{"name":"Ann","raw":"x"}"#),
        Example(
            name: "no type and a filename", content: profile, version: "3.0.3",
            parts: [field("name", "Ann"), field("raw", "x", filename: "r")],
            expected: "{\"name\":\"Ann\",\"raw\":\"\"}\n/raw r - x"),
        Example(
            name: "names that the schema does not have", content: profile,
            parts: [
                field("name", "Ann"), field("more", "1"), field("f", "2", filename: "f.txt"), field("two", "a"),
                field("two", "b"),
            ], expected: "{\"name\":\"Ann\",\"more\":\"1\",\"f\":\"\",\"two\":[\"a\",\"b\"]}\n/f f.txt - 2"),
        Example(
            name: "no schema", content: "{}", parts: [field("a", "1"), field("f", "2", type: "image/png")],
            expected: "{\"a\":\"1\",\"f\":\"\"}\n/f - image/png 2"),
        Example(name: "no parts", content: "{}", parts: [], expected: "{}"),
        Example(
            name: "an array as one JSON document",
            content:
                "{ schema: { type: object, properties: { a: { type: array, items: { type: object } } } }, encoding: { a: { contentType: application/json } } }",
            parts: [field("a", "[{}, {}]", type: "application/json")], expected: #"{"a":[{},{}]}"#),
        Example(
            name: "objects one by one",
            content: "{ schema: { type: object, properties: { a: { type: array, items: { type: object } } } } }",
            parts: [field("a", "{}"), field("a", "{}")], expected: #"{"a":[{},{}]}"#),
        Example(
            name: "a declared media type",
            content:
                "{ schema: { type: object, properties: { a: { type: string, format: binary } } }, encoding: { a: { contentType: 'image/png, image/*;q=1' } } }",
            parts: [field("a", "1", type: "IMAGE/PNG")], expected: "{\"a\":\"\"}\n/a - IMAGE/PNG 1"),
        Example(
            name: "a string as JSON",
            content:
                "{ schema: { type: object, properties: { a: { type: string } } }, encoding: { a: { contentType: application/json } } }",
            parts: [field("a", #""x""#)], expected: #"{"a":"x"}"#),
        Example(
            name: "a list in one text",
            content:
                "{ schema: { type: object, properties: { a: { type: array, items: { type: integer } } } }, encoding: { a: { style: form, explode: false } } }",
            parts: [field("a", "1,2,3")], expected: #"{"a":[1,2,3]}"#),
        Example(
            name: "a deepObject",
            content:
                "{ schema: { type: object, properties: { a: { type: object, properties: { b: { type: integer } } } } }, encoding: { a: { style: deepObject, explode: true } } }",
            parts: [field("a[b]", "1"), field("a[c]", "x")], expected: #"{"a":{"b":1,"c":"x"}}"#),
        Example(
            name: "octets or an object: octets",
            content:
                "{ schema: { type: object, properties: { a: { oneOf: [ { type: object }, { type: string, format: binary } ] } } } }",
            parts: [field("a", "1", filename: "x")], expected: "{\"a\":\"\"}\n/a x - 1"),
        Example(
            name: "octets or an object: an object",
            content:
                "{ schema: { type: object, properties: { a: { oneOf: [ { type: object }, { type: string, format: binary } ] } } } }",
            parts: [field("a", "{}", type: "application/json")], expected: #"{"a":{}}"#),
        Example(
            name: "mixed goes by position",
            content: "{ schema: { type: array, prefixItems: [ { type: object } ], items: { type: integer } } }",
            type: "multipart/mixed", parts: [(["Content-Type: application/json"], #"{"a":1}"#), ([], "2"), ([], "3")],
            expected: #"[{"a":1},2,3]"#),
        Example(
            name: "related with encodings by position",
            content:
                "{ schema: { type: array, prefixItems: [ { type: object } ], items: {} }, prefixEncoding: [ { contentType: application/json } ], itemEncoding: { contentType: image/* } }",
            type: "multipart/related", version: "3.2.0",
            parts: [
                (["Content-Type: application/json"], "{}"), (["Content-Type: image/png", "Content-ID: <x>"], "png"),
            ], expected: "[{},\"\"]\n/1 - image/png png"),
        Example(
            name: "items of one schema", content: "{ itemSchema: { type: integer } }", type: "multipart/mixed",
            version: "3.2.0", parts: [([], "1"), ([], "2")], expected: "[1,2]"),
        Example(
            name: "mixed with names", content: "{ schema: { type: object, properties: { a: { type: integer } } } }",
            type: "multipart/mixed", parts: [(["Content-Disposition: attachment; name=a"], "1")], expected: #"{"a":1}"#),
    ]

    @Test(arguments: good, MultipartAPI.Delivery.allCases)
    func `the node gets this`(example: Example, delivery: MultipartAPI.Delivery) async throws {
        let api = try MultipartAPI(example.content, type: example.type, version: example.version)
        let response = await api.send(MultipartAPI.body(example.parts), type: example.type, delivery)
        #expect(response.status == 200)
        #expect(response.body == example.expected)
    }

    private static let strict = """
        { schema: { type: object, properties: { n: { type: string }, f: { type: string, format: binary } }, \
        additionalProperties: false }, encoding: { f: { contentType: 'image/png, image/jpeg', headers: \
        { X-Size: { required: true, schema: { type: integer, maximum: 9 } } } } } }
        """

    static let bad = [
        Example(
            name: "a schema's finding", content: profile, parts: [field("name", "A"), field("age", "0")],
            expected: "/name minLength, /age minimum"),
        Example(name: "a required part", content: profile, parts: [field("age", "1")], expected: " required"),
        Example(
            name: "not the type", content: profile, parts: [field("name", "Ann"), field("age", "x")],
            expected: "/age type"),
        Example(
            name: "a file that is too long", content: profile,
            parts: [field("name", "Ann"), field("avatar", "123456")], expected: "/avatar maxLength"),
        Example(
            name: "a file that is too short", content: profile, parts: [field("name", "Ann"), field("avatar", "1")],
            expected: "/avatar minLength"),
        Example(
            name: "an empty file", content: profile, parts: [field("name", "Ann"), field("avatar", "", filename: "")],
            expected: "/avatar minLength"),
        Example(
            name: "too many files", content: profile,
            parts: [field("name", "Ann"), field("photos", "1"), field("photos", "2"), field("photos", "3")],
            expected: "/photos maxItems"),
        Example(
            name: "twice what comes once", content: profile, parts: [field("name", "Ann"), field("name", "Bob")],
            expected: "/name duplicate"),
        Example(
            name: "a file twice", content: profile,
            parts: [field("name", "Ann"), field("avatar", "12"), field("avatar", "12")], expected: "/avatar duplicate"),
        Example(
            name: "no JSON", content: profile, parts: [field("name", "Ann"), field("address", "{")],
            expected: "/address syntax"),
        Example(
            name: "JSON that breaks its schema", content: profile,
            parts: [field("name", "Ann"), field("address", "{}")], expected: "/address required"),
        Example(name: "NUL in a text", content: profile, parts: [field("name", "A\u{0}B")], expected: "/name syntax"),
        Example(
            name: "a media type that is not declared", content: strict,
            parts: [(["Content-Disposition: form-data; name=f", "Content-Type: image/gif", "X-Size: 1"], "x")],
            expected: "/f contentType"),
        Example(
            name: "a file without the declared media type", content: strict,
            parts: [(["Content-Disposition: form-data; name=f", "X-Size: 1"], "x")], expected: "/f contentType"),
        Example(
            name: "a media type that is none", content: strict, parts: [field("n", "x", type: "text")],
            expected: "/n contentType"),
        Example(
            name: "a header that is missing", content: strict, parts: [field("f", "x", type: "image/png")],
            expected: "/f required"),
        Example(
            name: "a header that breaks its schema", content: strict,
            parts: [(["Content-Disposition: form-data; name=f", "Content-Type: image/png", "X-Size: 10"], "x")],
            expected: "/f maximum"),
        Example(
            name: "a name that is not allowed", content: strict, parts: [field("other", "x")],
            expected: "/other additionalProperties"),
        Example(
            name: "a part without a name", content: profile,
            parts: [field("name", "Ann"), (["Content-Disposition: form-data"], "x")], expected: " syntax"),
        Example(name: "a part without a disposition", content: profile, parts: [([], "x")], expected: " syntax"),
        Example(
            name: "a disposition of another kind", content: profile,
            parts: [(["Content-Disposition: attachment; name=a"], "x")], expected: " syntax"),
        Example(
            name: "two dispositions", content: profile,
            parts: [(["Content-Disposition: form-data; name=a", "content-disposition: form-data; name=b"], "x")],
            expected: " syntax"),
        Example(
            name: "an item that breaks its schema", content: "{ itemSchema: { type: integer } }",
            type: "multipart/mixed", version: "3.2.0", parts: [([], "1"), ([], "x")], expected: "/1 type"),
        Example(
            name: "a position that breaks its schema", content: "{ schema: { type: array, items: { type: integer } } }",
            type: "multipart/mixed", parts: [([], "1"), ([], "x")], expected: "/1 type"),
    ]

    private func violations(_ response: InProcessResponse) -> String {
        let violations = response.json?["violations"]?.elements.map { $0 } ?? []
        return violations.map { "\($0["pointer"]?.string ?? "?") \($0["keyword"]?.string ?? "?")" }.joined(
            separator: ", ")
    }

    @Test(arguments: bad, MultipartAPI.Delivery.allCases)
    func `the node does not get this, and the answer says why`(
        example: Example, delivery: MultipartAPI.Delivery
    ) async throws {
        let api = try MultipartAPI(example.content, type: example.type, version: example.version)
        let response = await api.send(MultipartAPI.body(example.parts), type: example.type, delivery)
        #expect(response.status == 400)
        #expect(violations(response) == example.expected)
    }

    @Test func `a fault in the form names the part and the octet`() async throws {
        let api = try MultipartAPI("{}")
        let response = await api.send(
            "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b\r\nno header\r\n\r\n")
        let message = response.json?["violations"]?[0]?["message"]?.string
        #expect(response.status == 400)
        #expect(message?.contains("at part 2 (octet 66)") == true, "\(message ?? "")")
        let unquoted = await api.send("x", type: "multipart/form-data; x=y")
        #expect(violations(unquoted) == " syntax")
    }

    @Test func `violations of parameters come with those of the body, and before a stream is read`() async throws {
        let api = try MultipartAPI(Self.profile)
        let body = MultipartAPI.body([Self.field("age", "0")])
        let whole = await api.send(body, query: "?limit=x")
        #expect(violations(whole) == " type, /age minimum,  required")
        let streamed = await api.send(body, query: "?limit=x", .octetByOctet)
        #expect(violations(streamed) == " type")
    }

    @Test(arguments: MultipartAPI.Delivery.allCases)
    func `an empty body is none`(delivery: MultipartAPI.Delivery) async throws {
        #expect(await violations(try MultipartAPI(Self.profile).send("", delivery)) == " required")
        #expect(try await MultipartAPI(Self.profile, isRequired: false).send("", delivery).body == "nothing")
    }

    static let sizes: [(change: @Sendable (inout Limits) -> Void, status: Int)] = [
        ({ $0.multipartBytes = 100 }, 413), ({ $0.partBytes = 9 }, 413), ({ $0.bodyBytes = 9 }, 413),
        ({ $0.parts = 1 }, 400), ({ $0.partHeaderBytes = 20 }, 400), ({ $0.bodyBytes = 10 }, 200),
    ]

    @Test(arguments: sizes.indices, MultipartAPI.Delivery.allCases)
    func `what is too large is refused`(index: Int, delivery: MultipartAPI.Delivery) async throws {
        var limits = Limits()
        Self.sizes[index].change(&limits)
        let api = try MultipartAPI("{}", limits: limits)
        let body = MultipartAPI.body([Self.field("a", "0123456789"), Self.field("f", "0123456789", filename: "f")])
        #expect(await api.send(body, delivery).status == Self.sizes[index].status)
    }

    /// A spool in memory that remembers what it was told.
    private final class Memory: Sendable {
        let files = Mutex<[[UInt8]]>([])

        var spool: FileSpool {
            FileSpool { [self] in
                let index = files.withLock { files in
                    files.append([])
                    return files.count - 1
                }
                return SpooledFile(
                    append: { [self] bytes in files.withLock { $0[index] += bytes } },
                    read: { [self] range in files.withLock { Array($0[index][range]) } })
            }
        }
    }

    @Test func `what is too large for memory is spilled, and files are whole`() async throws {
        let memory = Memory()
        var limits = Limits()
        limits.fileMemoryBytes = 100
        let api = try MultipartAPI("{}", limits: limits, spool: memory.spool)
        let parts = (0..<7).map {
            Self.field("f\($0)", String(repeating: "\($0)", count: 30 + $0 * 37), filename: "\($0).txt")
        }
        let response = await api.send(MultipartAPI.body(parts + [Self.field("x", "last")]), .octetByOctet)
        let lines = response.body.split(separator: "\n").dropFirst()
        #expect(
            lines.map(String.init)
                == (0..<7).map {
                    $0 == 0
                        ? "/f0 0.txt - \(String(repeating: "0", count: 30))"
                        : "/f\($0) \($0).txt - \(30 + $0 * 37) octets"
                })
        #expect(memory.files.withLock { $0.count } == 1)
    }

    @Test func `what fits into memory is not spilled`() async throws {
        let memory = Memory()
        let api = try MultipartAPI("{}", spool: memory.spool)
        let response = await api.send(MultipartAPI.body([Self.field("f", "1", filename: "f")]), .octetByOctet)
        #expect(response.status == 200)
        #expect(memory.files.withLock { $0.isEmpty })
    }

    @Test func `a full disk is a problem of the server`() async throws {
        var limits = Limits()
        limits.fileMemoryBytes = 10
        let full = FileSpool {
            SpooledFile(append: { _ in throw Problem(.insufficientStorage, "Full.") }, read: { _ in [] })
        }
        let api = try MultipartAPI("{}", limits: limits, spool: full)
        let response = await api.send(
            MultipartAPI.body([Self.field("f", "0123456789abc", filename: "f")]), .octetByOctet)
        #expect(response.status == 507)
        #expect(response.problem == "insufficient-storage")
    }
}
