internal import JSONCore

/// RFC 8941, section 3.3: bare items of structured header fields.
enum StructuredFieldFormats {
    static func isString(_ text: Span<UInt8>) -> Bool {
        guard text.holds("\"", at: 0) else { return false }
        var index = 1
        while let byte = text.byte(at: index) {
            switch byte {
            case UInt8(ascii: "\""): return index &+ 1 == text.count
            case UInt8(ascii: "\\"):
                guard text.holds("\"", at: index &+ 1) || text.holds("\\", at: index &+ 1) else { return false }
                index &+= 2
            case 0x20...0x7E: index &+= 1
            default: return false
            }
        }
        return false
    }

    static func isToken(_ text: Span<UInt8>) -> Bool {
        guard let first = text.byte(at: 0), ASCIISet.letters.contains(first) || first == UInt8(ascii: "*") else {
            return false
        }
        return text.endOfRun(of: .structuredToken, from: 1) == text.count
    }

    static func isBinary(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 2, text.holds(":", at: 0), text.holds(":", at: text.count &- 1) else { return false }
        return EncodingFormats.isBase64(text.extracting(1..<(text.count &- 1)))
    }

    static func isBoolean(_ text: Span<UInt8>) -> Bool {
        text.count == 2 && text.holds("?", at: 0) && (text.holds("0", at: 1) || text.holds("1", at: 1))
    }

    /// At most fifteen digits.
    static func isInteger(_ number: JSONNumber) -> Bool {
        guard let value = number.int64 else { return false }
        return value.magnitude <= 999_999_999_999_999
    }

    /// At most twelve digits before the point and three after it, by value.
    static func isDecimal(_ number: JSONNumber) -> Bool {
        DecimalNumeral(number).map { $0.integerDigits <= 12 && $0.fractionDigits <= 3 } ?? false
    }
}
