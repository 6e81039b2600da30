import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

@Suite struct DrainTests {
    @Test func `what is in flight is finished, idle connections are closed, new ones are not taken`() async throws {
        let limits = Limits.hasty {
            $0.drainTimeout = .seconds(300)
            $0.nodeTimeout = .seconds(300)
            $0.idleTimeout = .seconds(300)
        }
        try await withServer(limits: limits) { server in
            let idle = try await server.client()
            idle.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = await idle.answers(1)
            let busy = try await server.client()
            busy.send("GET /gated HTTP/1.1\r\nHost: a\r\n\r\n")
            while TestAPI.gated.load(ordering: .relaxed) == 0 { try await Task.sleep(for: .milliseconds(2)) }
            async let drained: Void = server.server.drain()
            // It has begun once nobody new is taken.
            while (try? await server.client()) != nil { try await Task.sleep(for: .milliseconds(2)) }
            TestAPI.isOpen.store(true, ordering: .relaxed)
            await drained
            let answers = Answer.parse(await busy.receivedUntilClosed())
            #expect(answers.map(\.status) == [200])
            #expect(answers.first?.fields["connection"] == "close")
            _ = await idle.receivedUntilClosed()
            #expect(idle.isClosed)
            await #expect(throws: (any Error).self) { try await server.client() }
        }
    }

    @Test(.timeLimit(.minutes(10))) func `the drain does not wait for ever`() async throws {
        try await withServer(limits: .hasty { $0.drainTimeout = .milliseconds(200) }) { server in
            let client = try await server.client()
            client.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test func `connections above the limit wait until one ends`() async throws {
        try await withServer(limits: .hasty { $0.connections = 2 }) { server in
            let first = try await server.client()
            let second = try await server.client()
            for client in [first, second] {
                client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = await client.answers(1)
            }
            let third = try await server.client()
            third.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await third.received(within: .milliseconds(100)) { !$0.isEmpty } == "")
            await first.close()
            #expect(await third.answers(1).map(\.status) == [200])
        }
    }
}
