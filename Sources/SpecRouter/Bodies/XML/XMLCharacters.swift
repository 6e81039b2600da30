/// Which characters stand where (XML 1.0, sections 2.2 and 2.3).
enum XMLCharacters {
    /// `Char`.
    static func isLegal(_ number: UInt32) -> Bool {
        switch number {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// `NameStartChar` or `NameChar`.
    static func isName(_ number: UInt32, first: Bool) -> Bool {
        switch number {
        case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
            0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
            0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: !first
        default: false
        }
    }

    /// Whether the octets are a name without a prefix.
    static func isLocalName(_ octets: [UInt8]) -> Bool {
        guard let text = String(validating: octets, as: UTF8.self), !octets.isEmpty else { return false }
        return text.unicodeScalars.enumerated().allSatisfy { index, scalar in
            scalar != ":" && isName(scalar.value, first: index == 0)
        }
    }

    /// Without white space at both ends.
    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.drop(while: isSpace)
        let end = start.lastIndex { !isSpace($0) }
        return end.map { start[...$0] } ?? start
    }
}
