/// Finds one parameter of a query, comparing its name after percent-decoding.
enum QueryCredential {
    /// The decoded value of the only parameter of that name; nil when there is none, or more than one, or when its
    /// escapes are malformed or not UTF-8.
    static func value(of name: [UInt8], in query: Span<UInt8>) -> Substring? {
        var found: Range<Int>?
        var start = 0
        while start < query.count {
            let end = firstIndex(of: UInt8(ascii: "&"), in: query, from: start, to: query.count)
            let equals = firstIndex(of: UInt8(ascii: "="), in: query, from: start, to: end)
            if isName(name, query.extracting(start..<equals)) {
                guard found == nil else { return nil }
                found = min(equals + 1, end)..<end
            }
            start = end + 1
        }
        return found.flatMap { decoded(query.extracting($0)) }
    }

    private static func firstIndex(of byte: UInt8, in query: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, query[index] != byte { index += 1 }
        return index
    }

    static func isName(_ name: [UInt8], _ text: Span<UInt8>) -> Bool {
        var index = 0
        for expected in name {
            guard index < text.count, nextByte(of: text, at: &index) == expected else { return false }
        }
        return index == text.count
    }

    private static func decoded(_ text: Span<UInt8>) -> Substring? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard let byte = nextByte(of: text, at: &index), byte != 0 else { return nil }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self).map { $0[...] }
    }

    /// `application/x-www-form-urlencoded`: `+` is a space. Nil at a malformed escape.
    private static func nextByte(of text: Span<UInt8>, at index: inout Int) -> UInt8? {
        let byte = text[index]
        index += 1
        guard byte == UInt8(ascii: "%") else { return byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte }
        guard index + 1 < text.count, let high = Hex.value(of: text[index]), let low = Hex.value(of: text[index + 1])
        else { return nil }
        index += 2
        return high << 4 | low
    }
}
