import JSONCore

/// Percent-decoding over octets (RFC 3986, section 2.1).
enum PercentDecoding {
    /// What `+` stands for: itself, or (in queries and forms) a space.
    enum Plus: Sendable, Hashable { case literal, space }

    /// Whether `%41` is looked at as it stands or as `A`.
    enum Escapes: Sendable, Hashable { case raw, decoded }

    /// Why octets are refused as text.
    enum Fault: Error, Sendable, Hashable { case malformedEscape, invalidUTF8, nul }

    /// Appends the decoded octets of `range` to `output`, as they are: the caller judges the text.
    static func decode(
        _ source: Span<UInt8>, _ range: Range<Int>, plus: Plus, into output: inout [UInt8]
    ) throws(Fault) {
        var index = range.lowerBound
        while index < range.upperBound {
            let plain = plainCount(source, index..<range.upperBound)
            if plain > 0 {
                output.append(source.extracting(index..<(index &+ plain)))
                index &+= plain
                continue
            }
            let byte = source[index]
            switch byte {
            case UInt8(ascii: "%"):
                guard let value = escape(source, at: index, upTo: range.upperBound) else { throw .malformedEscape }
                output.append(value)
                index &+= 3
                continue
            case UInt8(ascii: "+") where plus == .space: output.append(UInt8(ascii: " "))
            default: output.append(byte)
            }
            index &+= 1
        }
    }

    /// How many octets from the start of `range` on are neither `%` nor `+`.
    @inline(__always)
    private static func plainCount(_ source: Span<UInt8>, _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, source[index] != UInt8(ascii: "%"), source[index] != UInt8(ascii: "+") {
            index &+= 1
        }
        return index &- range.lowerBound
    }

    /// Octet by octet; an escape that is none stands for itself.
    @inline(__always)
    static func forEachByte(
        of source: Span<UInt8>, _ range: Range<Int>, plus: Plus = .literal, _ body: (UInt8) -> Void
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let unit = unit(of: source, at: index, upTo: range.upperBound, .decoded)
            body(plus == .space && source[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : unit.byte)
            index &+= unit.count
        }
    }

    /// The same as a text stands where it is encoded so.
    @inline(__always)
    static func forEachByte(
        of source: Span<UInt8>, _ range: Range<Int>, _ coding: TextCoding, _ body: (UInt8) -> Void
    ) {
        guard coding == .plain else { return forEachByte(of: source, range, plus: coding.plus, body) }
        for index in range { body(source[index]) }
    }

    /// Whether the decoded octets are those of `text`; an escape that is none stands for itself.
    static func equals(
        _ source: Span<UInt8>, _ range: Range<Int>, _ text: Span<UInt8>, _ textRange: Range<Int>,
        plus: Plus = .literal
    ) -> Bool {
        guard range.count >= textRange.count else { return false }
        var index = range.lowerBound
        var position = textRange.lowerBound
        while index < range.upperBound {
            guard position < textRange.upperBound else { return false }
            let unit = unit(of: source, at: index, upTo: range.upperBound, .decoded)
            let isSpace = plus == .space && source[index] == UInt8(ascii: "+")
            guard (isSpace ? UInt8(ascii: " ") : unit.byte) == text[position] else { return false }
            index &+= unit.count
            position &+= 1
        }
        return position == textRange.upperBound
    }

    static func equals(_ source: Span<UInt8>, _ range: Range<Int>, _ text: [UInt8], plus: Plus = .literal) -> Bool {
        equals(source, range, text.span, 0..<text.count, plus: plus)
    }

    /// For texts of descriptions: an escape that is none stands for itself.
    static func decodedLeniently(_ bytes: some Sequence<UInt8>) -> [UInt8] { decodedLeniently(bytes, plus: .literal) }

    static func decodedLeniently(_ bytes: some Sequence<UInt8>, plus: Plus) -> [UInt8] {
        let bytes = Array(bytes)
        var output: [UInt8] = []
        forEachByte(of: bytes.span, 0..<bytes.count, plus: plus) { output.append($0) }
        return output
    }

    /// The octet that an escape at `index` stands for.
    @inline(__always)
    static func escape(_ source: Span<UInt8>, at index: Int, upTo end: Int) -> UInt8? {
        guard end &- index >= 3, let high = hexValue(source[index &+ 1]), let low = hexValue(source[index &+ 2]) else {
            return nil
        }
        return high << 4 | low
    }

    /// The octet or escape that begins at `index`.
    @inline(__always)
    static func unit(
        of source: Span<UInt8>, at index: Int, upTo end: Int, _ escapes: Escapes
    ) -> (byte: UInt8, count: Int) {
        let byte = source[index]
        guard escapes == .decoded, byte == UInt8(ascii: "%"), let value = escape(source, at: index, upTo: end) else {
            return (byte, 1)
        }
        return (value, 3)
    }

    /// The octet or escape that ends before `end`. Unambiguous: `%` is no hexadecimal digit, so escapes never overlap.
    static func lastUnit(
        of source: Span<UInt8>, from start: Int, upTo end: Int, _ escapes: Escapes
    ) -> (byte: UInt8, count: Int) {
        guard escapes == .decoded, end &- start >= 3, source[end &- 3] == UInt8(ascii: "%"),
            let value = escape(source, at: end &- 3, upTo: end)
        else { return (source[end &- 1], 1) }
        return (value, 3)
    }

    @inline(__always)
    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
        default: nil
        }
    }
}
