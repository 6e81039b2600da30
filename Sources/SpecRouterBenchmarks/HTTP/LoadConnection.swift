import NIOCore

/// One connection of a load: sends a request when told to, reads the answer, tells the load of it.
final class LoadConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let load: Load
    private var context: ChannelHandlerContext?
    private var reader = AnswerReader()
    /// When the request that is under way should have left.
    private var due: NIODeadline?

    init(_ load: Load) {
        self.load = load
    }

    func send(due: NIODeadline) {
        self.due = due
        context?.writeAndFlush(wrapOutboundOut(load.request), promise: nil)
    }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        load.opened(self)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        while buffer.readableBytes > 0, let status = reader.read(&buffer) { answered(status) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        load.closed(self, isWaiting: due != nil)
    }

    private func answered(_ status: Int) {
        guard let due else { return }
        self.due = nil
        load.answered(self, status, after: NIODeadline.now() - due)
    }
}
