/// `Mailbox` of RFC 5321, section 4.1.2, and with the additions of RFC 6531, section 3.3.
enum EmailFormats {
    static func isEmail(_ text: Span<UInt8>) -> Bool {
        isMailbox(text, .ascii, isDomain: HostnameFormat.isName)
    }

    static func isInternationalEmail(_ text: Span<UInt8>) -> Bool {
        isMailbox(text, .unicode) { InternationalHostnameFormat.isName($0, for: .mailDomain) }
    }

    private enum Repertoire {
        case ascii, unicode

        @inline(__always)
        func contains(_ byte: UInt8) -> Bool { self == .unicode && byte >= 0x80 }
    }

    private static func isMailbox(
        _ text: Span<UInt8>, _ repertoire: Repertoire, isDomain: (Span<UInt8>) -> Bool
    ) -> Bool {
        let end =
            text.holds("\"", at: 0) ? endOfQuotedString(text, repertoire) : endOfDotString(text, repertoire)
        // RFC 5321, section 4.5.3.1.1: 64 octets before the sign.
        guard let end, end <= 64, text.holds("@", at: end) else { return false }
        let domain = text.extracting((end &+ 1)..<text.count)
        return isDomain(domain) || isAddressLiteral(domain)
    }

    /// Atoms joined by single dots.
    private static func endOfDotString(_ text: Span<UInt8>, _ repertoire: Repertoire) -> Int? {
        var index = 0
        while true {
            let start = index
            index = text.endOfRun(ofAlphanumericsAnd: .emailAtom, from: index)
            while let byte = text.byte(at: index), repertoire.contains(byte) {
                index = text.endOfRun(ofAlphanumericsAnd: .emailAtom, from: index &+ 1)
            }
            guard index > start else { return nil }
            guard text.holds(".", at: index) else { return index }
            index &+= 1
        }
    }

    private static func endOfQuotedString(_ text: Span<UInt8>, _ repertoire: Repertoire) -> Int? {
        var index = 1
        while let byte = text.byte(at: index) {
            switch byte {
            case UInt8(ascii: "\""): return index &+ 1
            case UInt8(ascii: "\\"):
                guard let escaped = text.byte(at: index &+ 1), escaped >= 0x20, escaped <= 0x7E else { return nil }
                index &+= 2
            case 0x20...0x7E: index &+= 1
            default:
                guard repertoire.contains(byte) else { return nil }
                index &+= 1
            }
        }
        return nil
    }

    /// `[127.0.0.1]` or `[IPv6:::1]`. No other tag is registered, so a general literal names nothing.
    private static func isAddressLiteral(_ text: Span<UInt8>) -> Bool {
        guard text.count > 2, text.holds("[", at: 0), text.holds("]", at: text.count &- 1) else { return false }
        let literal = text.extracting(1..<(text.count &- 1))
        guard isIPv6Tagged(literal) else { return AddressFormats.isIPv4(literal) }
        return AddressFormats.isIPv6(literal.extracting(5..<literal.count))
    }

    private static func isIPv6Tagged(_ text: Span<UInt8>) -> Bool {
        guard text.count > 5, text.holds(word: "6:", at: 3) else { return false }
        return text[0] | 0x20 == UInt8(ascii: "i") && text[1] | 0x20 == UInt8(ascii: "p")
            && text[2] | 0x20 == UInt8(ascii: "v")
    }
}
