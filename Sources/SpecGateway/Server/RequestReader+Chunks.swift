/// The chunked transfer coding (RFC 9112, section 7.1). Extensions and trailer fields are read and ignored.
extension RequestReader {
    /// A size line is no longer, extensions included.
    private static let sizeLine = 256

    /// Nil when more octets are needed.
    mutating func chunkSize(
        _ octets: borrowing Span<UInt8>, _ position: inout Int
    ) throws(MalformedRequest) -> Int? {
        let available = octets.count - position
        guard let end = lineEnd(octets, from: position + searched), end - position <= Self.sizeLine else {
            guard available <= Self.sizeLine else { throw .badChunk }
            searched = available
            return nil
        }
        searched = 0
        let line = octets.extracting(position..<end)
        position = end + 1
        return try Self.size(line)
    }

    /// - Parameter line: without its LF.
    private static func size(_ line: borrowing Span<UInt8>) throws(MalformedRequest) -> Int {
        var size = 0
        var index = 0
        while index < line.count, let digit = line[index].hexadecimalValue {
            guard index < 15 else { throw .badChunk }
            size = size << 4 | digit
            index += 1
        }
        guard index > 0, line.count > index, line[line.count - 1] == Octet.cr else { throw .badChunk }
        while index < line.count - 1, line[index] == Octet.space || line[index] == Octet.tab { index += 1 }
        guard index == line.count - 1 || line[index] == Octet.semicolon else { throw .badChunk }
        while index < line.count - 1 {
            guard line[index].isFieldOctet else { throw .badChunk }
            index += 1
        }
        return size
    }

    /// False when more octets are needed.
    func chunkEnd(_ octets: borrowing Span<UInt8>, _ position: inout Int) throws(MalformedRequest) -> Bool {
        guard position < octets.count else { return false }
        guard octets[position] == Octet.cr else { throw .badChunk }
        guard position + 1 < octets.count else { return false }
        guard octets[position + 1] == Octet.lf else { throw .badChunk }
        position += 2
        return true
    }

    /// False when more octets are needed. Together the fields may be as large as a head.
    mutating func trailers(
        _ octets: borrowing Span<UInt8>, _ position: inout Int, _ read: Int
    ) throws(MalformedRequest) -> Bool {
        var read = read
        while let end = lineEnd(octets, from: position + searched) {
            searched = 0
            read += end + 1 - position
            guard read <= headBytes else { throw .headTooLarge }
            let line = octets.extracting(position..<end)
            position = end + 1
            if line.count == 1, line[0] == Octet.cr { return true }
            var field = 0
            guard try FieldLine.parse(line, &field) != nil, line[field] == Octet.cr, field + 1 == line.count else {
                throw .malformed("A trailer field of the request is not well-formed.")
            }
        }
        searched = octets.count - position
        guard read + searched <= headBytes else { throw .headTooLarge }
        expectation = .trailers(read)
        return false
    }
}

extension MalformedRequest {
    fileprivate static let badChunk = MalformedRequest.malformed("A chunk of the body has no valid size.")
}

extension UInt8 {
    fileprivate var hexadecimalValue: Int? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self) - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self) - 0x37
        default: nil
        }
    }
}
