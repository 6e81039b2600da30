import NIOCore
import NIOHPACK
import NIOHTTP2
import SpecRouter

import struct NIOHTTP2.HTTP2ErrorCode

/// What a handler of requests keeps of the stream that brings its request, the only one there.
final class HTTP2Stream {
    /// No write is larger, so that progress can be seen.
    private static let piece = 64 * 1024

    let connection: HTTP2Connection
    /// What has come and is not taken yet.
    var parts = CircularBuffer<ReceivedPart>(initialCapacity: 2)
    /// The client has ended its side.
    var requestIsWhole = false
    /// The answer has ended ours.
    private(set) var answerIsWhole = false
    /// Octets of the answer that wait for the client to take them, but for its last piece.
    private(set) var unsent = 0

    init(_ connection: HTTP2Connection) {
        self.connection = connection
    }

    /// Forgets what has not been taken; answers how much of a body that was, in octets.
    func clear() -> Int {
        defer { parts.removeAll(keepingCapacity: false) }
        return parts.reduce(0) { count, part in
            if case .body(let bytes) = part { count + bytes.readableBytes } else { count }
        }
    }

    func write(_ head: HPACKHeaders, endsAnswer: Bool, to context: ChannelHandlerContext) {
        answerIsWhole = endsAnswer
        let frame = HTTP2Frame.FramePayload.headers(.init(headers: head, endStream: endsAnswer))
        context.write(NIOAny(frame), promise: nil)
    }

    /// Writes a part of the answer's body, and flushes.
    func write(_ bytes: ByteBuffer, to context: ChannelHandlerContext) {
        writePieces(of: bytes, downTo: 0, to: context)
        context.flush()
    }

    /// Writes the last part of the answer's body, which may be none, and flushes. When the client still sends, it is told
    /// that nobody reads it (RFC 9113, section 8.1).
    func finish(_ bytes: ByteBuffer, to context: ChannelHandlerContext) {
        defer { context.flush() }
        guard !answerIsWhole else { return resetUnread(context) }
        answerIsWhole = true
        let last = writePieces(of: bytes, downTo: Self.piece, to: context)
        let frame = Self.data(last, endsAnswer: true)
        guard !requestIsWhole else { return context.write(NIOAny(frame), promise: nil) }
        context.write(NIOAny(frame)).assumeIsolated().whenSuccess { self.resetUnread(context) }
    }

    private func resetUnread(_ context: ChannelHandlerContext) {
        guard !requestIsWhole else { return }
        reset(.noError, context)
    }

    /// Ends the stream in the middle.
    func reset(_ code: HTTP2ErrorCode, _ context: ChannelHandlerContext) {
        context.writeAndFlush(NIOAny(HTTP2Frame.FramePayload.rstStream(code)), promise: nil)
    }

    @discardableResult
    private func writePieces(of bytes: ByteBuffer, downTo rest: Int, to context: ChannelHandlerContext) -> ByteBuffer {
        var bytes = bytes
        while bytes.readableBytes > rest, let piece = bytes.readSlice(length: min(bytes.readableBytes, Self.piece)) {
            let count = piece.readableBytes
            unsent += count
            context.write(NIOAny(Self.data(piece, endsAnswer: false))).assumeIsolated().whenComplete { _ in
                self.unsent -= count
            }
        }
        return bytes
    }

    private static func data(_ bytes: ByteBuffer, endsAnswer: Bool) -> HTTP2Frame.FramePayload {
        .data(.init(data: .byteBuffer(bytes), endStream: endsAnswer))
    }
}
