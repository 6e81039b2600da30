import NIOCore
import NIOSSL
import NIOTLS

/// Waits for the end of a connection's handshake, then lets the negotiated protocol begin.
final class TLSHandshake: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let loop: LoopContext
    private let deadline: NIODeadline
    private var context: ChannelHandlerContext?

    init(_ loop: LoopContext) {
        self.loop = loop
        deadline = .now() + loop.limits.handshakeTimeout
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        loop.add(.handshake(self), ObjectIdentifier(self))
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        loop.remove(ObjectIdentifier(self))
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent { complete(context) }
        context.fireUserInboundEventTriggered(event)
    }

    private func complete(_ context: ChannelHandlerContext) {
        do {
            try ConnectionSetup.addHTTP1(to: context.channel, loop, after: self)
            context.pipeline.syncOperations.removeHandler(self, promise: nil)
        } catch {
            abort()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        loop.report(handshakeFailure: "\(error)")
        abort()
    }

    /// Closes a connection whose client does not finish.
    func check(at now: NIODeadline) {
        guard now >= deadline else { return }
        loop.report(handshakeFailure: "The handshake was not finished in time.")
        abort()
    }

    func abort() {
        context?.close(promise: nil)
    }
}
