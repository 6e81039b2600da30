import NIOCore
import NIOHTTP2

/// Hands the frames of one stream to the handler of its request.
final class HTTP2StreamReader: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame.FramePayload

    private let handler: RequestHandler
    private let stream: HTTP2Stream
    private var sawHead = false
    private var isOpen = false

    init(_ handler: RequestHandler, _ stream: HTTP2Stream) {
        self.handler = handler
        self.stream = stream
    }

    func handlerAdded(context: ChannelHandlerContext) {
        isOpen = true
        stream.connection.streamOpened()
    }

    func channelInactive(context: ChannelHandlerContext) {
        close()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { close() }

    /// Once, and before the next frame: another stream may take this one's place in it.
    private func close() {
        guard isOpen else { return }
        isOpen = false
        stream.connection.streamClosed()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .headers(let head):
            if !sawHead, stream.connection.refusesStream() { return stream.reset(.refusedStream, context) }
            // What comes after the body says nothing about it (RFC 9110, section 6.5.1).
            if !sawHead { handler.receive(head.headers, head.endStream ? .headAlone : .withBody) }
            sawHead = true
            if head.endStream { end() }
        case .data(let data):
            if case .byteBuffer(let bytes) = data.data, bytes.readableBytes > 0 { handler.receive(.body(bytes)) }
            if data.endStream { end() }
        default: break
        }
    }

    private func end() {
        stream.requestIsWhole = true
        handler.receive(.end)
    }
}
