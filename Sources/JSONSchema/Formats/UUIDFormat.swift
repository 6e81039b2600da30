internal import JSONCore

enum UUIDFormat {
    /// RFC 4122, section 3: the shape alone; version and variant are not judged.
    static func isUUID(_ text: Span<UInt8>) -> Bool {
        guard text.count == 36, text.holds("-", at: 8), text.holds("-", at: 13), text.holds("-", at: 18),
            text.holds("-", at: 23)
        else { return false }
        // The third and fourth hyphens stand fifth in one word, and second and seventh in the other.
        return isHex(text.word(at: 0)) && isHex(text.word(at: 9) ^ hyphenToZero << 32)
            && isHex(text.word(at: 17) ^ hyphenToZero << 8 ^ hyphenToZero << 48) && isHex(text.word(at: 24))
            && isHex(text.word(at: 28))
    }

    /// Makes a hyphen a zero, which is a digit.
    private static let hyphenToZero: UInt64 = 0x1D

    /// Whether all of eight bytes are hexadecimal digits.
    @inline(__always)
    private static func isHex(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // The top bit of a byte that is ASCII: whether the byte is at least so large.
        func isAtLeast(_ bound: UInt64, _ word: UInt64) -> UInt64 { word &+ ones &* (0x80 &- bound) }
        let lowered = word | ones &* 0x20
        let isDigit = isAtLeast(0x30, word) & ~isAtLeast(0x3A, word)
        let isLetter = isAtLeast(0x61, lowered) & ~isAtLeast(0x67, lowered)
        return (isDigit | isLetter) & ~word & (ones &* 0x80) == ones &* 0x80
    }
}
