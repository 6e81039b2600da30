/// A set of ASCII characters as a bit mask. The literals are masks so that they are static data; the tests spell them out.
struct ASCIISet: Sendable {
    /// Characters 0 to 63.
    let low: UInt64
    /// Characters 64 to 127.
    let high: UInt64

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        guard byte < 128 else { return false }
        let mask = byte < 64 ? low : high
        return mask &>> UInt64(byte & 63) & 1 == 1
    }
}

extension ASCIISet {
    /// The top bit of each of eight bytes that is neither an ASCII letter nor a digit.
    @inline(__always)
    static func othersThanAlphanumerics(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops = ones &* 0x80
        let low = word & ~tops
        let lowered = low | ones &* 0x20
        // Whether a byte is at least so large, in its top bit: none is above 0x7F, so nothing is carried.
        let isDigit = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
        let isLetter = (lowered &+ ones &* (0x80 - 0x61)) & ~(lowered &+ ones &* (0x80 - 0x7B))
        return (~(isDigit | isLetter) | word) & tops
    }

    static let digits = ASCIISet(low: 0x03FF_0000_0000_0000, high: 0)
    static let hexDigits = ASCIISet(low: 0x03FF_0000_0000_0000, high: 0x0000_007E_0000_007E)
    static let letters = ASCIISet(low: 0, high: 0x07FF_FFFE_07FF_FFFE)
    static let alphanumerics = ASCIISet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
    /// Letters, digits, hyphen.
    static let hostname = ASCIISet(low: 0x03FF_2000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)

    // RFC 3986, appendix A. Percent-encoded triplets are not part of the sets.
    static let scheme = ASCIISet(low: 0x03FF_6800_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
    static let userInformation = ASCIISet(low: 0x2FFF_7FD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
    static let registeredName = ASCIISet(low: 0x2BFF_7FD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
    static let segmentWithoutColon = ASCIISet(low: 0x2BFF_7FD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFF)
    static let path = ASCIISet(low: 0x2FFF_FFD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFF)
    /// Queries and fragments.
    static let query = ASCIISet(low: 0xAFFF_FFD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFF)

    // RFC 6570, section 2, with erratum 6937 (the apostrophe is a literal).
    static let templateLiteral = ASCIISet(low: 0xAFFF_FFDA_0000_0000, high: 0x47FF_FFFE_AFFF_FFFF)
    static let templateName = ASCIISet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)

    /// RFC 5322 `atext`.
    static let emailAtom = ASCIISet(low: 0xA3FF_ACFA_0000_0000, high: 0x7FFF_FFFF_C7FF_FFFE)
    /// RFC 9110 `tchar`.
    static let token = ASCIISet(low: 0x03FF_6CFA_0000_0000, high: 0x57FF_FFFF_C7FF_FFFE)
    /// What may follow the first character of an RFC 8941 token: `tchar`, `:` and `/`.
    static let structuredToken = ASCIISet(low: 0x07FF_ECFA_0000_0000, high: 0x57FF_FFFF_C7FF_FFFE)
    static let base64 = ASCIISet(low: 0x03FF_8800_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
    static let base64URL = ASCIISet(low: 0x03FF_2000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
}
