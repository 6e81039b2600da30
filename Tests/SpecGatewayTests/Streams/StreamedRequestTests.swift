import NIOCore
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

@Suite struct StreamedRequestTests {
    @Test func `a node reads what has come before the rest is sent`() async throws {
        let first = Signal()
        let up: StreamServer.Respond = { request in
            var chunks: [String] = []
            for try await chunk in request.bodyStream {
                chunks.append(String(decoding: chunk, as: UTF8.self))
                first.set()
            }
            return .text(chunks.joined(separator: "|"))
        }
        try await StreamServer(up: up).run { server in
            let client = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 6) + "abc")
            await first.wait()
            client.send("defGET /down HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.answers(2).map(\.body) == ["abc|def", "nothing"])
        }
    }

    private static let chunked = "3\r\nabc\r\nA;x=y\r\n0123456789\r\n1\r\n!\r\n0\r\nTrailer: 1\r\n\r\n"

    @Test(arguments: 1..<chunked.utf8.count)
    func `chunks are taken however they are split`(position: Int) async throws {
        let up: StreamServer.Respond = { .text(String(decoding: try await $0.collectBody(upTo: 100), as: UTF8.self)) }
        try await StreamServer(up: up).run { server in
            let client = try await server.client()
            let text = Array(Self.chunked.utf8)
            client.send("POST /up HTTP/1.1\r\n" + SocketClient.chunkedHead)
            client.send(Array(text[..<position]))
            try await Task.sleep(for: .milliseconds(2))
            client.send(Array(text[position...]))
            #expect(await client.answers(1).map(\.body) == ["abc0123456789!"])
        }
    }

    @Test func `an early answer keeps the connection when little is left to throw away`() async throws {
        try await StreamServer().run { server in
            let client = try await server.client(sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 5) + "ab")
            #expect(await client.answers(1).map(\.body) == ["unread"])
            client.send("cdePOST /up HTTP/1.1\r\n" + SocketClient.head(length: 1) + "x")
            #expect(await client.answers(2).map(\.body) == ["unread", "unread"])
        }
    }

    @Test func `an early answer ends the connection when much is left`() async throws {
        try await StreamServer().run { server in
            let client = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 9_000_000))
            client.send([UInt8](repeating: 1, count: 100_000))
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(answers.map(\.status) == [200])
            #expect(answers.first?.fields["connection"] == "close")
        }
    }

    @Test func `the body is asked for when the node asks for it`() async throws {
        let asks = Signal()
        let up: StreamServer.Respond = { request in
            await asks.wait()
            return try await StreamServer.counting(request)
        }
        try await StreamServer(up: up).run { server in
            let client = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 3, "Expect: 100-continue\r\n"))
            #expect(await client.received(within: .milliseconds(30)) { !$0.isEmpty } == "")
            asks.set()
            let asked = await client.received { $0.hasSuffix("\r\n\r\n") }
            #expect(asked == "HTTP/1.1 100 Continue\r\n\r\n")
            client.send("abc")
            #expect(await client.answers(2).map(\.body) == ["", "3"])
        }
    }

    @Test func `a body that nobody wants is not asked for, and the connection ends`() async throws {
        try await StreamServer().run { server in
            let client = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 3, "Expect: 100-continue\r\n"))
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(answers.map(\.status) == [200])
        }
    }

    @Test func `a body without octets is no stream`() async throws {
        try await StreamServer(up: StreamServer.counting).run { server in
            let client = try await server.client(sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 0))
            #expect(await client.answers(1).map(\.body) == ["0"])
        }
    }

    @Test(arguments: [
        "3\r\nab", "zz\r\n", "3\r\nabcd\r\n",
    ])
    func `a body that breaks off or is malformed is told to the node and answered with 400`(rest: String) async throws {
        let failures = Atomic<Int>(0)
        let up: StreamServer.Respond = { request in
            do {
                return try await StreamServer.counting(request)
            } catch {
                failures.add((error as? Problem)?.kind == .malformedRequest ? 1 : 0, ordering: .relaxed)
                throw error
            }
        }
        try await StreamServer(up: up).run { server in
            let client = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.chunkedHead + "1\r\na\r\n" + rest)
            client.closeOutput()
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [400])
        }
        #expect(failures.load(ordering: .relaxed) == 1)
    }

    @Test func `a node whose client goes in the middle of the body is told`() async throws {
        let reading = Signal()
        let failed = Signal()
        let up: StreamServer.Respond = { request in
            do {
                for try await _ in request.bodyStream { reading.set() }
            } catch {
                failed.set()
                throw error
            }
            return .text("read")
        }
        try await StreamServer(up: up).run { server in
            let client = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 9) + "abc")
            await reading.wait()
            await client.close()
            await failed.wait()
        }
    }

    @Test func `a complete body is handed on although the client will send no more`() async throws {
        let go = Signal()
        let up: StreamServer.Respond = { request in
            await go.wait()
            return try await StreamServer.counting(request)
        }
        try await StreamServer(up: up).run { server in
            let client = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 3) + "abc")
            client.closeOutput()
            try await Task.sleep(for: .milliseconds(20))
            go.set()
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.body) == ["3"])
        }
    }

    @Test func `a client that stops sending is 408, and the node is told`() async throws {
        let limits = Limits.hasty { $0.idleTimeout = .seconds(2) }
        let ended = Signal()
        let up: StreamServer.Respond = { request in
            defer { ended.set() }
            return try await StreamServer.counting(request)
        }
        try await StreamServer(up: up, limits: limits).run { server in
            let client = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 9) + "abc")
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [408])
            await ended.wait()
        }
    }

    @Test func `a node that neither reads nor answers is 504`() async throws {
        let limits = Limits.hasty { $0.nodeTimeout = .milliseconds(200) }
        let up: StreamServer.Respond = { _ in
            try await Task.sleep(for: .seconds(600))
            return .text("late")
        }
        try await StreamServer(up: up, limits: limits).run { server in
            let client = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 3) + "abc")
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [504])
        }
    }

    @Test func `the limit of a stream is 413`() async throws {
        let limits = Limits.hasty {
            $0.bodyBytes = 10
            $0.streamBytes = 100_000
        }
        try await StreamServer(up: StreamServer.counting, limits: limits).run { server in
            let announced = try await server.client(
                sending: "POST /up HTTP/1.1\r\n" + SocketClient.head(length: 100_001))
            #expect(Answer.parse(await announced.receivedUntilClosed()).map(\.status) == [413])
            let chunked = try await server.client(sending: "POST /up HTTP/1.1\r\n" + SocketClient.chunkedHead)
            chunked.send("186A1\r\n" + String(repeating: "a", count: 100_001) + "\r\n0\r\n\r\n")
            #expect(await chunked.answers(1).map(\.status) == [413])
        }
    }
}
