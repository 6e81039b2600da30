/// Validation of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Scan {
    /// The end of the run of bytes above 0x7F that starts at `start`; nil when it is not UTF-8.
    ///
    /// `text` must have at least eight bytes behind every byte above 0x7F (the padding sees to it).
    static func endOfRun(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var at = start
        while true {
            let word = text.halfWord(at: at)
            // Most of what is not ASCII: U+1000 to U+CFFF.
            if word & 0x00C0_C0F0 == 0x0080_80E0, 0xE1...0xEC ~= word & 0xFF {
                at &+= 3
                continue
            }
            guard word & 0x80 != 0 else { return at }
            let length = sequenceLength(word)
            guard length > 0 else { return nil }
            at &+= length
        }
    }

    /// The length of the sequence in the low bytes of `word`, whose first byte is above 0x7F; 0 when it is ill-formed.
    @inline(__always)
    private static func sequenceLength(_ word: UInt32) -> Int {
        let second = word >> 8 & 0xFF
        switch word & 0xFF {
        case 0xE1...0xEC, 0xEE, 0xEF:
            return word & 0x00C0_C000 == 0x0080_8000 ? 3 : 0
        case 0xC2...0xDF:
            return word & 0x0000_C000 == 0x0000_8000 ? 2 : 0
        case 0xE0:
            return word & 0x00C0_C000 == 0x0080_8000 && second >= 0xA0 ? 3 : 0
        case 0xED:
            return word & 0x00C0_C000 == 0x0080_8000 && second < 0xA0 ? 3 : 0
        case 0xF0:
            return word & 0xC0C0_C000 == 0x8080_8000 && second >= 0x90 ? 4 : 0
        case 0xF1...0xF3:
            return word & 0xC0C0_C000 == 0x8080_8000 ? 4 : 0
        case 0xF4:
            return word & 0xC0C0_C000 == 0x8080_8000 && second < 0x90 ? 4 : 0
        default:
            return 0
        }
    }
}
