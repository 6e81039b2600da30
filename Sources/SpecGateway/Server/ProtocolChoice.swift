import NIOCore
import NIOHTTP2
import NIOSSL
import NIOTLS
import SpecRouter

/// Waits until it is known which version of HTTP a new connection speaks, then lets it begin: the end of the TLS
/// handshake tells it, or the first octets where there is no TLS.
final class ProtocolChoice: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    enum Sign {
        case handshake, firstOctets
    }

    /// What a client of HTTP/2 sends first (RFC 9113, section 3.4).
    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    private let loop: LoopContext
    private let sign: Sign
    private var deadline: NIODeadline
    private var context: ChannelHandlerContext?
    private var received = ByteBuffer()

    init(_ loop: LoopContext, _ sign: Sign) {
        self.loop = loop
        self.sign = sign
        deadline = .now() + (sign == .handshake ? loop.limits.handshakeTimeout : loop.limits.idleTimeout)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        loop.add(.choice(self), ObjectIdentifier(self))
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        loop.remove(ObjectIdentifier(self))
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case TLSUserEvent.handshakeCompleted(let negotiated): begin(isHTTP2: negotiated == "h2", context)
        // The client went, or will send no more, before anything was known.
        case ChannelEvent.inputClosed: abort()
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if received.readableBytes == 0 { deadline = .now() + loop.limits.headTimeout }
        received.writeImmutableBuffer(unwrapInboundIn(data))
        let bytes = received.readableBytesView
        if bytes.starts(with: Self.preface) {
            begin(isHTTP2: true, context)
        } else if !Self.preface.starts(with: bytes) {
            begin(isHTTP2: false, context)
        }
    }

    private func begin(isHTTP2: Bool, _ context: ChannelHandlerContext) {
        // Without authorities none is asked for, so one that is there is verified.
        let certificate = sign == .handshake ? try? context.pipeline.syncOperations.nioSSL_peerCertificate() : nil
        let peer = certificate.flatMap { PeerCertificate($0) }
        do {
            if isHTTP2 {
                try ConnectionSetup.addHTTP2(to: context.channel, loop, after: self, peer: peer)
            } else {
                try ConnectionSetup.addHTTP1(to: context.channel, loop, after: self, peer: peer)
            }
        } catch {
            return abort()
        }
        if received.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(received)) }
        context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if sign == .handshake { loop.report(handshakeFailure: "\(error)") }
        abort()
    }

    /// Closes a connection whose client does not get to the point.
    func check(at now: NIODeadline) {
        guard now >= deadline else { return }
        if sign == .handshake { loop.report(handshakeFailure: "The handshake was not finished in time.") }
        abort()
    }

    func abort() {
        context?.close(promise: nil)
    }
}
