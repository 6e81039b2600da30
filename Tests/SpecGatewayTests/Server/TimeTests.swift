import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

@Suite struct TimeTests {
    @Test func `a head that does not come to its end is 408`() async throws {
        try await withServer(limits: .hasty { $0.headTimeout = .milliseconds(100) }) { server in
            let client = try await server.client()
            client.send("GET /now HTTP/1.1\r\nHost: a")
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [408])
            #expect(client.isClosed)
        }
    }

    @Test func `a head that drips is 408 too`() async throws {
        try await withServer(limits: .hasty { $0.headTimeout = .milliseconds(200) }) { server in
            let client = try await server.client()
            client.send("GET /now HTTP/1.1\r\nHost: a\r\nX: ")
            for _ in 0..<200 where !client.isClosed {
                client.send("a")
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(Answer.parse(client.received).map(\.status) == [408])
        }
    }

    @Test func `a slow head after a good request is 408`() async throws {
        try await withServer(limits: .hasty { $0.headTimeout = .milliseconds(100) }) { server in
            let client = try await server.client()
            client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = await client.answers(1)
            client.send("GET /now HTT")
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [200, 408])
        }
    }

    @Test func `a body that does not come is 408`() async throws {
        try await withServer(limits: .hasty { $0.bodyTimeout = .milliseconds(100) }) { server in
            let client = try await server.client()
            client.send("POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nabc")
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [408])
        }
    }

    @Test func `an idle connection is closed without a word`() async throws {
        try await withServer(limits: .hasty { $0.idleTimeout = .seconds(1) }) { server in
            let client = try await server.client(sending: "GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [200])
            #expect(client.isClosed)
            let silent = try await server.client()
            #expect(await silent.receivedUntilClosed() == "")
            #expect(silent.isClosed)
        }
    }

    @Test func `a node that takes too long is 504, and cancelled`() async throws {
        let before = TestAPI.cancelled.load(ordering: .relaxed)
        try await withServer(limits: .hasty { $0.nodeTimeout = .milliseconds(100) }) { server in
            let client = try await server.client()
            client.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [504])
        }
        #expect(TestAPI.cancelled.load(ordering: .relaxed) > before)
    }

    @Test func `a node whose client has gone is cancelled`() async throws {
        let before = TestAPI.cancelled.load(ordering: .relaxed)
        try await withServer { server in
            let client = try await server.client()
            client.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            try await Task.sleep(for: .milliseconds(50))
            await client.close()
            for _ in 0..<300 where TestAPI.cancelled.load(ordering: .relaxed) == before {
                try await Task.sleep(for: .milliseconds(5))
            }
        }
        #expect(TestAPI.cancelled.load(ordering: .relaxed) > before)
    }
}
