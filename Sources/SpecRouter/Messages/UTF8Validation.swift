/// Validation of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Validation {
    static func isValid(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let first = text[index]
            if first < 0x80 {
                index &+= 1
                continue
            }
            guard let (count, second) = sequence(after: first), range.upperBound &- index >= count,
                second.contains(text[index &+ 1])
            else { return false }
            for offset in 2..<max(count, 2) where text[index &+ offset] & 0xC0 != 0x80 { return false }
            index &+= count
        }
        return true
    }

    /// How long the sequence is that such an octet begins, and what may stand second (Unicode, table 3-7).
    private static func sequence(after first: UInt8) -> (count: Int, second: ClosedRange<UInt8>)? {
        switch first {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
