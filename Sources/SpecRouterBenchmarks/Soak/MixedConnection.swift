import NIOCore

/// One connection of a mixed load: sends what it is told to, and tells the load what became of it.
final class MixedConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let load: MixedLoad
    private var context: ChannelHandlerContext?
    private var reader = AnswerReader()
    private(set) var waiting: LoadCase?
    /// The client goes away by itself.
    private(set) var isLeaving = false

    init(_ load: MixedLoad) {
        self.load = load
    }

    func send(_ request: LoadCase) {
        waiting = request
        context?.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: request.bytes)), promise: nil)
    }

    /// Sends the first octets of a request, perhaps all of them, and goes.
    func leave(after request: LoadCase, octets: Int) {
        isLeaving = true
        guard let context else { return }
        context.write(wrapOutboundOut(ByteBuffer(bytes: request.bytes.prefix(octets))), promise: nil)
        context.flush()
        context.close(promise: nil)
    }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        load.opened(self)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        while buffer.readableBytes > 0, let status = reader.read(&buffer) {
            guard let request = waiting else { return load.unexpected() }
            waiting = nil
            load.answered(self, request, status)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        load.closed(self)
    }
}
