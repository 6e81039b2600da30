import NIOCore
import NIOHTTP1

/// SwiftNIO's HTTP/1 decoder with our limits, and with errors that say which answer they deserve.
///
/// SwiftNIO reports a head that is too large without saying which part of it; whether the request line had ended decides
/// between 414 and 431.
final class RequestDecoder: ByteToMessageDecoder {
    typealias InboundOut = HTTPServerRequestPart

    private let decoder: HTTPRequestDecoder
    private let headBytes: Int
    private let progress: HeadProgress

    init(headBytes: Int, fields: Int, progress: HeadProgress) {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = headBytes
        limits.maxHeaderListSize = headBytes
        limits.maxHeaderFieldCount = fields
        decoder = HTTPRequestDecoder(limitConfiguration: limits)
        self.headBytes = headBytes
        self.progress = progress
    }

    func decoderAdded(context: ChannelHandlerContext) {
        decoder.decoderAdded(context: context)
    }

    func decoderRemoved(context: ChannelHandlerContext) {
        decoder.decoderRemoved(context: context)
    }

    func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        let fed = buffer
        progress.beginFeeding()
        do {
            let state = try decoder.decode(context: context, buffer: &buffer)
            progress.endFeeding(fed, unconsumed: buffer)
            return state
        } catch {
            throw MalformedRequest(error, unconsumed: buffer, progress: progress, headBytes: headBytes)
        }
    }

    func decodeLast(
        context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
    ) throws -> DecodingState {
        do {
            return try decoder.decodeLast(context: context, buffer: &buffer, seenEOF: seenEOF)
        } catch {
            throw MalformedRequest(error, unconsumed: buffer, progress: progress, headBytes: headBytes)
        }
    }
}

/// How far the head has come that is being read; shared by a connection's decoder and its handler.
///
/// A class: both are handlers of one channel, touched by its event loop alone.
final class HeadProgress {
    /// Some bytes of a head have come, but not all.
    private(set) var isPartial = false
    private(set) var hasRequestLine = false
    private var sawPart = false
    /// Between a head and the end of its body.
    private var isInsideMessage = false

    func beginFeeding() {
        sawPart = false
    }

    func read(_ part: HTTPServerRequestPart) {
        sawPart = true
        isPartial = false
        hasRequestLine = false
        switch part {
        case .head: isInsideMessage = true
        case .body: break
        case .end: isInsideMessage = false
        }
    }

    /// The bytes of a head that came with the end of the request before it are known as far as they are kept.
    func endFeeding(_ fed: ByteBuffer, unconsumed: ByteBuffer) {
        guard !isInsideMessage, !sawPart || unconsumed.readableBytes > 0 else { return }
        isPartial = true
        let bytes = sawPart ? unconsumed : fed
        hasRequestLine = hasRequestLine || bytes.readableBytesView.contains(UInt8(ascii: "\n"))
    }

    var isReadingHead: Bool { !isInsideMessage }
}
