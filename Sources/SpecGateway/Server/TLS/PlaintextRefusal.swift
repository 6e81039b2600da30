import NIOCore
import SpecRouter

/// Answers plain HTTP on a port for TLS in plain words, where a handshake would fail without any.
final class PlaintextRefusal: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The first octet of a handshake's record (RFC 8446, section 5.1).
    private static let handshake: UInt8 = 22

    private let loop: LoopContext
    private var hasRefused = false

    init(_ loop: LoopContext) {
        self.loop = loop
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasRefused, let first = unwrapInboundIn(data).readableBytesView.first else { return }
        guard first != Self.handshake else {
            context.fireChannelRead(data)
            return context.pipeline.syncOperations.removeHandler(self, promise: nil)
        }
        hasRefused = true
        loop.report(handshakeFailure: "The client does not speak TLS.")
        context.writeAndFlush(wrapOutboundOut(answer)).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }

    private var answer: ByteBuffer {
        let id = loop.requestIDs.next()
        let response = loop.api.problem(
            Problem(.malformedRequest, "This port speaks TLS: ask with https instead of http."), requestID: id)
        let framing = ResponseSerializer.Framing(
            date: loop.date(at: HTTPDate.now), requestID: id, connection: .close, body: .sent)
        var bytes = ByteBuffer()
        ResponseSerializer.append(response, framing, to: &bytes)
        return bytes
    }
}
