import NIOCore
import SpecRouter

import struct SpecRouter.Response

/// What a connection keeps of a request whose body or answer passes as a stream; no other request has one.
///
/// A class, confined to its connection's event loop.
final class StreamPassage {
    /// Nil when the request came without a streamed body.
    let pipe: RequestPipe?
    /// Nothing more of the request will come.
    var requestIsComplete: Bool
    /// Of the request's body, in octets.
    var received = 0
    /// Nil until the head of the answer was written.
    var answer: StreamedAnswer?
    /// The node, waiting until the client has taken what was written.
    var writer: CheckedContinuation<Void, any Error>?
    var lastProgress = NIODeadline.now()

    init(pipe: RequestPipe?) {
        self.pipe = pipe
        requestIsComplete = pipe == nil
    }

    /// Whether what arrives has to wait: it belongs to the next request, or the node is to take something first.
    var isBlocked: Bool { requestIsComplete || pipe?.isFull != false }

    /// Whether the node still takes what the client has sent, or will be told that the client stopped too early.
    var isFeeding: Bool { pipe.map { !$0.isDrained } ?? false }

    /// Whether the client has to do something before the node can.
    var awaitsClient: Bool {
        writer != nil || (!requestIsComplete && pipe?.isAwaited == true)
    }

    func feed(_ bytes: ByteBuffer) {
        lastProgress = .now()
        received += bytes.readableBytes
        pipe?.push(Array(buffer: bytes))
    }

    func resumeWriter() {
        lastProgress = .now()
        writer.take()?.resume()
    }

    /// Tells the node, wherever it waits, that the client is no longer there.
    func end() {
        pipe?.abandon(ClientGone())
        writer.take()?.resume(throwing: ClientGone())
    }
}

/// An answer whose head was written and whose body follows.
struct StreamedAnswer {
    enum Framing {
        case length(Int)
        case chunked
        /// For HTTP/1.0, which has no chunks, and HTTP/2, which needs none.
        case untilClosed
    }

    let response: Response
    let framing: Framing
    let keepsAlive: Bool
    var written = 0
    /// More was written than had been announced.
    var isOverrun = false

    /// Whether so many octets more would be more than was announced.
    func isExceeded(by count: Int) -> Bool {
        if case .length(let length) = framing { count > length - written } else { false }
    }

    /// Whether all that was announced is written.
    var isWhole: Bool {
        if case .length(let length) = framing { written == length } else { true }
    }
}

/// The node wrote more than it had announced.
struct AnswerTooLong: Error, CustomStringConvertible {
    let length: Int
    var description: String { "The answer was announced with \(length) octets and is longer." }
}
