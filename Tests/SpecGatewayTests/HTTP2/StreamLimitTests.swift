import SpecRouter
import Testing

@testable import SpecGateway

/// Streams above the announced number are refused one by one (RFC 9113, section 5.1.2).
@Suite struct StreamLimitTests {
    private static let refused: UInt32 = 7
    private static let calm: UInt32 = 11

    private static func stream(_ index: Int) -> UInt32 { UInt32(2 * index + 1) }

    @Test(arguments: [false, true])
    func `a stream too many is refused, the others are answered`(isAcknowledged: Bool) async throws {
        let mayEnd = Signal()
        let streams = StreamServer(down: { _ in
            await mayEnd.wait()
            return .text("done")
        })
        let limits = Limits.hasty { $0.concurrentStreams = 3 }
        try await withServer(limits: limits, api: streams.compiled(), http2: .always) { server in
            let greeting = FrameClient.preface + Frame.settings().bytes
            let client = try await FrameClient(raw: server, greeting)
            // Before the client knows the limit it may not know better, and is refused as well.
            if isAcknowledged { client.send(Frame(kind: Frame.Kind.settings, flags: Frame.acknowledges)) }
            client.send((0..<5).map { .get("/down", Self.stream($0)) })
            #expect(try await client.answer(7).reset == Self.refused)
            #expect(try await client.answer(9).reset == Self.refused)
            mayEnd.set()
            for index in 0..<3 { #expect(try await client.answer(Self.stream(index)).text == "done") }
            client.send(.get("/down", 11))
            #expect(try await client.answer(11).text == "done")
        }
    }

    @Test func `a refused stream's body is nobody's`() async throws {
        try await withServer(limits: .hasty { $0.concurrentStreams = 1 }, http2: .always) { server in
            let client = try await FrameClient(server)
            client.send(.get("/endless"), .post("/body", 3), .data(3, "abc", flags: 0), .data(3, "def"), .reset(1))
            #expect(try await client.answer(3).reset == Self.refused)
            client.send(.post("/body", 5), .data(5, "abc"))
            #expect(try await client.answer(5).text == "abc")
        }
    }

    /// A stream's place is free with its last frame, not some time later.
    @Test func `as many streams as are allowed follow each other`() async throws {
        try await withServer(limits: .hasty { $0.concurrentStreams = 3 }, http2: .always) { server in
            let client = try await FrameClient(server)
            client.send((0..<3).map { .get($0 == 1 ? "/slow" : "/now", Self.stream($0)) })
            for index in 0..<100 {
                #expect(try await client.answer(Self.stream(index)).status == 200)
                client.send(.get(index % 7 == 1 ? "/later" : "/now", Self.stream(index + 3)))
            }
            let resets = (110..<150).flatMap { [Frame.get("/endless", Self.stream($0)), .reset(Self.stream($0))] }
            for index in 100..<103 { #expect(try await client.answer(Self.stream(index)).status == 200) }
            client.send(resets + [.get("/now", Self.stream(150))])
            #expect(try await client.answer(Self.stream(150)).status == 200)
        }
    }

    @Test func `a client that goes on opening streams is ended`() async throws {
        let limits = Limits.hasty {
            $0.concurrentStreams = 3
            $0.streamResets = 20
        }
        try await withServer(limits: limits, http2: .always) { server in
            let client = try await FrameClient(server)
            client.send((0..<30).map { .get("/endless", Self.stream($0)) })
            _ = await client.client.receivedUntilClosed()
            #expect(client.frames.last { $0.kind == Frame.Kind.goAway }?.code == Self.calm)
        }
    }

    /// What an answer is taken with may be said often.
    @Test func `an answer that is taken in small pieces is not a flood`() async throws {
        let octets = 60_000
        let pieces = StreamServer(down: { _ in
            .stream(contentType: "application/octet-stream") { writer in
                for _ in 0..<(octets / 20) { try await writer.write(Array(repeating: 65, count: 20)) }
            }
        })
        try await withServer(api: pieces.compiled(), http2: .always) { server in
            let client = try await FrameClient(raw: server, FrameClient.preface + Frame.settings([(4, 20)]).bytes)
            client.send(.get("/down"), .windowUpdate(0, 0x7000_0000))
            var taken = 0
            while taken < octets, !client.client.isClosed {
                let data = await client.frames { frames in
                    frames.filter { $0.kind == Frame.Kind.data }.reduce(0) { $0 + $1.payload.count } > taken
                }
                let count = data.filter { $0.kind == Frame.Kind.data }.reduce(0) { $0 + $1.payload.count }
                client.send(.windowUpdate(1, UInt32(count - taken)), .windowUpdate(0, UInt32(count - taken)))
                taken = count
            }
            #expect(taken == octets)
            #expect(try await client.answer().isWhole)
        }
    }
}
