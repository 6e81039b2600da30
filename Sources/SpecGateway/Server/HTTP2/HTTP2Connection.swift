import NIOCore
import NIOHPACK
import NIOHTTP2
import SpecRouter

/// What concerns a connection of HTTP/2 as a whole: its end, and how long it may be without a stream.
final class HTTP2Connection: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    private let loop: LoopContext
    private var context: ChannelHandlerContext?
    private var streams = 0
    private var isLeaving = false
    private var refusals: FrameBudget
    /// The client was told to go for what it did; nothing that it still sends is read.
    private(set) var isFlooded = false
    /// While there is no stream.
    private var deadline: NIODeadline
    /// Whence its requests come.
    private(set) lazy var client = context.map { RequestClient($0.channel, loop) }
    /// Who is at the other end, where the handshake has verified it.
    let peer: PeerCertificate?

    init(_ loop: LoopContext, peer: PeerCertificate?) {
        self.loop = loop
        self.peer = peer
        refusals = FrameBudget(loop.limits.streamResets)
        deadline = .now() + loop.limits.headTimeout
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        loop.add(.http2(self), ObjectIdentifier(self))
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        loop.remove(ObjectIdentifier(self))
    }

    func streamOpened() { streams += 1 }

    func streamClosed() {
        streams -= 1
        deadline = .now() + (isLeaving ? loop.limits.lingering : loop.limits.idleTimeout)
    }

    /// Whether the newest stream is one too many; the client is to try again when another has ended.
    func refusesStream() -> Bool {
        guard streams > loop.limits.concurrentStreams else { return false }
        if !refusals.spend() { endFlood() }
        return true
    }

    /// Tells a client that does too much of what is of no use that this is why it has to go. The connection is closed a
    /// little later: what the client still sends would else make its system throw the farewell away.
    func endFlood() {
        guard let context, !isFlooded else { return }
        isFlooded = true
        isLeaving = true
        deadline = .now() + loop.limits.lingering
        let farewell = HTTP2Frame.FramePayload.goAway(
            lastStreamID: .rootStream, errorCode: .enhanceYourCalm, opaqueData: nil)
        context.writeAndFlush(wrapOutboundOut(HTTP2Frame(streamID: .rootStream, payload: farewell)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !Self.concernsOneStream(error) else { return }
        context.close(promise: nil)
    }

    /// SwiftNIO has reset the stream then; for anything else it has told the client to go away, and leaves the rest to us.
    private static func concernsOneStream(_ error: any Error) -> Bool {
        switch error {
        case is NIOHTTP2Errors.StreamError, is NIOHTTP2Errors.StreamClosed,

            is NIOHTTP2Errors.ForbiddenHeaderField, is NIOHTTP2Errors.InvalidPseudoHeaders,
            is NIOHTTP2Errors.MissingPseudoHeader, is NIOHTTP2Errors.DuplicatePseudoHeader,
            is NIOHTTP2Errors.PseudoHeaderAfterRegularHeader, is NIOHTTP2Errors.UnknownPseudoHeader,
            is NIOHTTP2Errors.UnsupportedPseudoHeader, is NIOHTTP2Errors.EmptyPathHeader,
            is NIOHTTP2Errors.InvalidPseudoHeaderValue, is NIOHTTP2Errors.InvalidHTTP2HeaderFieldName,
            is NIOHTTP2Errors.InvalidHTTP2HeaderFieldValue, is NIOHTTP2Errors.TrailersWithoutEndStream,
            is NIOHTTP2Errors.ContentLengthViolated, is NIOHTTP2Errors.ContentLengthHeadersMismatch,
            is NIOHTTP2Errors.ContentLengthHeaderNegative, is NIOHTTP2Errors.ContentLengthHeaderMalformedValue:
            true
        default: false
        }
    }

    /// Takes no further stream; the connection ends with the last one (RFC 9113, section 6.8).
    func drain() {
        guard !isLeaving else { return }
        isLeaving = true
        deadline = .now() + loop.limits.lingering
        context?.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }

    func check(at now: NIODeadline) {
        guard streams == 0, now >= deadline else { return }
        if isLeaving { abort() } else { drain() }
    }

    func abort() {
        context?.close(promise: nil)
    }
}
