import NIOHPACK
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

@Suite struct HTTP2Tests {
    @Test func `answers a request without a body`() async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.get("/now", 1, [("x-request-id", "abc")]))
            let answer = try await client.answer()
            #expect(answer.status == 200)
            #expect(answer.text == "now")
            #expect(answer.isWhole)
            #expect(answer.reset == nil)
            #expect(answer.fields["x-request-id"] == "abc")
            #expect(answer.fields["content-length"] == "3")
            #expect(answer.fields["date"]?.hasSuffix("GMT") == true)
            #expect(answer.fields["connection"] == nil)
            // What is over may be reset.
            client.send(.reset(1), .get("/now", 3))
            #expect(try await client.answer(3).status == 200)
        }
    }

    @Test func `answers many streams, each when it is ready`() async throws {
        let paths = ["/slow", "/now", "/later", "/verified", "/missing", "/slow", "/now"]
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            for (index, path) in paths.enumerated() {
                client.send(.get(path, UInt32(2 * index + 1), [("x-key", "k")]))
            }
            var statuses: [Int?] = []
            for index in paths.indices { statuses.append(try await client.answer(UInt32(2 * index + 1)).status) }
            #expect(statuses == [200, 200, 200, 200, 404, 200, 200])
        }
    }

    @Test func `forty requests come one after the other on one connection`() async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            for index in 0..<40 {
                client.send(.get("/now", UInt32(2 * index + 1)))
                #expect(try await client.answer(UInt32(2 * index + 1)).status == 200)
            }
        }
    }

    @Test func `a body comes in frames, with its length and without`() async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.post("/body"), .data(1, "one ", flags: 0), .data(1, "two"))
            #expect(try await client.answer().text == "one two")
            client.send(.post("/body", 3, [("content-length", "3")]), .data(3, "abc"))
            #expect(try await client.answer(3).text == "abc")
            client.send(.post("/body", 5), .data(5, "", flags: 0), .data(5, "x", flags: 0), .data(5, ""))
            #expect(try await client.answer(5).text == "x")
            client.send(.post("/body", 7), .data(7, "y", flags: 0), .headers(7, [("x-sum", "1")]))
            #expect(try await client.answer(7).text == "y")
        }
    }

    @Test func `a large body passes both ways`() async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.get("/large"))
            #expect(try await client.answer().body.count == 1_000_000)
            let piece = String(repeating: "é", count: 8000)
            client.send(.post("/body", 3))
            for index in 0..<30 {
                let sent = UInt32(index + 1) * 16000
                client.send(.data(3, piece, flags: index == 29 ? Frame.endStream : 0))
                // No more than the windows take.
                _ = await client.frames { frames in
                    let windows = [UInt32(0), 3].map { stream in
                        frames.filter { $0.kind == Frame.Kind.windowUpdate && $0.stream == stream }
                            .reduce(stream == 0 ? 65535 : 131_072) {
                                $0 + $1.payload.reduce(0) { $0 << 8 | UInt32($1) }
                            }
                    }
                    return index == 29 || windows.allSatisfy { $0 >= sent + 16000 }
                        || frames.contains { $0.stream == 3 && $0.kind == Frame.Kind.headers }
                }
            }
            #expect(try await client.answer(3).text == String(repeating: piece, count: 30))
        }
    }

    @Test func `HEAD has the fields of the body and no body`() async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.headers(1, Frame.request("HEAD", "/now")))
            let answer = try await client.answer()
            #expect(answer.fields["content-length"] == "3")
            #expect(answer.body.isEmpty)
            #expect(answer.isWhole)
        }
    }

    @Test func `a method that HTTP 1 does not know here is served`() async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.headers(1, Frame.request("FROBNICATE", "/now")))
            #expect(try await client.answer().status == 501)
        }
    }

    @Test func `a method of the description's own is served`() async throws {
        let description = """
            openapi: 3.2.0
            info: { title: T, version: "1" }
            paths:
              /now:
                additionalOperations:
                  FROBNICATE:
                    x-entry-node-id: frobnicate
                    responses: { "200": { description: ok, content: { text/plain: {} } } }
            """
        var nodes = NodeRegistry()
        nodes.register("frobnicate") { _ in .text("done") }
        let api = try StreamServer.compile(description, nodes, .hasty())
        try await withServer(api: api, http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.headers(1, Frame.request("FROBNICATE", "/now")))
            #expect(try await client.answer().text == "done")
        }
    }

    @Test func `pieces of a cookie are one`() throws {
        let fields = [("cookie", "a=1"), ("x", "y"), ("cookie", "b=2")]
        let head = try ReceivedHead(
            HPACKHeaders(Frame.request("GET", "/") + fields), .headAlone, ServerLimits(Limits(), loops: 1))
        #expect(head.fields.map { "\($0.name): \($0.value)" } == ["Host: a", "x: y", "cookie: a=1; b=2"])
    }

    @Test func `draining tells clients to go, and ends with the last stream`() async throws {
        let begun = Signal()
        let mayEnd = Signal()
        let streams = StreamServer(down: { _ in
            begun.set()
            await mayEnd.wait()
            return .text("done")
        })
        try await withServer(limits: .hasty { $0.drainTimeout = .seconds(60) }, api: streams.compiled(), http2: .always)
        { server in
            let client = try await FrameClient(server)
            client.send(.get("/down"))
            await begun.wait()
            async let drained: Void = server.server.drain()
            let frames = await client.frames { frames in frames.contains { $0.kind == Frame.Kind.ping } }
            #expect(frames.last { $0.kind == Frame.Kind.goAway }?.code == 0)
            let ping = try #require(frames.last { $0.kind == Frame.Kind.ping })
            client.send(Frame(kind: Frame.Kind.ping, flags: Frame.acknowledges, payload: ping.payload))
            mayEnd.set()
            #expect(try await client.answer().text == "done")
            _ = await client.client.receivedUntilClosed()
            #expect(client.client.isClosed)
            await drained
        }
    }

    @Test func `a connection without streams is ended after a while`() async throws {
        let limits = Limits.hasty { $0.headTimeout = .seconds(1) }
        try await withServer(limits: limits, http2: .always) { server in
            let silent = try await FrameClient(raw: server, Array(FrameClient.preface.prefix(10)))
            let idle = try await FrameClient(server)
            _ = await idle.client.receivedUntilClosed()
            #expect(idle.frames.last { $0.kind == Frame.Kind.goAway }?.code == 0)
            #expect(await silent.client.receivedUntilClosed() == "")
            #expect(idle.client.isClosed && silent.client.isClosed)
        }
    }

    @Test func `a client that waits to be asked for its body is asked`() async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.post("/body", 1, [("expect", "100-continue")]))
            _ = await client.frames { frames in frames.contains { $0.kind == Frame.Kind.headers } }
            client.send(.data(1, "abc"))
            let answer = try await client.answer()
            #expect(answer.statuses == [100, 200])
            #expect(answer.text == "abc")
        }
    }

    @Test func `HTTP 1 is spoken on the same port, with clients of every pace`() async throws {
        try await withServer(http2: .always) { server in
            for request in ["GET /now HTTP/1.1\r\nHost: a\r\n\r\n", "PROPFIND /now HTTP/1.1\r\nHost: a\r\n\r\n"] {
                let client = try await server.client()
                for byte in request.utf8 {
                    client.send([byte])
                    await Task.yield()
                }
                #expect(await client.answers(1).map(\.status) == [request.hasPrefix("GET") ? 200 : 501])
            }
        }
    }

    @Test func `a preface that comes byte by byte is one`() async throws {
        try await withServer(http2: .always) { server in
            let bytes = FrameClient.preface + Frame.settings().bytes + Frame.get("/now").bytes
            let client = try await FrameClient(raw: server, [])
            for byte in bytes {
                client.client.send([byte])
                await Task.yield()
            }
            #expect(try await client.answer().status == 200)
        }
    }

    @Test(arguments: [HTTP2Use.never, .withTLS])
    func `HTTP 2 without TLS is refused unless it is asked for`(use: HTTP2Use) async throws {
        try await withServer(http2: use) { server in
            let client = try await FrameClient(raw: server, FrameClient.preface + Frame.settings().bytes)
            #expect(Answer.parse(await client.client.receivedUntilClosed()).map(\.status) == [400])
        }
    }

    @Test func `a reset stream cancels its node`() async throws {
        let before = TestAPI.cancelled.load(ordering: .relaxed)
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.get("/endless"), .get("/later", 3))
            _ = try await client.answer(3)
            client.send(.reset(1))
            for _ in 0..<3000 where TestAPI.cancelled.load(ordering: .relaxed) == before {
                try await Task.sleep(for: .milliseconds(5))
            }
            client.send(.get("/now", 5))
            #expect(try await client.answer(5).status == 200)
        }
        #expect(TestAPI.cancelled.load(ordering: .relaxed) > before)
    }
}
