import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

/// What the server does when more is asked of it than it takes.
@Suite struct LoadSheddingTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        paths:
          /waits:
            get: { x-entry-node-id: waits, responses: { default: { description: "" } } }
            post:
              x-entry-node-id: waits
              requestBody: { content: { application/octet-stream: {} } }
              responses: { default: { description: "" } }
          /now:
            get: { x-entry-node-id: now, responses: { default: { description: "" } } }
        """

    /// - Parameter started: told of each node that waits.
    private static func api(_ started: AsyncStream<Void>.Continuation) throws -> CompiledAPI {
        let loaded = DescriptionLoader.load(
            bytes: Array(description.utf8), uri: "file:///t.yaml", name: "t.yaml", readFile: { _ in [] })
        var nodes = NodeRegistry()
        nodes.register("waits") { _ in
            started.yield()
            try await Task.sleep(for: .seconds(600))
            return NodeResponse(status: .noContent)
        }
        nodes.register("now") { _ in NodeResponse(status: .noContent) }
        let input = SpecInput(document: try #require(loaded.document), nodes: nodes)
        return try #require(APICompiler().compile([input]).api)
    }

    @Test func `requests that would wait too are refused at once, others are answered`() async throws {
        let (waiting, started) = AsyncStream.makeStream(of: Void.self)
        try await withServer(limits: .hasty { $0.waitingRequests = 2 }, api: Self.api(started)) { server in
            var starts = waiting.makeAsyncIterator()
            var clients: [SocketClient] = []
            for _ in 0..<2 {
                let client = try await server.client(sending: "GET /waits HTTP/1.1\r\nHost: a\r\n\r\n")
                await starts.next()
                clients.append(client)
            }
            let third = try await server.client()
            third.send("GET /waits HTTP/1.1\r\nHost: a\r\n\r\nGET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            let answers = await third.answers(2)
            #expect(answers.map(\.status) == [503, 204])
            #expect(answers.first?.fields["retry-after"] == "1")
            #expect(answers.first?.body.contains("urn:specrouter:problem:overloaded") == true)
            third.send(
                "POST /waits HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\nContent-Length: 9\r\n\r\nabc"
            )
            #expect(await third.answers(3).last?.status == 503)
            for client in clients + [third] { await client.close() }
        }
    }

    @Test func `connections of one address above its limit are closed, until one of its own ends`() async throws {
        try await withServer(limits: .hasty { $0.connectionsPerAddress = 2 }) { server in
            let first = try await server.client()
            let second = try await server.client()
            for client in [first, second] {
                client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await client.answers(1).map(\.status) == [200])
            }
            let third = try await server.client()
            #expect(await third.receivedUntilClosed() == "")
            await first.close()
            var statuses: [Int] = []
            while statuses.isEmpty {
                let client = try await server.client()
                client.send("GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                statuses = Answer.parse(await client.receivedUntilClosed()).map(\.status)
            }
            #expect(statuses == [200])
            await second.close()
        }
    }
}
