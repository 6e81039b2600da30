import NIOCore
import NIOHTTP1
import OpenAPIModel
import SpecRouter

/// Bytes that are no request that this server takes. The connection ends with the answer.
enum MalformedRequest: Error {
    case targetTooLong
    case headTooLarge
    case methodUnknown
    /// Not well-formed; the reason is a full sentence.
    case malformed(String)
    /// The client stopped before the request's end.
    case cutOff

    var problem: Problem {
        switch self {
        case .targetTooLong: Problem(.targetTooLong, "The request line is longer than this server reads.")
        case .headTooLarge:
            Problem(.headTooLarge, "The header fields are larger or more than this server reads.")
        case .methodUnknown: Problem(.methodUnknown, "The request's method is not known to this server.")
        case .malformed(let reason): Problem(.malformedRequest, reason)
        case .cutOff: Problem(.malformedRequest, "The request ended before it was complete.")
        }
    }
}

extension MalformedRequest {
    init(_ error: any Error, unconsumed: ByteBuffer, progress: HeadProgress, headBytes: Int) {
        switch error as? HTTPParserError {
        case .headerOverflow?:
            self = Self.overflow(unconsumed, progress, headBytes)
        case .invalidMethod? where progress.isReadingHead && Self.startsWithMethod(unconsumed):
            self = .methodUnknown
        case .invalidEOFState?, .closedConnection?:
            self = .cutOff
        case .invalidVersion?:
            self = .malformed("The request is not in HTTP/1.0 or HTTP/1.1.")
        case .unexpectedContentLength?, .invalidContentLength?:
            self = .malformed("The request's length is not given exactly once as a number.")
        case .invalidChunkSize?:
            self = .malformed("A chunk of the body has no valid size.")
        default:
            self = .malformed("The request is not well-formed HTTP/1.1.")
        }
    }

    /// The request line is too long when what is left of it alone exceeds the limit for the whole head.
    private static func overflow(
        _ unconsumed: ByteBuffer, _ progress: HeadProgress, _ headBytes: Int
    ) -> MalformedRequest {
        guard progress.isReadingHead, !progress.hasRequestLine else { return .headTooLarge }
        let line = unconsumed.readableBytesView.prefix { $0 != UInt8(ascii: "\n") }
        return line.count > headBytes ? .targetTooLong : .headTooLarge
    }

    /// Whether the bytes begin with a token and a space, as a request line does (RFC 9112, section 3).
    private static func startsWithMethod(_ unconsumed: ByteBuffer) -> Bool {
        let token = unconsumed.readableBytesView.prefix(64).prefix { $0 != UInt8(ascii: " ") }
        return (1..<64).contains(token.count) && token.allSatisfy(\.isTokenByte)
    }
}
