import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

struct `What streams through a proxy` {
    static let mebibyte = [UInt8](repeating: 120, count: 1 << 20)

    @Test func `reaches the upstream before the client has sent all`() async throws {
        try await ProxyServer.run({ connection in
            _ = try await connection.head()
            #expect(try await connection.octets(10) == "5\r\nhello\r\n")
            try await connection.send(
                "HTTP/1.1 200 X\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "2\r\nhi\r\n")
            #expect(try await connection.chunks() == "5\r\nworld\r\n0\r\n\r\n")
            try await connection.send("3\r\nbye\r\n0\r\n\r\n")
        }) { server in
            let client = try await server.client(
                sending: "POST /api/v1/file HTTP/1.1\r\n\(SocketClient.chunkedHead)5\r\nhello\r\n")
            _ = await client.received { $0.hasSuffix("2\r\nhi\r\n") }
            client.send("5\r\nworld\r\n0\r\n\r\n")
            let text = await client.received { $0.hasSuffix("0\r\n\r\n") }
            #expect(text.hasSuffix("2\r\nhi\r\n3\r\nbye\r\n0\r\n\r\n"))
        }
    }

    @Test func `keeps an announced length`() async throws {
        let (head, answer) = try await ProxyServer.exchange(
            "POST /api/v1/file HTTP/1.1\r\n\(SocketClient.head(length: 5))hello"
        ) { connection in
            let body = try await connection.octets(5)
            try await connection.answer(body + "!", "Content-Type: application/octet-stream\r\n")
        }
        #expect(head.contains("Content-Length: 5"))
        #expect(answer.fields["content-length"] == "6")
        #expect(answer.body == "hello!")
    }

    /// A client that reads nothing stops the upstream long before a gibibyte, which is what it wants to send.
    @Test func `waits for a client that does not read`() async throws {
        let sent = Mutex(0)
        try await ProxyServer.run({ connection in
            _ = try await connection.head()
            try await connection.send(
                "HTTP/1.1 200 X\r\nContent-Type: application/octet-stream\r\nContent-Length: \(1 << 30)\r\n\r\n")
            while true {
                try await connection.send(Self.mebibyte)
                sent.withLock { $0 += 1 }
            }
        }) { server in
            let client = try await server.client(sending: `An upstream's answer`.file, isReading: false)
            #expect(await Self.settled { sent.withLock { $0 } } < 200)
            await client.close()
        }
    }

    /// An upstream that reads nothing stops the client.
    @Test func `waits for an upstream that does not read`() async throws {
        let asked = Signal()
        let end = Signal()
        try await ProxyServer.run({ connection in
            _ = try await connection.head()
            asked.set()
            await end.wait()
        }) { server in
            let client = try await server.client(
                sending: "POST /api/v1/file HTTP/1.1\r\n\(SocketClient.head(length: 1 << 30))")
            await asked.wait()
            let written = Mutex(0)
            let sending = Task {
                while !Task.isCancelled, await client.sendAll(Self.mebibyte) { written.withLock { $0 += 1 } }
            }
            #expect(await Self.settled { written.withLock { $0 } } < 200)
            sending.cancel()
            await client.close()
            end.set()
            await sending.value
        }
    }

    /// What a count has come to when it has stopped for half a second.
    private static func settled(_ count: () -> Int) async -> Int {
        var last = -1
        while last != count() || last == 0 {
            last = count()
            try? await Task.sleep(for: .milliseconds(500))
        }
        return last
    }

    @Test func `ends with the client's mistake`() async throws {
        let heads = Mutex(0)
        try await ProxyServer.run({ connection in
            _ = try await connection.head()
            heads.withLock { $0 += 1 }
            while try await connection.some() != nil {}
        }) { server in
            let client = try await server.client(
                sending: "POST /api/v1/file HTTP/1.1\r\n\(SocketClient.chunkedHead)5\r\nhello\r\nzz\r\n")
            let answer = try #require(await client.answers(1).first)
            #expect(answer.status == 400)
        }
        #expect(heads.withLock { $0 } == 1)
    }
}
