import NIOCore

/// Stops accepting while the server has as many connections as it takes; further ones wait in the socket's backlog.
final class ConnectionLimit: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    private let limit: Int
    private var count = 0
    private var readIsPending = false
    private var context: ChannelHandlerContext?

    init(_ limit: Int) {
        self.limit = limit
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let child = unwrapInboundIn(data)
        count += 1
        child.closeFuture.hop(to: context.eventLoop).assumeIsolated().whenComplete { _ in self.release() }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if count < limit { context.read() } else { readIsPending = true }
    }

    private func release() {
        count -= 1
        guard readIsPending, count < limit else { return }
        readIsPending = false
        context?.read()
    }
}
