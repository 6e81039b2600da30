import NIOCore
import NIOHPACK
import NIOSSL
import Synchronization

/// One frame of HTTP/2 (RFC 9113, section 4.1), right or wrong.
struct Frame: Sendable, Equatable {
    enum Kind {
        static let data: UInt8 = 0
        static let headers: UInt8 = 1
        static let priority: UInt8 = 2
        static let reset: UInt8 = 3
        static let settings: UInt8 = 4
        static let push: UInt8 = 5
        static let ping: UInt8 = 6
        static let goAway: UInt8 = 7
        static let windowUpdate: UInt8 = 8
        static let continuation: UInt8 = 9
    }

    static let endStream: UInt8 = 1
    static let acknowledges: UInt8 = 1
    static let endHeaders: UInt8 = 4

    var kind: UInt8
    var flags: UInt8 = 0
    var stream: UInt32 = 0
    var payload: [UInt8] = []

    var bytes: [UInt8] {
        let count = UInt32(payload.count)
        return [UInt8(truncatingIfNeeded: count >> 16), UInt8(truncatingIfNeeded: count >> 8)]
            + [UInt8(truncatingIfNeeded: count), kind, flags] + stream.octets + payload
    }

    /// Of a reset, and of going away.
    var code: UInt32? {
        switch kind {
        case Kind.reset: payload.number(at: 0)
        case Kind.goAway: payload.number(at: 4)
        default: nil
        }
    }

    /// The whole frames, and how many octets they take.
    static func parse(_ bytes: [UInt8]) -> (frames: [Frame], count: Int) {
        var rest = bytes[...]
        var frames: [Frame] = []
        while rest.count >= 9 {
            let head = Array(rest.prefix(9))
            let count = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
            guard rest.count >= 9 + count else { break }
            let payload = Array(rest.dropFirst(9).prefix(count))
            frames.append(Frame(kind: head[3], flags: head[4], stream: head.number(at: 5) ?? 0, payload: payload))
            rest = rest.dropFirst(9 + count)
        }
        return (frames, bytes.count - rest.count)
    }
}

extension Frame {
    static func headers(
        _ stream: UInt32, _ fields: [(String, String)], flags: UInt8 = Frame.endHeaders | Frame.endStream
    ) -> Frame {
        Frame(kind: Kind.headers, flags: flags, stream: stream, payload: block(fields))
    }

    /// Each field as a literal that no table keeps (RFC 7541, section 6.2.2).
    static func block(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap { [0] + text($0.0) + text($0.1) }
    }

    private static func text(_ text: String) -> [UInt8] {
        var rest = text.utf8.count
        guard rest >= 127 else { return [UInt8(rest)] + Array(text.utf8) }
        var bytes: [UInt8] = [127]
        rest -= 127
        while rest >= 128 {
            bytes.append(UInt8(rest & 127 | 128))
            rest >>= 7
        }
        return bytes + [UInt8(rest)] + Array(text.utf8)
    }

    static func data(_ stream: UInt32, _ text: String, flags: UInt8 = Frame.endStream) -> Frame {
        Frame(kind: Kind.data, flags: flags, stream: stream, payload: Array(text.utf8))
    }

    static func settings(_ settings: [(UInt16, UInt32)] = []) -> Frame {
        Frame(
            kind: Kind.settings,
            payload: settings.flatMap { [UInt8($0.0 >> 8), UInt8($0.0 & 255)] + $0.1.octets })
    }

    static func reset(_ stream: UInt32, code: UInt32 = 8) -> Frame {
        Frame(kind: Kind.reset, stream: stream, payload: code.octets)
    }

    static func ping(_ byte: UInt8 = 1) -> Frame {
        Frame(kind: Kind.ping, payload: Array(repeating: byte, count: 8))
    }

    static func windowUpdate(_ stream: UInt32, _ increment: UInt32) -> Frame {
        Frame(kind: Kind.windowUpdate, stream: stream, payload: increment.octets)
    }

    static func get(_ path: String, _ stream: UInt32 = 1, _ more: [(String, String)] = []) -> Frame {
        headers(stream, request("GET", path) + more)
    }

    static func post(_ path: String, _ stream: UInt32 = 1, _ more: [(String, String)] = []) -> Frame {
        headers(stream, request("POST", path) + [("content-type", "text/plain")] + more, flags: endHeaders)
    }

    static func request(_ method: String, _ path: String) -> [(String, String)] {
        [(":method", method), (":scheme", "http"), (":path", path), (":authority", "a")]
    }
}

extension UInt32 {
    var octets: [UInt8] { stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> UInt32($0)) } }
}

extension [UInt8] {
    fileprivate func number(at start: Int) -> UInt32? {
        guard count >= start + 4 else { return nil }
        return self[start..<(start + 4)].reduce(0) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
    }
}

/// A client of HTTP/2 that sends the frames that it is told, and keeps those that come back.
struct FrameClient: Sendable {
    static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    let client: SocketClient
    private let log = FrameLog()

    /// Greets with windows that take everything, that of the connection with room for updates, and takes over the server's settings.
    init(
        _ server: RunningServer, tls: NIOSSLContext? = nil, window: UInt32 = 0x7fff_ffff,
        isReading: Bool = true
    ) async throws {
        try await self.init(server.client(isReading: isReading, tls: tls), window: window)
    }

    init(_ client: SocketClient, window: UInt32 = 0x7fff_ffff) async throws {
        self.client = client
        client.send(Self.preface)
        send([.settings([(UInt16(4), window)]), .windowUpdate(0, 0x7000_0000)])
        send(Frame(kind: Frame.Kind.settings, flags: Frame.acknowledges))
    }

    /// Sends what it is told and nothing else.
    init(raw server: RunningServer, _ bytes: [UInt8]) async throws {
        client = try await server.client()
        client.send(bytes)
    }

    func send(_ frames: Frame...) { send(frames) }

    func send(_ frames: [Frame]) { client.send(frames.flatMap(\.bytes)) }

    var frames: [Frame] { log.frames(of: client) }

    /// Waits until `condition` holds of the frames, or the connection is closed.
    func frames(until condition: ([Frame]) -> Bool) async -> [Frame] {
        while !condition(frames), !client.isClosed { try? await Task.sleep(for: .milliseconds(3)) }
        return frames
    }

    /// The answer on a stream, once it has ended, or been reset, or the connection is closed.
    func answer(_ stream: UInt32 = 1) async throws -> StreamAnswer {
        try StreamAnswer(stream, in: await frames { frames in frames.contains { $0.ends(stream) } })
    }
}

/// The frames that came so far, each read once.
private final class FrameLog: Sendable {
    private let state = Mutex((frames: [Frame](), count: 0))

    func frames(of client: SocketClient) -> [Frame] {
        state.withLock { state in
            let (frames, count) = Frame.parse(client.receivedBytes(from: state.count))
            state.frames += frames
            state.count += count
            return state.frames
        }
    }
}

extension Frame {
    fileprivate func ends(_ stream: UInt32) -> Bool {
        guard self.stream == stream else { return false }
        return kind == Kind.reset || (kind == Kind.data || kind == Kind.headers) && flags & Frame.endStream != 0
    }
}

/// What came on one stream.
struct StreamAnswer: Sendable, Equatable {
    var statuses: [Int] = []
    var fields: [String: String] = [:]
    var body: [UInt8] = []
    var isWhole = false
    var reset: UInt32?

    var status: Int? { statuses.last }
    var text: String { String(decoding: body, as: UTF8.self) }

    init(_ stream: UInt32, in frames: [Frame]) throws {
        var decoder = HPACKDecoder(allocator: ByteBufferAllocator())
        for frame in frames {
            switch frame.kind {
            case Frame.Kind.headers:
                var block = ByteBuffer(bytes: frame.payload)
                let head = try decoder.decodeHeaders(from: &block)
                guard frame.stream == stream else { continue }
                for (name, value, _) in head { fields[name] = value }
                statuses += head.first(name: ":status").flatMap { Int($0) }.map { [$0] } ?? []
            case Frame.Kind.data where frame.stream == stream: body += frame.payload
            case Frame.Kind.reset where frame.stream == stream: reset = frame.code
            default: break
            }
            if frame.stream == stream, frame.kind < 2, frame.flags & Frame.endStream != 0 { isWhole = true }
        }
    }
}
