import SpecRouter
import Testing

@testable import SpecGateway

/// What a sequence of frames is answered with, right ones and wrong ones (RFC 9113).
@Suite struct FrameTests {
    enum Outcome: Sendable {
        /// The first stream gets this status, and the connection goes on.
        case answer(Int)
        /// The first stream is reset with one of these codes, and the connection goes on.
        case reset(Set<UInt32>)
        /// The client is told to go away with one of these codes, and the connection ends.
        case goAway(Set<UInt32>)
        /// The connection ends.
        case close
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let outcome: Outcome
        let frames: [Frame]

        init(_ name: String, _ outcome: Outcome, _ frames: Frame...) {
            testDescription = name
            self.outcome = outcome
            self.frames = frames
        }
    }

    private static let protocolError: UInt32 = 1
    private static let flowControl: UInt32 = 3
    private static let streamClosed: UInt32 = 5
    private static let frameSize: UInt32 = 6
    private static let compression: UInt32 = 9
    private static let calm: UInt32 = 11

    private static let get = Frame.request("GET", "/now")

    private static func request(_ more: (String, String)...) -> Frame { .headers(1, get + more) }

    private static func without(_ name: String) -> Frame { .headers(1, get.filter { $0.0 != name }) }

    private static func raw(_ kind: UInt8, _ stream: UInt32, _ payload: [UInt8], flags: UInt8 = 0) -> Frame {
        Frame(kind: kind, flags: flags, stream: stream, payload: payload)
    }

    /// More than one frame takes.
    private static let longTarget: (Frame, Frame) = {
        let block = Frame.block(Frame.request("GET", "/" + String(repeating: "a", count: 16_400)))
        return (
            raw(Frame.Kind.headers, 1, Array(block.prefix(9000)), flags: Frame.endStream),
            raw(Frame.Kind.continuation, 1, Array(block.dropFirst(9000)), flags: Frame.endHeaders)
        )
    }()

    /// Section 8: messages.
    static let messages: [Case] = [
        Case("a request", .answer(200), request()),
        Case("TE: trailers", .answer(200), request(("te", "trailers"))),
        Case("another TE", .reset([protocolError]), request(("te", "gzip"))),
        Case("Connection", .reset([protocolError]), request(("connection", "close"))),
        Case("Keep-Alive", .reset([protocolError]), request(("keep-alive", "5"))),
        Case("Proxy-Connection", .reset([protocolError]), request(("proxy-connection", "close"))),
        Case("Transfer-Encoding", .reset([protocolError]), request(("transfer-encoding", "chunked"))),
        Case("Upgrade", .reset([protocolError]), request(("upgrade", "h2c"))),
        Case("a name in capitals", .reset([protocolError]), request(("X-A", "b"))),
        Case("a name with a space", .reset([protocolError]), request(("x a", "b"))),
        Case("no name", .goAway([protocolError, compression]), request(("", "b"))),
        Case("CR in a value", .reset([protocolError]), request(("x", "a\rb"))),
        Case("LF in a value", .reset([protocolError]), request(("x", "a\nb"))),
        Case("NUL in a value", .reset([protocolError]), request(("x", "a\u{0}b"))),
        Case("no method", .reset([protocolError]), without(":method")),
        Case("no scheme", .reset([protocolError]), without(":scheme")),
        Case("no path", .reset([protocolError]), without(":path")),
        Case("an empty path", .reset([protocolError]), .headers(1, Frame.request("GET", ""))),
        Case("two paths", .reset([protocolError]), .headers(1, [(":path", "/a")] + get)),
        Case("two methods", .reset([protocolError]), .headers(1, [(":method", "GET")] + get)),
        Case("a status", .reset([protocolError]), .headers(1, [(":status", "200")] + get)),
        Case("an unknown pseudo-field", .reset([protocolError]), .headers(1, [(":a", "b")] + get)),
        Case("a pseudo-field after a field", .reset([protocolError]), .headers(1, [("a", "b")] + get)),
        Case("no host", .answer(400), without(":authority")),
        Case("Host alone", .answer(200), .headers(1, get.filter { $0.0 != ":authority" } + [("host", "a")])),
        Case("Host and authority", .answer(200), request(("host", "a"))),
        Case("Host unlike authority", .answer(400), request(("host", "b"))),
        Case(
            "two Hosts", .answer(400),
            .headers(1, get.filter { $0.0 != ":authority" } + [("host", "a"), ("host", "a")])),
        Case("CONNECT", .answer(400), .headers(1, [(":method", "CONNECT"), (":authority", "a")])),
        Case("a long target", .answer(414), longTarget.0, longTarget.1),
        Case("many fields", .answer(431), .headers(1, get + (0..<101).map { ("x\($0)", "") })),
        Case(
            "a body longer than its length", .reset([protocolError]), .post("/body", 1, [("content-length", "2")]),
            .data(1, "abc")),
        Case(
            "a body shorter than its length", .reset([protocolError]), .post("/body", 1, [("content-length", "4")]),
            .data(1, "abc")),
        Case("a length without a body", .reset([protocolError]), request(("content-length", "4"))),
        Case(
            "a length that is none", .reset([protocolError]), .post("/body", 1, [("content-length", "x")]),
            .data(1, "abc")),
        Case(
            "a list of lengths", .answer(400), .post("/body", 1, [("content-length", "3, 3")]),
            .data(1, "abc")),
        Case(
            "a signed length", .answer(400), .post("/body", 1, [("content-length", "+3")]), .data(1, "abc")),
        Case("a body that says it is too large", .answer(413), .post("/body", 1, [("content-length", "2000000")])),
        Case("trailers", .answer(200), .post("/body"), .data(1, "a", flags: 0), .headers(1, [("x", "y")])),
        Case(
            "trailers that do not end the stream", .reset([protocolError]), .post("/body"), .data(1, "a", flags: 0),
            .headers(1, [("x", "y")], flags: Frame.endHeaders)),
        Case(
            "trailers with a pseudo-field", .reset([protocolError]), .post("/body"), .data(1, "a", flags: 0),
            .headers(1, [(":path", "/")])),
    ]

    /// Sections 4 to 6: frames.
    static let frames: [Case] = [
        Case("an unknown kind of frame", .answer(200), raw(77, 0, [1, 2]), request()),
        Case("an unknown setting", .answer(200), .settings([(99, 1)]), request()),
        Case("priority", .answer(200), raw(Frame.Kind.priority, 1, [0, 0, 0, 0, 9]), request()),
        Case(
            "padding", .answer(200),
            raw(Frame.Kind.headers, 1, [2] + Frame.block(get) + [0, 0], flags: Frame.endHeaders | Frame.endStream | 8)),
        Case(
            "a head in two frames", .answer(200),
            raw(Frame.Kind.headers, 1, Array(Frame.block(get).prefix(5)), flags: Frame.endStream),
            raw(Frame.Kind.continuation, 1, Array(Frame.block(get).dropFirst(5)), flags: Frame.endHeaders)),
        Case("data on no stream", .goAway([protocolError]), raw(Frame.Kind.data, 0, [1])),
        Case("a head on no stream", .goAway([protocolError]), .headers(0, get)),
        Case("an even stream", .goAway([protocolError]), .headers(2, get)),
        Case("an older stream", .goAway([protocolError, streamClosed]), .headers(5, get), .headers(3, get)),
        Case("data on an idle stream", .goAway([protocolError, streamClosed]), .data(1, "a")),
        Case("a reset of an idle stream", .goAway([protocolError]), .reset(1)),
        Case("a window of an idle stream", .goAway([protocolError]), .windowUpdate(1, 1)),
        Case(
            "a head without an end before another frame", .goAway([protocolError]), .headers(1, get, flags: 1), .ping()),
        Case(
            "a head without an end before another stream's", .goAway([protocolError]), .headers(1, get, flags: 1),
            raw(Frame.Kind.continuation, 3, [], flags: Frame.endHeaders)),
        Case(
            "a continuation of nothing", .goAway([protocolError]),
            raw(Frame.Kind.continuation, 1, Frame.block(get), flags: 4)),
        Case("more padding than frame", .goAway([protocolError]), raw(Frame.Kind.headers, 1, [200, 0], flags: 12)),
        Case(
            "a frame that is too large", .goAway([frameSize]),
            raw(Frame.Kind.data, 1, Array(repeating: 0, count: 16_385))),
        Case("settings on a stream", .goAway([protocolError]), raw(Frame.Kind.settings, 1, [])),
        Case("settings of a strange size", .goAway([frameSize]), raw(Frame.Kind.settings, 0, [0, 0, 0, 0, 0])),
        Case(
            "an acknowledgement with settings", .goAway([frameSize]),
            raw(Frame.Kind.settings, 0, [0, 1, 0, 0, 0, 0], flags: 1)),
        Case("a window too large to be set", .goAway([flowControl]), .settings([(4, 0x8000_0000)])),
        Case("frames too small to be set", .goAway([protocolError]), .settings([(5, 16_383)])),
        Case("frames too large to be set", .goAway([protocolError]), .settings([(5, 0x100_0000)])),
        Case("a push that is neither on nor off", .goAway([protocolError]), .settings([(2, 2)])),
        Case("a ping on a stream", .goAway([protocolError]), raw(Frame.Kind.ping, 1, Array(repeating: 0, count: 8))),
        Case("a ping of seven octets", .goAway([frameSize]), raw(Frame.Kind.ping, 0, Array(repeating: 0, count: 7))),
        Case("a window that grows by nothing", .goAway([protocolError]), .windowUpdate(0, 0)),
        Case("a window that grows too large", .goAway([flowControl]), .windowUpdate(0, 0x7fff_ffff)),
        Case("a window update of three octets", .goAway([frameSize]), raw(Frame.Kind.windowUpdate, 0, [0, 0, 1])),
        Case("a reset of three octets", .goAway([frameSize]), request(), raw(Frame.Kind.reset, 1, [0, 0, 1])),
        Case("a push by a client", .goAway([protocolError]), raw(Frame.Kind.push, 1, [0, 0, 0, 2], flags: 4)),
        Case("going away on a stream", .goAway([protocolError]), raw(Frame.Kind.goAway, 1, [0, 0, 0, 0, 0, 0, 0, 0])),
        Case("an index of no table", .goAway([compression]), raw(Frame.Kind.headers, 1, [0xff, 0x7f], flags: 5)),
        Case("the index nought", .goAway([compression]), raw(Frame.Kind.headers, 1, [0x80], flags: 5)),
        Case("half a field", .goAway([compression]), raw(Frame.Kind.headers, 1, [0, 5, 0x61], flags: 5)),
        Case(
            "a table larger than allowed", .goAway([compression]),
            raw(Frame.Kind.headers, 1, [0x3f, 0xff, 0xff, 0x7f], flags: 5)),
        Case("data after the end", .close, .get("/endless"), .data(1, "a")),
    ]

    @Test(arguments: messages + frames) func `has its outcome`(sequence: Case) async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(sequence.frames)
            switch sequence.outcome {
            case .answer(let status):
                let answer = try await client.answer()
                #expect(answer.status == status)
                #expect(answer.isWhole)
                try await goesOn(client)
            case .reset(let codes):
                let answer = try await client.answer()
                #expect(answer.reset.map(codes.contains) == true, "\(answer)")
                #expect(answer.status == nil)
                try await goesOn(client)
            case .close:
                _ = await client.client.receivedUntilClosed()
                #expect(client.client.isClosed)
            case .goAway(let codes):
                _ = await client.client.receivedUntilClosed()
                #expect(client.client.isClosed)
                let away = client.frames.last { $0.kind == Frame.Kind.goAway }
                #expect(away?.code.map(codes.contains) == true, "\(client.frames)")
            }
        }
    }

    private func goesOn(_ client: FrameClient) async throws {
        client.send(.get("/now", 101))
        #expect(try await client.answer(101).status == 200)
    }

    @Test func `a first frame that is no settings ends the connection`() async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(raw: server, FrameClient.preface + Frame.get("/now").bytes)
            _ = await client.client.receivedUntilClosed()
            #expect(client.frames.last { $0.kind == Frame.Kind.goAway }?.code == Self.protocolError)
        }
    }

    @Test func `a ping is answered with what it carries`() async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.ping(42))
            let frames = await client.frames { frames in frames.contains { $0.kind == Frame.Kind.ping } }
            let answer = frames.first { $0.kind == Frame.Kind.ping }
            #expect(answer?.flags == Frame.acknowledges)
            #expect(answer?.payload == Array(repeating: 42, count: 8))
        }
    }

    @Test func `the limits are said at once`() async throws {
        try await withServer(limits: .hasty { $0.concurrentStreams = 7 }, http2: .always) { server in
            let client = try await FrameClient(server)
            let frames = await client.frames { !$0.isEmpty }
            let settings = try #require(frames.first { $0.kind == Frame.Kind.settings && $0.flags == 0 })
            let expected: [(UInt16, UInt32)] = [(3, 7), (6, 2 * 16 * 1024), (4, 128 * 1024)]
            #expect(settings == .settings(expected))
        }
    }

    struct Flood: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let frames: [Frame]

        init(_ name: String, _ frames: [Frame]) {
            testDescription = name
            self.frames = frames
        }
    }

    private static func times(_ count: Int, _ frame: Frame) -> [Frame] { Array(repeating: frame, count: count) }

    private static func continuation(_ name: String, _ value: String) -> Frame {
        raw(Frame.Kind.continuation, 1, Frame.block([(name, value)]))
    }

    /// Stream by stream.
    private static func streams(_ count: Int, _ frames: (UInt32) -> [Frame]) -> [Frame] {
        var all: [Frame] = []
        for index in 0..<count { all += frames(UInt32(2 * index + 1)) }
        return all
    }

    private static let begun = Frame.headers(1, get, flags: Frame.endStream)

    /// One field that is kept, then named again in one octet each time.
    private static let bomb: Frame = {
        let field = Frame.block([("x", String(repeating: "a", count: 4000))]).dropFirst()
        let again: [UInt8] = Array(repeating: 0xbe, count: 12_000)
        return raw(Frame.Kind.headers, 1, [0x40] + Array(field) + again, flags: 5)
    }()

    static let floods: [Flood] = [
        Flood("streams that are reset at once", streams(300) { [.get("/later", $0), .reset($0)] }),
        Flood("streams that are malformed", streams(300) { [.headers($0, get + [("connection", "close")])] }),
        Flood("pings", times(1100, .ping())),
        Flood("settings", times(1100, .settings())),
        Flood("priorities", times(1100, raw(Frame.Kind.priority, 1, [0, 0, 0, 0, 9]))),
        Flood("windows of the connection", times(1100, .windowUpdate(0, 1))),
        Flood("windows of a stream", [.get("/endless")] + times(1100, .windowUpdate(1, 1))),
        Flood("windows of a stream that is over", [.get("/now"), .reset(1)] + times(1100, .windowUpdate(1, 1))),
        Flood("farewells", times(1100, raw(Frame.Kind.goAway, 0, Array(repeating: 0, count: 8)))),
        Flood("frames of an unknown kind", times(1100, raw(77, 0, [1, 2]))),
        Flood("data without data", [.post("/body")] + times(40, .data(1, "", flags: 0))),
        Flood("continuations", [begun] + times(20, continuation("x", "y"))),
        Flood("a head without end", [begun] + times(4, continuation("x", String(repeating: "a", count: 16_000)))),
        Flood("a head that grows when it is unpacked", [bomb]),
    ]

    @Test(arguments: floods) func `a flood ends the connection`(flood: Flood) async throws {
        try await withServer(http2: .always) { server in
            let client = try await FrameClient(server, window: 0x7000_0000)
            client.send(flood.frames)
            _ = await client.client.receivedUntilClosed()
            #expect(client.client.isClosed)
            let away = client.frames.last { $0.kind == Frame.Kind.goAway }
            let codes = [Self.calm, Self.protocolError, Self.compression]
            #expect(away?.code.map(codes.contains) == true, "\(client.frames)")
            // Others are served as before.
            let next = try await FrameClient(server)
            next.send(.get("/now"))
            #expect(try await next.answer().status == 200)
        }
    }
}
