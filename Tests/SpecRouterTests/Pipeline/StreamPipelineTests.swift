import JSONCore
import SpecRouter
import SpecRouterTesting
import Synchronization
import Testing

@Suite("Streams")
struct StreamPipelineTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: Files, version: "1" }
        paths:
          /files:
            post:
              x-entry-node-id: upload
              parameters: [ { name: size, in: query, schema: { type: integer } } ]
              requestBody:
                required: true
                content:
                  application/octet-stream: { schema: { $ref: '#/components/schemas/Octets' } }
                  text/plain: {}
                  text/csv: { schema: { type: string, maxLength: 8 } }
              responses: { '200': { description: ok, content: { text/plain: {} } } }
            get:
              x-entry-node-id: download
              responses:
                '200': { description: ok, content: { application/octet-stream: {}, application/json: { schema: {} } } }
        components: { schemas: { Octets: { allOf: [ { maxLength: 8 }, { minLength: 2 } ] } } }
        """

    private static func client(
        _ limits: Limits = Limits(), policy: Policy = Policy(),
        upload: @escaping @Sendable (ValidatedRequest) async throws -> NodeResponse = { _ in .text("unread") },
        download: @escaping @Sendable () -> NodeResponse = { .text("none") }
    ) throws -> CompiledAPI {
        var nodes = NodeRegistry()
        nodes.register("upload", upload)
        nodes.register("download") { _ in download() }
        return try PetstoreAPI.compile(description, nodes: nodes, policy: policy, limits: limits)
    }

    private static func post(
        _ api: CompiledAPI, _ type: String, _ chunks: [String], target: String = "/files", announced: Int? = nil
    ) async -> InProcessResponse {
        let fields: [HeaderField] = [
            ("Content-Type", type),
            announced.map { ("Content-Length", String($0)) } ?? ("Transfer-Encoding", "chunked"),
        ]
        let head = RequestHead(method: "POST", target: target, fields: fields, requestID: "1")
        let source = Remaining(chunks)
        let body = BodyStream(length: announced) { source.next() }
        return await InProcessResponse(api.respond(to: head, body: .stream(body)))
    }

    private final class Remaining: Sendable {
        private let chunks: Mutex<ArraySlice<String>>

        init(_ chunks: [String]) {
            self.chunks = Mutex(chunks[...])
        }

        func next() -> [UInt8]? { chunks.withLock { $0.popFirst().map { Array($0.utf8) } } }
    }

    private static let counting: @Sendable (ValidatedRequest) async throws -> NodeResponse = { request in
        var sizes: [Int] = []
        for try await chunk in request.bodyStream { sizes.append(chunk.count) }
        return .text("\(sizes)")
    }

    @Test(arguments: ["application/octet-stream", "text/plain"])
    func `a binary body, and text that no schema describes, come chunk by chunk`(type: String) async throws {
        let answer = await Self.post(try Self.client(upload: Self.counting), type, ["ab", "c", "de"])
        #expect(answer.body == "[2, 1, 2]")
    }

    @Test func `text with a schema is read whole and checked`() async throws {
        let api = try Self.client { request in .text(try String(decoding: request.bodyBytes, as: UTF8.self)) }
        #expect(await Self.post(api, "text/csv", ["äö", "ü"]).body == "äöü")
        #expect(await Self.post(api, "text/csv", ["12345", "6789"]).status == 400)
    }

    @Test(
        arguments: [
            (["123456789"], nil, "maxLength"), (["12345", "6789"], nil, "maxLength"), (["1"], nil, "minLength"),
            ([], nil, "required"), (["x"], 9, "maxLength"), (["x"], 1, "minLength"),
        ] as [([String], Int?, String)])
    func `bounds count octets, and end the stream`(chunks: [String], announced: Int?, keyword: String) async throws {
        let answer = await Self.post(
            try Self.client(upload: Self.counting), "application/octet-stream", chunks, announced: announced)
        #expect(answer.status == 400)
        #expect(answer.json?["violations"]?[0]?["keyword"]?.string == keyword)
        #expect(answer.json?["violations"]?[0]?["in"]?.string == "body")
    }

    @Test func `what ended a stream ends it for every later read`() async throws {
        let api = try Self.client { request in
            do { for try await _ in request.bodyStream {} } catch {}
            _ = try await request.collectBody(upTo: 100)
            return .text("read on")
        }
        #expect(await Self.post(api, "application/octet-stream", ["123456789", "0"]).status == 400)
    }

    @Test func `a stream has a limit of its own`() async throws {
        var limits = Limits()
        limits.bodyBytes = 4
        limits.streamBytes = 6
        let api = try Self.client(limits, upload: Self.counting)
        #expect(await Self.post(api, "text/plain", ["abcd", "ef"]).status == 200)
        #expect(await Self.post(api, "text/plain", ["abcd", "efg"]).status == 413)
        #expect(await Self.post(api, "text/plain", [], announced: 7).status == 413)
        #expect(await Self.post(api, "text/csv", [], announced: 5).status == 413)
    }

    @Test func `parameters are refused before anything is read`() async throws {
        let answer = await Self.post(
            try Self.client(upload: Self.counting), "text/plain", ["a"], target: "/files?size=x")
        #expect(answer.status == 400)
    }

    @Test func `the whole body of a stream has to be asked for`() async throws {
        let api = try Self.client { request in
            let refusal = #expect(throws: StreamedBody.self) { try request.bodyBytes }
            #expect(refusal?.operation == "POST /files")
            return .text(String(decoding: try await request.collectBody(upTo: 4), as: UTF8.self))
        }
        #expect(await Self.post(api, "text/plain", ["ab", "cd"]).body == "abcd")
        #expect(await Self.post(api, "text/plain", ["abc", "de"]).status == 413)
    }

    @Test func `an answer is written while it is sent`() async throws {
        let api = try Self.client(download: {
            .stream(contentType: "application/octet-stream") { writer in
                try await writer.write("one ")
                try await writer.write("two")
            }
        })
        let answer = await InProcessClient(api).send("GET", "/files")
        #expect(answer.body == "one two")
        #expect(answer.outcome?.isComplete == true)
        #expect(answer.field("content-type") == "application/octet-stream")
    }

    @Test func `a node that throws in the middle leaves an incomplete answer and says why in the log`() async throws {
        struct Failure: Error {}
        let api = try Self.client(download: {
            .stream(contentType: "application/octet-stream") { writer in
                try await writer.write("one")
                throw Failure()
            }
        })
        let answer = await InProcessClient(api).send("GET", "/files")
        #expect(answer.body == "one")
        #expect(answer.outcome?.isComplete == false)
        #expect(answer.outcome?.fault == "The node threw in the middle of its answer: Failure()")
    }

    @Test func `JSON that cannot be checked does not leave unless the policy lets it`() async throws {
        let download: @Sendable () -> NodeResponse = {
            .stream(contentType: "application/json") { try await $0.write("{}") }
        }
        #expect(await InProcessClient(try Self.client(download: download)).send("GET", "/files").status == 500)
        var policy = Policy()
        policy.responses.body = .report
        let answer = await InProcessClient(try Self.client(policy: policy, download: download)).send("GET", "/files")
        #expect(answer.body == "{}")
        #expect(answer.response.summary.fault?.contains("is a stream") == true)
    }
}
