import NIOCore
import SpecRouter

/// Reads the requests of one connection in order, has the API answer them, writes the answers in the same order.
///
/// While one request waits for a verifier or a node, or the client does not take what was written, later ones wait in
/// `input` and the socket is not read. Answers gather in `output` and leave in one write at the end of a read.
final class RequestHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Phase {
        /// Between requests, or in the middle of a head.
        case idle
        /// A verifier waits; the body is not read yet.
        case admitting
        case reading(upTo: Int)
        /// A node waits.
        case answering
        /// The request's body or the answer passes as a stream: `passage` has the state of it.
        case streaming
        /// The request was answered before its body was read; so many octets of it are thrown away.
        case discarding(Int)
        /// The last answer was written; what still comes is thrown away until the client closes.
        case lingering(Int)
        case closed
    }

    let loop: LoopContext
    let wire: Wire
    /// What has come and is not taken yet.
    var input: RequestInput
    var context: ChannelHandlerContext?
    var phase = Phase.idle
    var request: CurrentRequest?
    /// The request's admission, while its body is read.
    var exchange: Exchange?
    /// Of a request whose body or answer is streamed.
    var passage: StreamPassage?
    /// The node has asked for the current request's body.
    var wasContinued = false
    var body: [UInt8] = []
    var task: Task<Void, Never>?
    /// Tells an answer that is awaited from one that came too late.
    var ticket = 0
    var output = ByteBuffer()
    var isInRead = false
    var isProceeding = false
    var readIsPending = false
    /// Whether what is written leaves, or waits for the client; asking the channel costs more than to be told.
    var isWritable = true
    /// When what is being looked at was read, or the last answer was written.
    var lastSeen = NIODeadline.now()
    var flushIsScheduled = false
    var clientIsDone = false
    /// When the current phase has lasted too long.
    var deadline: NIODeadline
    /// A part of a head has come: `deadline` is the head's.
    var headIsTimed = false
    var unsentBytes = 0
    /// Whence the connection's requests come.
    private(set) lazy var client = wire.client ?? context.map { RequestClient($0.channel, loop) }
    /// Who is at the other end, where the handshake has verified it.
    let peer: PeerCertificate?

    init(loop: LoopContext, wire: Wire, peer: PeerCertificate?) {
        self.loop = loop
        self.wire = wire
        self.peer = peer
        input = RequestInput(headBytes: loop.limits.headBytes, fieldCount: loop.limits.headerFields)
        deadline = .now() + loop.limits.idleTimeout
    }

    /// Whether what arrives has to wait.
    var isBlocked: Bool {
        switch phase {
        case .admitting, .answering: true
        case .streaming: passage?.isBlocked ?? true
        case .idle, .reading, .discarding: !wire.isFramed && !isWritable
        case .lingering, .closed: false
        }
    }

    /// The clock is read once for all that is done in one go.
    var now: NIODeadline { isInRead ? lastSeen : .now() }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        loop.add(.requests(self), ObjectIdentifier(self))
    }

    func channelActive(context: ChannelHandlerContext) {
        if loop.isDraining, !wire.isFramed { close() }
        context.fireChannelActive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        isWritable = false
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isInRead = true
        lastSeen = .now()
        input.append(unwrapInboundIn(data))
        proceed()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isInRead = false
        if case .idle = phase, input.isInsideHead, !headIsTimed { startHeadTimer() }
        if output.readableBytes > 0 { loop.flushSoon(self) }
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if isBlocked { readIsPending = true } else { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isWritable = context.channel.isWritable
        if isWritable {
            passage?.resumeWriter()
            proceed()
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent { inputClosed() }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        abort()
    }
}
