import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A bare client over TCP or TLS: sends what it is told, byte by byte if asked, and keeps what comes back.
final class SocketClient: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let channel: Mutex<(any Channel)?> = Mutex(nil)

    /// `first` is sent as soon as the connection is there, however late the caller goes on; `prelude` before that, and
    /// before TLS.
    init(
        port: Int, sending first: String = "", isReading: Bool = true, tls: NIOSSLContext? = nil, prelude: [UInt8] = []
    ) async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.autoRead, value: isReading)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if !prelude.isEmpty { try channel.pipeline.syncOperations.addHandler(Prelude(prelude)) }
                    if let tls {
                        let handler = try NIOSSLClientHandler(context: tls, serverHostname: "localhost")
                        try channel.pipeline.syncOperations.addHandler(handler)
                    }
                    try channel.pipeline.syncOperations.addHandler(Collector(self, first))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        self.channel.withLock { $0 = channel }
    }

    /// Sends what comes before TLS.
    private final class Prelude: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let bytes: [UInt8]

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        func channelActive(context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            context.fireChannelActive()
        }
    }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        let client: SocketClient
        private let first: String

        init(_ client: SocketClient, _ first: String) {
            self.client = client
            self.first = first
        }

        func channelActive(context: ChannelHandlerContext) {
            guard !first.isEmpty else { return }
            context.channel.writeAndFlush(ByteBuffer(string: first), promise: nil)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = unwrapInboundIn(data).readableBytesView
            client.state.withLock { $0.bytes += bytes }
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            guard case .inputClosed? = event as? ChannelEvent else { return }
            client.state.withLock { $0.isClosed = true }
            context.close(promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) {
            client.state.withLock { $0.isClosed = true }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }

    private var open: (any Channel)? { channel.withLock { $0 } }

    func send(_ text: String) {
        open?.writeAndFlush(ByteBuffer(string: text), promise: nil)
    }

    func send(_ bytes: [UInt8]) {
        open?.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    }

    /// Whether the system has taken all of it.
    func sendAll(_ bytes: [UInt8]) async -> Bool {
        (try? await open?.writeAndFlush(ByteBuffer(bytes: bytes)).get()) != nil
    }

    func closeOutput() {
        open?.close(mode: .output, promise: nil)
    }

    func close() async {
        try? await open?.close()
    }

    func startReading() async throws {
        try await open?.setOption(.autoRead, value: true).get()
    }

    var bytes: [UInt8] { state.withLock { $0.bytes } }
    var receivedBytes: [UInt8] { receivedBytes(from: 0) }

    func receivedBytes(from start: Int) -> [UInt8] { state.withLock { Array($0.bytes[start...]) } }

    var received: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// What came until `condition` held, or the time was over.
    func received(within time: Duration = .seconds(120), until condition: (String) -> Bool) async -> String {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: time)
        while !condition(received), clock.now < end { try? await Task.sleep(for: .milliseconds(3)) }
        return received
    }

    /// Everything up to the server's close.
    func receivedUntilClosed(within time: Duration = .seconds(120)) async -> String {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: time)
        while !isClosed, clock.now < end { try? await Task.sleep(for: .milliseconds(3)) }
        return received
    }

    /// So many answers, each with its body as `Content-Length` says.
    func answers(_ count: Int, within time: Duration = .seconds(120)) async -> [Answer] {
        let text = await received(within: time) { Answer.parse($0).count >= count }
        return Answer.parse(text)
    }
}

/// An answer as it came over the wire.
struct Answer: Sendable, Equatable {
    var status: Int
    var fields: [String: String]
    var body: String

    static func parse(_ text: String) -> [Answer] {
        var rest = Array(text.utf8)[...]
        var answers: [Answer] = []
        while let answer = next(&rest) { answers.append(answer) }
        return answers
    }

    private static func next(_ rest: inout ArraySlice<UInt8>) -> Answer? {
        let bytes = Array(rest)
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let line = lines.first, let status = Int(line.split(separator: " ").dropFirst().first ?? "") else {
            return nil
        }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[parts.first.map { $0.lowercased() } ?? ""] = parts.last.map { String($0.drop { $0 == " " }) }
        }
        let length = Int(fields["content-length"] ?? "0") ?? 0
        guard bytes.count - end.upperBound >= length else { return nil }
        let body = String(decoding: bytes[end.upperBound..<(end.upperBound + length)], as: UTF8.self)
        rest = rest.dropFirst(end.upperBound + length)
        return Answer(status: status, fields: fields, body: body)
    }
}
