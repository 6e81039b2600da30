/// Reads the requests of one connection from its octets, in order (RFC 9112).
///
/// Strict where two readers that are lenient in different ways would see different requests: lines end with CRLF, no line is
/// folded, a name touches its colon, a body has one length. Pure: the caller keeps what was not consumed and gives it
/// again with what came behind it. Linear in the octets; a head that comes in pieces is looked at again with each line, of which
/// there are as many as there may be fields.
struct RequestReader {
    enum Part {
        case head(ReceivedHead)
        /// Octets of the body: this range of those given.
        case body(Range<Int>)
        case end
    }

    enum Expectation {
        case head
        /// So much of a body whose length was given.
        case body(Int)
        case chunkSize
        case chunk(Int)
        case chunkEnd
        /// So much of them came already.
        case trailers(Int)
    }

    let headBytes: Int
    let fieldCount: Int
    var expectation = Expectation.head
    /// How much of what was not consumed is known to hold no end of a line.
    var searched = 0
    /// Whether the request line of the head that is being read has come.
    private(set) var hasRequestLine = false

    init(headBytes: Int, fieldCount: Int) {
        self.headBytes = headBytes
        self.fieldCount = fieldCount
    }

    /// Whether a head has begun that is not whole.
    var isInsideHead: Bool { if case .head = expectation { searched > 0 } else { false } }

    /// The next part, or nil when more octets are needed. `position` goes behind what is consumed.
    mutating func next(
        _ octets: borrowing Span<UInt8>, _ position: inout Int
    ) throws(MalformedRequest) -> Part? {
        while true {
            switch expectation {
            case .head: return try head(octets, &position)
            case .body(0): return end()
            case .body(let rest):
                guard let range = take(rest, octets, &position) else { return nil }
                expectation = .body(rest - range.count)
                return .body(range)
            case .chunk(let rest):
                guard let range = take(rest, octets, &position) else { return nil }
                expectation = rest == range.count ? .chunkEnd : .chunk(rest - range.count)
                return .body(range)
            case .chunkSize:
                guard let size = try chunkSize(octets, &position) else { return nil }
                expectation = size == 0 ? .trailers(0) : .chunk(size)
            case .chunkEnd:
                guard try chunkEnd(octets, &position) else { return nil }
                expectation = .chunkSize
            case .trailers(let read):
                guard try trailers(octets, &position, read) else { return nil }
                return end()
            }
        }
    }

    private mutating func end() -> Part {
        expectation = .head
        return .end
    }

    private func take(_ rest: Int, _ octets: borrowing Span<UInt8>, _ position: inout Int) -> Range<Int>? {
        let count = min(rest, octets.count - position)
        guard count > 0 else { return nil }
        defer { position += count }
        return position..<(position + count)
    }

    private mutating func head(
        _ octets: borrowing Span<UInt8>, _ position: inout Int
    ) throws(MalformedRequest) -> Part? {
        while position + 1 < octets.count, octets[position] == Octet.cr, octets[position + 1] == Octet.lf {
            position += 2
        }
        let count = octets.count - position
        // Perhaps the first half of an empty line.
        if count == 1, octets[position] == Octet.cr { return nil }
        guard count > 0, searched == 0 || hasLineEnd(octets, from: position) else {
            searched = count
            if count > headBytes { throw overflow }
            return nil
        }
        var parser = HeadParser(end: min(octets.count, position + headBytes), fieldCount: fieldCount)
        guard let (head, end) = try parser.parse(octets, from: position) else {
            searched = count
            hasRequestLine = hasRequestLine || parser.hasRequestLine
            if count > headBytes { throw overflow }
            return nil
        }
        searched = 0
        hasRequestLine = false
        position = end
        expectation = head.framing.expectation
        return .head(head)
    }

    /// RFC 9110, section 15.5.15; RFC 6585, section 5.
    private var overflow: MalformedRequest { hasRequestLine ? .headTooLarge : .targetTooLong }

    private func hasLineEnd(_ octets: borrowing Span<UInt8>, from position: Int) -> Bool {
        lineEnd(octets, from: position + searched) != nil
    }

    func lineEnd(_ octets: borrowing Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < octets.count {
            if octets[index] == Octet.lf { return index }
            index += 1
        }
        return nil
    }
}

extension CurrentRequest.Framing {
    fileprivate var expectation: RequestReader.Expectation {
        switch self {
        case .none: .body(0)
        case .length(let length): .body(length)
        case .chunked: .chunkSize
        }
    }
}

/// Octets that HTTP/1 gives a meaning.
enum Octet {
    static let tab = UInt8(ascii: "\t")
    static let lf = UInt8(ascii: "\n")
    static let cr = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let delete: UInt8 = 0x7f
}
