import JSONCore
import Logging
import OpenAPIModel
import ServiceLifecycle
import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct AdminTests {
    /// Yields its description when it is told to.
    private struct LateSource: SpecSource {
        let name = "late.yaml"
        let stream: AsyncStream<SpecRevision>
        let continuation: AsyncStream<SpecRevision>.Continuation

        init() {
            (stream, continuation) = AsyncStream.makeStream()
        }

        func revisions() -> AsyncStream<SpecRevision> { stream }

        func yield(_ text: String) {
            let loaded = DescriptionLoader.load(
                bytes: Array(text.utf8), uri: "file:///late.yaml", name: name, readFile: { _ in [] })
            continuation.yield(.description(loaded))
        }
    }

    private static func ready(_ port: Int) async throws -> (status: Int, body: JSON) {
        let client = try await SocketClient(port: port)
        client.send("GET /ready HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        let answer = try #require(Answer.parse(await client.receivedUntilClosed()).first)
        return (answer.status, try JSON(parsing: Array(answer.body.utf8)))
    }

    /// Runs `gateway` as a service with an admin address while `body` talks to it.
    private func running(
        _ gateway: Gateway, _ body: (ServiceGroup, _ admin: Int, AsyncStream<ListeningAddress>) async throws -> Void
    ) async throws {
        var gateway = gateway
        let (main, announceMain) = AsyncStream.makeStream(of: ListeningAddress.self)
        let (admin, announceAdmin) = AsyncStream.makeStream(of: ListeningAddress.self)
        gateway.server.port = 0
        gateway.server.threads = 1
        gateway.server.accessLog = .off
        gateway.server.admin = AdminAddress(port: 0)
        gateway.logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        gateway.report = { _ in }
        gateway.announce = { announceMain.yield($0) }
        gateway.announceAdmin = { announceAdmin.yield($0) }
        let service = ServiceGroup(
            configuration: .init(
                services: [.init(service: gateway, successTerminationBehavior: .gracefullyShutdownGroup)],
                logger: gateway.logger))
        try await withThrowingTaskGroup { group in
            group.addTask { try await service.run() }
            var addresses = admin.makeAsyncIterator()
            let address = try #require(await addresses.next())
            try await body(service, address.port, main)
            group.cancelAll()
            try? await group.waitForAll()
        }
    }

    private func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<2000 {
            if try await condition() { return true }
            try await Task.sleep(for: .milliseconds(5))
        }
        return false
    }

    @Test func `readiness follows the descriptions, and ends before the service does`() async throws {
        let source = LateSource()
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        var gateway = Gateway(source, nodes: nodes)
        gateway.limits.drainDelay = .seconds(300)
        try await running(gateway) { service, admin, main in
            let starting = try await Self.ready(admin)
            #expect(starting.status == 503)
            #expect(starting.body == (try JSON(parsing: #"{"status": "starting", "descriptions": []}"#)))

            source.yield(description("One", paths: ["/a", "/b"]))
            var addresses = main.makeAsyncIterator()
            let port = try #require(await addresses.next()).port
            let isReady = try await eventually { try await Self.ready(admin).status == 200 }
            #expect(isReady)
            let expected = #"{"status": "ready", "descriptions": [{"name": "One", "version": "1", "operations": 2}]}"#
            #expect(try await Self.ready(admin).body == (try JSON(parsing: expected)))

            await service.triggerGracefulShutdown()
            let isStopping = try await eventually { try await Self.ready(admin).body["status"]?.string == "stopping" }
            #expect(isStopping)
            #expect(try await Self.ready(admin).status == 503)
            let client = try await SocketClient(port: port)
            client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.answers(1).map(\.status) == [200])
        }
    }

    @Test func `the process is alive before there is anything to serve, and has no other operations`() async throws {
        try await running(Gateway(LateSource())) { _, admin, _ in
            let client = try await SocketClient(port: admin)
            for (path, status) in [("/live", 200), ("/pets", 404), ("/ready?x=1", 503)] {
                client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
                let last = await client.received { Answer.parse($0).last?.status == status }
                #expect(Answer.parse(last).last?.status == status)
            }
        }
    }
}
