import CoreMetrics
import NIOCore
import OpenAPIModel
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

/// What is far too large is refused before it is read, and nothing of it is kept.
@Suite("Huge input over a socket") struct HugeInputTests {
    @Test(arguments: [
        ("X: \(String(repeating: "a", count: 1 << 20))", 431),
        ("X\(String(repeating: "a", count: 1 << 20)): a", 431),
        ("Authorization: Bearer \(String(repeating: "a", count: 1 << 20))", 431),
        ("Cookie: \(String(repeating: "a=1; ", count: 200_000))", 431),
    ])
    func `a field of a megabyte is refused, and the connection closed`(field: String, status: Int) async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("GET /now HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n")
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(client.isClosed)
            #expect(answers.map(\.status) == [status])
            #expect(answers.first?.fields["content-type"] == "application/problem+json")
        }
    }

    /// What is not read cannot be kept: a client that goes on gets rid of no more than fits the sockets' buffers.
    @Test func `a field without an end is not read on`() async throws {
        try await withServer { server in
            let client = try await server.client(sending: "GET /now HTTP/1.1\r\nHost: a\r\nX: ")
            let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 16)
            var sent = 0
            while sent < 4_096, await client.sendAll(piece) { sent += 1 }
            #expect(sent < 1_024)
            let next = try await server.client(sending: "GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await next.answers(1).map(\.status) == [200])
        }
    }

    private static let description = """
        openapi: 3.1.0
        info: { title: Huge, version: "1" }
        paths:
          /x:
            get:
              x-entry-node-id: x
              parameters: [ { name: limit, in: query, schema: { type: integer } } ]
              responses: { "200": { description: fine, content: { text/plain: { schema: { type: string } } } } }
        """

    /// The API of the first description of a configuration, as the gateway would serve it.
    private static func api(_ configuration: String, answering text: String = "fine") throws -> CompiledAPI {
        var handlers = NodeRegistry()
        handlers.register("x") { _ in .text(text) }
        let gateway = Gateway(try GatewayConfiguration.parsing(configuration), nodes: handlers)
        let settings = try #require(gateway.specs.first)
        let loaded = DescriptionLoader.load(bytes: Array(description.utf8), uri: "file:///x.yaml", name: "x.yaml") {
            _ in []
        }
        let compilation = APICompiler().compile([
            SpecInput(
                document: try #require(loaded.document), nodes: settings.nodes, security: settings.security,
                policy: settings.policy)
        ])
        return try #require(compilation.api, "\(compilation.diagnostics.map(\.message))")
    }

    @Test(arguments: [
        ("specs: [ { source: x.yaml } ]", 200),
        ("specs: [ { source: x.yaml } ]\npolicy: { unknownQuery: ignore }", 200),
        ("specs: [ { source: x.yaml } ]\npolicy: { unknownQuery: report }", 200),
        ("specs: [ { source: x.yaml } ]\npolicy: { unknownQuery: refuse }", 400),
        ("specs: [ { source: x.yaml, policy: { unknownQuery: refuse } } ]", 400),
        ("specs: [ { source: x.yaml, policy: { unknownQuery: ignore } } ]\npolicy: { unknownQuery: refuse }", 200),
    ])
    func `a configuration says what becomes of unknown query parameters`(configuration: String, status: Int)
        async throws
    {
        try await withServer(api: try Self.api(configuration)) { server in
            let client = try await server.client(sending: "GET /x?limit=1&limti=2 HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try #require(await client.answers(1).first)
            #expect(answer.status == status)
            #expect(answer.body.contains("did you mean \\\"limit\\\"?") == (status == 400), "\(answer.body)")
            client.send("GET /x?limit=1 HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.answers(2).last?.status == 200)
        }
    }

    /// Counts by label and route.
    private final class Counts: MetricsFactory, Sendable {
        private final class Handler: CounterHandler, Sendable {
            let counts: Counts
            let name: String

            init(_ counts: Counts, _ name: String) {
                self.counts = counts
                self.name = name
            }

            func increment(by amount: Int64) { counts.values.withLock { $0[name, default: 0] += amount } }
            func reset() {}
        }

        let values = Mutex<[String: Int64]>([:])

        func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
            Handler(self, "\(label) \(dimensions.first { $0.0 == "route" }?.1 ?? "")")
        }
        func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
            NOOPMetricsHandler.instance
        }
        func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
            NOOPMetricsHandler.instance
        }
        func destroyCounter(_ handler: any CounterHandler) {}
        func destroyTimer(_ handler: any TimerHandler) {}
        func destroyRecorder(_ handler: any RecorderHandler) {}
    }

    @Test func `what breaks the description and passes is counted as a fault`() async throws {
        let counts = Counts()
        let api = try withMetricsFactory(counts) {
            try Self.api("specs: [ { source: x.yaml } ]\npolicy: { unknownQuery: report }")
        }
        try await withServer(api: api) { server in
            let client = try await server.client(sending: "GET /x?limit=1 HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.answers(1).map(\.status) == [200])
            #expect(counts.values.withLock { $0["specrouter_faults /x"] } == nil)
            client.send("GET /x?a=1 HTTP/1.1\r\nHost: a\r\n\r\nGET /x?b=1 HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.answers(3).map(\.status) == [200, 200, 200])
            #expect(counts.values.withLock { $0["specrouter_faults /x"] } == 2)
            #expect(counts.values.withLock { $0["specrouter_requests /x"] } == 3)
        }
    }
}
