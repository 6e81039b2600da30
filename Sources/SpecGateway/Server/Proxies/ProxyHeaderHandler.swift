import NIOCore
import SpecRouter

/// Takes the PROXY protocol off the beginning of a connection, before TLS. A connection without it, or from a peer that
/// is not trusted, is closed without a word.
///
/// It stays, so that the handler of requests finds the address, however late that comes.
final class ProxyHeaderHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private enum State {
        case reading([UInt8])
        case passing
        case closed
    }

    private let trusted: TrustedProxies
    private let timeout: TimeAmount
    private var state = State.reading([])
    private var timer: Scheduled<Void>?
    /// Whom the proxy has seen; nil where it does not say.
    private(set) var source: IPAddress?

    init(_ trusted: TrustedProxies, timeout: TimeAmount) {
        self.trusted = trusted
        self.timeout = timeout
    }

    func channelActive(context: ChannelHandlerContext) {
        guard trusted.contains(context.remoteAddress?.ip) else { return close(context) }
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: timeout) { self.close(context) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        state = .closed
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch state {
        case .passing: context.fireChannelRead(data)
        case .closed: break
        case .reading(var bytes):
            bytes += unwrapInboundIn(data).readableBytesView
            switch ProxyHeader.read(bytes) {
            case .incomplete: state = .reading(bytes)
            case .invalid: close(context)
            case .complete(let header, let count): pass(header, bytes.dropFirst(count), context)
            }
        }
    }

    private func pass(_ header: ProxyHeader, _ rest: ArraySlice<UInt8>, _ context: ChannelHandlerContext) {
        timer?.cancel()
        state = .passing
        source = header.source
        if !rest.isEmpty { context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: rest))) }
    }

    private func close(_ context: ChannelHandlerContext) {
        timer?.cancel()
        state = .closed
        context.close(promise: nil)
    }
}

extension SocketAddress {
    var ip: IPAddress? { ipAddress.flatMap { IPAddress($0) } }
}
