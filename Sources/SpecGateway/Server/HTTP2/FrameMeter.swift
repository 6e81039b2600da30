import NIOCore

/// What SwiftNIO lets pass on a connection of HTTP/2, as of swift-nio-http2 1.46: it stands between the socket and its
/// handler of frames.
///
/// - Frames that are counted nowhere else end the connection when there are many of them: updates of windows that no data
///   was sent for, farewells, kinds that nobody knows.
/// - SwiftNIO ends the connection at the first stream above the announced limit, with all the answers that are under way.
///   So it is told a higher limit than the client, and the streams between the two are refused one by one (RFC 9113,
///   section 5.1.2). May go when SwiftNIO refuses them itself.
final class FrameMeter: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let connection: HTTP2Connection
    private let concurrentStreams: Int
    private var received = FrameScanner(skipping: FrameScanner.preface)
    private var sent = FrameScanner()
    private var budget = FrameBudget(1000)
    private var hasAnnounced = false

    init(_ connection: HTTP2Connection, _ limits: ServerLimits) {
        self.connection = connection
        concurrentStreams = limits.concurrentStreams
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !connection.isFlooded else { return }
        var isFlood = false
        received.forEachKind(in: unwrapInboundIn(data).readableBytesView) { if !permits($0) { isFlood = true } }
        context.fireChannelRead(data)
        if isFlood { connection.endFlood() }
    }

    private func permits(_ kind: UInt8) -> Bool {
        switch kind {
        // HEADERS: a client may open a stream's window at once, and the connection's.
        case 1: budget.earn(2)
        // GOAWAY, WINDOW_UPDATE, and what is beyond CONTINUATION.
        case 7, 8, 10...: return budget.spend()
        default: break
        }
        return true
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .byteBuffer(var bytes) = unwrapOutboundIn(data) else {
            return context.write(data, promise: promise)
        }
        // DATA: updates of both windows may follow, also for small parts of it.
        sent.forEachKind(in: bytes.readableBytesView) { if $0 == 0 { budget.earn(10) } }
        guard !hasAnnounced else { return context.write(data, promise: promise) }
        hasAnnounced = true
        announceLimit(in: &bytes)
        context.write(wrapOutboundOut(.byteBuffer(bytes)), promise: promise)
    }

    /// The first frame that is written is that of the settings, each of six octets (section 6.5.1).
    private func announceLimit(in settings: inout ByteBuffer) {
        let start = settings.readerIndex
        for index in stride(from: start + 9, to: settings.writerIndex - 5, by: 6)
        where settings.getInteger(at: index, as: UInt16.self) == 3 {
            settings.setInteger(UInt32(clamping: concurrentStreams), at: index + 2)
        }
    }
}
