import NIOCore

/// A part of a request, with its octets.
enum ReceivedPart {
    case head(ReceivedHead)
    case body(ByteBuffer)
    case end
}

/// What has come on a connection and is not taken yet.
struct RequestInput {
    private var reader: RequestReader
    private var octets = ByteBuffer()

    init(headBytes: Int, fieldCount: Int) {
        reader = RequestReader(headBytes: headBytes, fieldCount: fieldCount)
    }

    var isEmpty: Bool { octets.readableBytes == 0 }

    /// Whether a head has begun that is not whole.
    var isInsideHead: Bool { reader.isInsideHead }

    mutating func append(_ more: consuming ByteBuffer) {
        if isEmpty { octets = more } else { octets.writeBuffer(&more) }
    }

    /// Nil when more octets are needed.
    mutating func next() throws(MalformedRequest) -> ReceivedPart? {
        var position = 0
        let given = octets
        let part = try reader.next(given.readableBytesUInt8Span, &position)
        switch part {
        case .body(let range)?:
            consume(range.lowerBound)
            let body = octets.readSlice(length: range.count)
            consume(0)
            return .body(body ?? ByteBuffer())
        case .head(let head)?:
            consume(position)
            return .head(head)
        case .end?:
            consume(position)
            return .end
        case nil:
            consume(position)
            return nil
        }
    }

    /// Lets go of the memory once all of it is taken.
    private mutating func consume(_ count: Int) {
        if count >= octets.readableBytes { octets = ByteBuffer() } else { octets.moveReaderIndex(forwardBy: count) }
    }

    /// Forgets what has not been taken; answers how much that was, in octets.
    @discardableResult
    mutating func clear() -> Int {
        defer { octets = ByteBuffer() }
        return octets.readableBytes
    }
}
