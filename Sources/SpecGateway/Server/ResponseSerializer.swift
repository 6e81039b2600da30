import NIOCore
import NIOHTTP1
import OpenAPIModel
import SpecRouter

import struct SpecRouter.Response

/// Writes a response as HTTP/1.1 bytes (RFC 9112, section 4), head and body in one piece.
///
/// The server's own fields (`Date`, `Content-Length`, `X-Request-Id`, `Connection`) stand in for any that the response has.
enum ResponseSerializer {
    /// What the server adds.
    struct Framing {
        var date: [UInt8]
        var requestID: String
        var connection: Connection
        var body: BodyTransfer
    }

    enum Connection {
        case implied
        case keepAlive
        case close
    }

    enum BodyTransfer {
        case sent
        /// The answer to HEAD: the fields of the body without it.
        case withheld
        /// The body follows piece by piece.
        case streamed(StreamedAnswer.Framing)

        var isStreamed: Bool {
            if case .streamed = self { true } else { false }
        }
    }

    static func append(_ response: Response, _ framing: Framing, to buffer: inout ByteBuffer) {
        buffer.writeBytes(statusLine(response.status))
        for field in response.fields where isForwarded(field) {
            append(field.name, field.value, to: &buffer)
        }
        appendServerFields(response, framing, to: &buffer)
        buffer.writeStaticString("\r\n")
        buffer.writeBytes(sentBody(of: response, framing.body))
    }

    /// What of the body goes with the head.
    static func sentBody(of response: Response, _ transfer: BodyTransfer) -> [UInt8] {
        guard case .sent = transfer, case .bytes(let bytes) = response.body, allowsBody(response.status) else {
            return []
        }
        return bytes
    }

    private static func appendServerFields(_ response: Response, _ framing: Framing, to buffer: inout ByteBuffer) {
        appendLength(response, framing.body, to: &buffer)
        buffer.writeStaticString("Date: ")
        buffer.writeBytes(framing.date)
        buffer.writeStaticString("\r\nX-Request-Id: ")
        buffer.writeString(framing.requestID)
        switch framing.connection {
        case .implied: buffer.writeStaticString("\r\n")
        case .keepAlive: buffer.writeStaticString("\r\nConnection: keep-alive\r\n")
        case .close: buffer.writeStaticString("\r\nConnection: close\r\n")
        }
    }

    private static func appendLength(
        _ response: Response, _ transfer: BodyTransfer, to buffer: inout ByteBuffer
    ) {
        if case .streamed(.chunked) = transfer, allowsBody(response.status) {
            buffer.writeStaticString("Transfer-Encoding: chunked\r\n")
        } else if let length = length(of: response, transfer) {
            append(length: length, to: &buffer)
        }
    }

    /// The body's length where it is known and said.
    static func length(of response: Response, _ transfer: BodyTransfer) -> Int? {
        guard allowsBody(response.status) else { return nil }
        return switch (transfer, response.body) {
        case (.streamed(.chunked), _), (.streamed(.untilClosed), _): nil
        case (.streamed(.length(let length)), _): length
        case (_, .stream(let stream)): stream.length
        case (_, .none), (_, .bytes): response.byteCount
        }
    }

    private static func append(length: Int, to buffer: inout ByteBuffer) {
        buffer.writeStaticString("Content-Length: ")
        append(decimal: length, to: &buffer)
        buffer.writeStaticString("\r\n")
    }

    /// A piece of a streamed body (RFC 9112, section 7.1).
    static func append(_ piece: ArraySlice<UInt8>, _ framing: StreamedAnswer.Framing, to buffer: inout ByteBuffer) {
        guard case .chunked = framing else {
            buffer.writeBytes(piece)
            return
        }
        buffer.writeString(String(piece.count, radix: 16))
        buffer.writeStaticString("\r\n")
        buffer.writeBytes(piece)
        buffer.writeStaticString("\r\n")
    }

    private static func append(_ name: String, _ value: String, to buffer: inout ByteBuffer) {
        buffer.writeString(name)
        buffer.writeStaticString(": ")
        buffer.writeString(value)
        buffer.writeStaticString("\r\n")
    }

    private static func append(decimal number: Int, to buffer: inout ByteBuffer) {
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { digits in
            var position = digits.count
            var rest = max(number, 0)
            repeat {
                position -= 1
                digits[position] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
                rest /= 10
            } while rest > 0
            buffer.writeBytes(UnsafeRawBufferPointer(rebasing: digits[position...]))
        }
    }

    /// RFC 9110, sections 6.4.1 and 8.6.
    static func allowsBody(_ status: Int) -> Bool {
        status >= 200 && status != 204 && status != 304
    }

    /// Not for what frames the message, nor for what would break out of its line.
    static func isForwarded(_ field: HeaderField) -> Bool {
        guard !field.name.isEmpty, field.name.hasOnly(\.isTokenByte),
            field.value.hasOnly({ $0 != 0x0d && $0 != 0x0a && $0 != 0 })
        else { return false }
        switch field.name.utf8.count {
        case 4: return !field.name.equalsASCIIFolded("date")
        case 7: return !field.name.equalsASCIIFolded("upgrade")
        case 10: return !field.name.equalsASCIIFolded("connection") && !field.name.equalsASCIIFolded("keep-alive")
        case 12: return !field.name.equalsASCIIFolded("x-request-id")
        case 14: return !field.name.equalsASCIIFolded("content-length")
        case 17: return !field.name.equalsASCIIFolded("transfer-encoding")
        default: return true
        }
    }

    private static func statusLine(_ status: Int) -> [UInt8] {
        statusLines[sentStatus(status)]
    }

    /// 500 for what is no status.
    static func sentStatus(_ status: Int) -> Int {
        (100..<600).contains(status) ? status : 500
    }

    private static let statusLines: [[UInt8]] = (0..<600).map { status in
        Array("HTTP/1.1 \(status) \(HTTPResponseStatus(statusCode: status).reasonPhrase)\r\n".utf8)
    }
}

extension String {
    /// Native strings have their octets in one piece, which is looked at several times as fast as their view.
    @inline(__always)
    fileprivate func hasOnly(_ isRight: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isRight) } ?? utf8.allSatisfy(isRight)
    }
}
