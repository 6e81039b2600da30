import JSONCore
import SpecRouter
import SpecRouterTesting
import Testing

@Suite("Compressed bodies")
struct CompressedBodyTests {
    static let content = """
        { application/json: { schema: { type: object, required: [name] } }, text/plain: { schema: { type: string } }, \
        application/octet-stream: { schema: { maxLength: 70000 } }, application/jsonl: { itemSchema: { type: integer } }, \
        multipart/form-data: { schema: { type: object, properties: { f: {}, n: { type: integer } } } } }
        """

    static let json = Array(#"{"name":"Rex"}"#.utf8)
    static let multipart = Array(
        "--b\r\nContent-Disposition: form-data; name=n\r\n\r\n5\r\n--b--".utf8)

    struct Case: Sendable, CustomTestStringConvertible {
        var coding: String
        var type = "application/json"
        var body = MadeDeflate.stored(json)
        var status: Int
        var findings: String

        var testDescription: String { "\(coding) \(type) -> \(status) \(findings)" }
    }

    static let cases: [Case] = [
        Case(coding: "deflate", status: 200, findings: #"{"name":"Rex"}"#),
        Case(coding: "Deflate", status: 200, findings: #"{"name":"Rex"}"#),
        Case(coding: "identity", body: json, status: 200, findings: #"{"name":"Rex"}"#),
        Case(coding: "", body: json, status: 200, findings: #"{"name":"Rex"}"#),
        Case(coding: "deflate", body: json, status: 400, findings: " contentEncoding"),
        Case(coding: "gzip", status: 400, findings: " contentEncoding"),
        Case(coding: "deflate", body: MadeDeflate.stored(Array("{".utf8)), status: 400, findings: " syntax"),
        Case(coding: "deflate", body: MadeDeflate.stored(Array("{}".utf8)), status: 400, findings: " required"),
        Case(coding: "deflate", body: MadeDeflate.stored([]), status: 400, findings: " required"),
        Case(coding: "deflate", body: MadeDeflate.stored(json) + [0], status: 400, findings: " contentEncoding"),
        Case(coding: "deflate", body: MadeDeflate.stored(json).dropLast(), status: 400, findings: " contentEncoding"),
        Case(
            coding: "deflate", body: MadeDeflate.stored([UInt8](repeating: 0x20, count: 70_001)), status: 413,
            findings: "content-too-large"),
        Case(coding: "deflate", body: MadeDeflate.zeros(5000), status: 413, findings: "content-too-large"),
        Case(coding: "br", status: 415, findings: "unsupported-media-type"),
        Case(coding: "gzip, br", status: 415, findings: "unsupported-media-type"),
        Case(coding: "deflate, deflate", status: 415, findings: "unsupported-media-type"),
        Case(coding: "deflate;q=1", status: 415, findings: "unsupported-media-type"),
        Case(coding: "*", status: 415, findings: "unsupported-media-type"),
        Case(coding: "deflate", type: "text/plain", status: 200, findings: #""{\"name\":\"Rex\"}""#),
        Case(
            coding: "deflate", type: "application/jsonl", body: MadeDeflate.stored(Array("1\n2\n".utf8)), status: 200,
            findings: "1\n2\n"),
        Case(
            coding: "deflate", type: "application/jsonl", body: MadeDeflate.stored(Array("1\nx\n".utf8)), status: 400,
            findings: "/1 syntax"),
        Case(
            coding: "deflate", type: "application/jsonl",
            body: MadeDeflate.stored(Array("1\n2\n".utf8)).dropLast(), status: 400, findings: " contentEncoding"),
        Case(
            coding: "deflate", type: "application/octet-stream", body: MadeDeflate.stored(Array("abc".utf8)),
            status: 200, findings: "abc"),
        Case(
            coding: "deflate", type: "application/octet-stream",
            body: MadeDeflate.stored([UInt8](repeating: 1, count: 70_001)), status: 400, findings: " maxLength"),
        Case(
            coding: "deflate", type: "application/octet-stream", body: MadeDeflate.zeros(5000), status: 413,
            findings: "content-too-large"),
        Case(
            coding: "deflate", type: "multipart/form-data; boundary=b", body: MadeDeflate.stored(multipart),
            status: 200, findings: #"{"n":5}"#),
        Case(
            coding: "deflate", type: "multipart/form-data; boundary=b", body: MadeDeflate.stored(multipart) + [9],
            status: 400, findings: " contentEncoding"),
        Case(
            coding: "deflate", type: "multipart/form-data; boundary=b", body: MadeDeflate.zeros(5000), status: 413,
            findings: "content-too-large"),
    ]

    @Test("are what they were before, or refused", arguments: cases, BodyAPI.Arrival.allCases)
    func answers(_ example: Case, _ arrival: BodyAPI.Arrival) async throws {
        var limits = Limits()
        limits.bodyBytes = 70_000
        let api = try BodyAPI(Self.content, limits: limits, nodes: Self.nodes)
        let fields = [("Content-Encoding", example.coding)]
        let answer = await api.send(example.body, example.type, fields, arrival)
        #expect(answer.status == example.status, "\(answer.body)")
        #expect(answer.findings == example.findings, "\(answer.body)")
        let understood = example.status == 415 ? "gzip, deflate" : nil
        #expect(answer.field("accept-encoding") == understood)
        #expect(answer.field("accept") == nil)
    }

    /// Answers with the body, and sees to it that nothing says any more that it was compressed.
    static var nodes: NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("body") { request in
            let codings = request.head.fields.filter { $0.name == "Content-Encoding" }.map(\.value)
            #expect(codings.allSatisfy { $0.isEmpty || $0 == "identity" })
            if let value = request.body { return .bytes(value.serializedBytes(), contentType: "text/plain") }
            return .bytes(try await request.collectBody(upTo: 1 << 30), contentType: "text/plain")
        }
        return nodes
    }

    @Test("are decompressed as far as the limit of the ratio goes")
    func limits() async throws {
        for (ratio, status) in [(100, 413), (1200, 400)] {
            var limits = Limits()
            limits.decompressionRatio = ratio
            let api = try BodyAPI(Self.content, limits: limits)
            let answer = await api.send(MadeDeflate.zeros(500), "text/plain", [("Content-Encoding", "deflate")])
            #expect(answer.status == status, "\(answer.body)")
        }
    }

    @Test("of two fields are compressed twice")
    func refusesTwo() async throws {
        let api = try BodyAPI(Self.content)
        let fields = [("Content-Encoding", "deflate"), ("content-encoding", "gzip")]
        let answer = await api.send(MadeDeflate.stored(Self.json), "application/json", fields)
        #expect(answer.status == 415)
        let same = [("Content-Encoding", "identity"), ("content-encoding", "deflate")]
        #expect(await api.send(MadeDeflate.stored(Self.json), "application/json", same).status == 200)
    }
}
