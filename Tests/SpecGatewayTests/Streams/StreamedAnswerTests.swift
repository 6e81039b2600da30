import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

@Suite struct StreamedAnswerTests {
    private static func down(
        length: Int? = nil, _ write: @escaping @Sendable (BodyWriter) async throws -> Void
    ) -> StreamServer {
        StreamServer(down: { _ in .stream(contentType: "application/octet-stream", length: length, write) })
    }

    private static let twoWords: @Sendable (BodyWriter) async throws -> Void = { writer in
        try await writer.write("one ")
        try await writer.write("")
        try await writer.write("two")
    }

    private static let get = "GET /down HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test func `an answer of unknown length goes in chunks, and the connection goes on`() async throws {
        try await Self.down(Self.twoWords).run { server in
            let client = try await server.client(sending: Self.get + Self.get)
            let text = await client.received { $0.components(endedBy: "0\r\n\r\n") == 2 }
            #expect(text.components(endedBy: "\r\n\r\n4\r\none \r\n3\r\ntwo\r\n0\r\n\r\n") == 2)
            #expect(text.lowercased().contains("transfer-encoding: chunked"))
            #expect(!text.lowercased().contains("content-length"))
        }
    }

    @Test func `an answer of known length goes as it is`() async throws {
        try await Self.down(length: 7, Self.twoWords).run { server in
            let client = try await server.client(sending: Self.get + Self.get)
            let answers = await client.answers(2)
            #expect(answers.map(\.body) == ["one two", "one two"])
            #expect(answers.map { $0.fields["content-length"] } == ["7", "7"])
            #expect(answers.map { $0.fields["transfer-encoding"] } == [nil, nil])
        }
    }

    @Test func `HTTP 1.0 has no chunks: the answer ends with the connection`() async throws {
        try await Self.down(Self.twoWords).run { server in
            let client = try await server.client(sending: "GET /down HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            let text = await client.receivedUntilClosed()
            #expect(text.hasSuffix("\r\n\r\none two"))
            #expect(text.contains("Connection: close"))
        }
    }

    @Test(arguments: [nil, 7])
    func `HEAD gets the head alone, and nothing is made`(length: Int?) async throws {
        let made = Atomic<Int>(0)
        try await Self.down(length: length) { _ in made.add(1, ordering: .relaxed) }.run { server in
            let client = try await server.client(
                sending: "HEAD /down HTTP/1.1\r\nHost: a\r\n\r\n" + "HEAD /missing HTTP/1.1\r\nHost: a\r\n\r\n")
            let text = await client.received { $0.contains("404") }
            #expect(text.hasPrefix("HTTP/1.1 200"))
            #expect(text.contains("Content-Length: 7") == (length != nil))
        }
        #expect(made.load(ordering: .relaxed) == 0)
    }

    @Test func `the head and each piece leave at once`() async throws {
        let go = [Signal(), Signal()]
        try await Self.down { writer in
            await go[0].wait()
            try await writer.write("data: 1\n\n")
            await go[1].wait()
        }.run { server in
            let client = try await server.client(sending: Self.get)
            #expect(await client.received { $0.hasSuffix("\r\n\r\n") }.hasPrefix("HTTP/1.1 200"))
            go[0].set()
            #expect(await client.received { $0.contains("data: 1") }.hasSuffix("9\r\ndata: 1\n\n\r\n"))
            go[1].set()
            #expect(await client.received { $0.hasSuffix("0\r\n\r\n") }.hasSuffix("\r\n0\r\n\r\n"))
        }
    }

    struct Failure: Error {}

    @Test func `a node that throws in the middle leaves no end of the message`() async throws {
        let lines = Mutex<[UInt8]>([])
        let server = Self.down { writer in
            try await writer.write("one")
            throw Failure()
        }
        try await server.run(accessLog: .json, log: { bytes in lines.withLock { $0 += bytes } }) { server in
            let client = try await server.client(sending: Self.get)
            let text = await client.receivedUntilClosed()
            #expect(text.hasSuffix("3\r\none\r\n"))
        }
        let log = lines.withLock { String(decoding: $0, as: UTF8.self) }
        #expect(log.contains(#""status":200"#) && log.contains(#""bytes":3"#))
    }

    @Test func `a node that throws before its answer is 500`() async throws {
        try await StreamServer(down: { _ in throw Failure() }).run { server in
            let client = try await server.client(sending: Self.get)
            #expect(await client.answers(1).map(\.status) == [500])
        }
    }

    @Test(arguments: [(3, "one"), (8, "one two")])
    func `a length that is not kept cuts the answer off`(length: Int, sent: String) async throws {
        try await Self.down(length: length) { writer in
            try await writer.write("one")
            try await writer.write(" two")
        }.run { server in
            let client = try await server.client(sending: Self.get)
            #expect(await client.receivedUntilClosed().hasSuffix("\r\n\r\n" + sent))
            #expect(client.isClosed)
        }
    }

    @Test func `a node that runs on the pool streams as well`() async throws {
        var nodes = NodeRegistry()
        nodes.register("down", runs: .onPool) { _ in
            await Task.yield()
            return .stream(contentType: "application/octet-stream", Self.twoWords)
        }
        let description = """
            openapi: 3.1.0
            info: { title: Pool, version: "1" }
            paths:
              /down:
                get:
                  x-entry-node-id: down
                  responses: { "200": { description: ok, content: { application/octet-stream: {} } } }
            """
        let limits = Limits.hasty()
        try await withServer(limits: limits, api: StreamServer.compile(description, nodes, limits)) { server in
            let client = try await server.client(sending: Self.get)
            #expect(await client.received { $0.hasSuffix("0\r\n\r\n") }.contains("4\r\none \r\n3\r\ntwo\r\n0\r\n\r\n"))
        }
    }

    @Test func `a node whose client goes in the middle of the answer is stopped`() async throws {
        let stopped = Signal()
        try await Self.down { writer in
            defer { stopped.set() }
            while true { try await writer.write([UInt8](repeating: 1, count: 10_000)) }
        }.run { server in
            let client = try await server.client(sending: Self.get)
            _ = await client.received { $0.utf8.count > 100_000 }
            await client.close()
            await stopped.wait()
        }
    }

    @Test func `a node that waits while its client goes is cancelled`() async throws {
        let waiting = Signal()
        let stopped = Signal()
        try await Self.down { writer in
            defer { stopped.set() }
            waiting.set()
            try await Task.sleep(for: .seconds(600))
        }.run { server in
            let client = try await server.client(sending: Self.get)
            await waiting.wait()
            await client.close()
            await stopped.wait()
        }
    }

    @Test func `a client that does not read is given up, and the node stopped`() async throws {
        let limits = Limits.hasty { $0.idleTimeout = .seconds(2) }
        let stopped = Signal()
        var server = Self.down { writer in
            defer { stopped.set() }
            while true { try await writer.write([UInt8](repeating: 1, count: 100_000)) }
        }
        server.limits = limits
        try await server.run { server in
            _ = try await server.client(sending: Self.get, isReading: false)
            await stopped.wait()
        }
    }

    @Test func `a node that makes no progress in the middle is cut off`() async throws {
        let limits = Limits.hasty { $0.idleTimeout = .seconds(2) }
        var server = Self.down { writer in
            try await writer.write("one")
            try await Task.sleep(for: .seconds(600))
        }
        server.limits = limits
        try await server.run { server in
            let client = try await server.client(sending: Self.get)
            #expect(await client.receivedUntilClosed().hasSuffix("3\r\none\r\n"))
            #expect(client.isClosed)
        }
    }

    @Test func `the node's time counts until the head of its answer`() async throws {
        let limits = Limits.hasty { $0.nodeTimeout = .milliseconds(200) }
        var server = Self.down { writer in
            try await Task.sleep(for: .milliseconds(700))
            try await writer.write("late")
        }
        server.limits = limits
        try await server.run { server in
            let client = try await server.client(sending: Self.get)
            #expect(await client.received { $0.hasSuffix("0\r\n\r\n") }.contains("4\r\nlate\r\n0\r\n\r\n"))
        }
    }

    @Test func `the drain waits for streams`() async throws {
        let begun = Signal()
        let go = Signal()
        var server = Self.down { writer in
            try await writer.write("one")
            begun.set()
            await go.wait()
            try await writer.write("two")
        }
        server.limits = .hasty { $0.drainTimeout = .seconds(300) }
        try await server.run { server in
            let client = try await server.client(sending: Self.get)
            await begun.wait()
            async let drained: Void = server.server.drain()
            while (try? await server.client()) != nil { try await Task.sleep(for: .milliseconds(2)) }
            go.set()
            await drained
            #expect(await client.receivedUntilClosed().hasSuffix("3\r\ntwo\r\n0\r\n\r\n"))
        }
    }

    @Test func `answers keep the order of the requests`() async throws {
        let go = Signal()
        try await Self.down { writer in
            await go.wait()
            try await writer.write("slow")
        }.run { server in
            let client = try await server.client(sending: Self.get + "GET /missing HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = await client.received { $0.hasSuffix("\r\n\r\n") }
            go.set()
            let text = await client.received { $0.contains("404") }
            #expect(text.contains("4\r\nslow\r\n0\r\n\r\nHTTP/1.1 404"))
        }
    }
}

extension String {
    /// How often `end` occurs.
    fileprivate func components(endedBy end: String) -> Int { ranges(of: end).count }
}
