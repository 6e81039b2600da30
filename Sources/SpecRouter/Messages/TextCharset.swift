/// How octets stand for the characters of a text (RFC 9110, section 8.3.2).
enum TextCharset: Sendable, Hashable {
    case utf8, ascii, latin1
    /// A byte-order mark tells which; without one, big-endian (RFC 2781, section 4.3).
    case utf16
    /// A byte-order mark is a character of the text here (RFC 2781, section 3.3).
    case utf16LittleEndian, utf16BigEndian

    /// By its registered name or an alias of it, in lower case; nil for one that is not understood.
    init?(_ name: String) {
        switch name {
        case "utf-8", "utf8": self = .utf8
        case "us-ascii", "ascii", "iso646-us", "ansi_x3.4-1968": self = .ascii
        case "iso-8859-1", "iso_8859-1", "iso8859-1", "latin1", "l1": self = .latin1
        case "utf-16": self = .utf16
        case "utf-16le": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        default: return nil
        }
    }

    static let understood = "utf-8, us-ascii, iso-8859-1, utf-16, utf-16le, utf-16be"

    /// Nil for octets that are no text in this charset.
    func text(_ octets: [UInt8]) -> String? {
        switch self {
        case .utf8: return String(validating: octets, as: UTF8.self)
        case .ascii: return String(validating: octets, as: Unicode.ASCII.self)
        // Its octets are the numbers of Unicode's first 256 characters.
        case .latin1: return String(validating: octets.lazy.map(UInt16.init), as: UTF16.self)
        case .utf16:
            if octets.starts(with: [0xFF, 0xFE]) { return Self.utf16(octets.dropFirst(2), high: 1) }
            return Self.utf16(octets.starts(with: [0xFE, 0xFF]) ? octets.dropFirst(2) : octets[...], high: 0)
        case .utf16LittleEndian: return Self.utf16(octets[...], high: 1)
        case .utf16BigEndian: return Self.utf16(octets[...], high: 0)
        }
    }

    /// - Parameter high: which of two octets is the higher one.
    private static func utf16(_ octets: ArraySlice<UInt8>, high: Int) -> String? {
        guard octets.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: octets.startIndex, to: octets.endIndex, by: 2).lazy.map { index in
            UInt16(octets[index + high]) << 8 | UInt16(octets[index + 1 - high])
        }
        return String(validating: units, as: UTF16.self)
    }

    /// The same form, with its octets and escapes in UTF-8; nil when they are no text in this charset.
    ///
    /// Forms come in charsets that ASCII is a part of; the escapes of others cannot be told apart.
    func form(_ octets: [UInt8]) -> [UInt8]? {
        switch self {
        case .utf8: return octets
        case .ascii, .latin1: break
        case .utf16, .utf16LittleEndian, .utf16BigEndian: return nil
        }
        var form: [UInt8] = []
        form.reserveCapacity(octets.count)
        var index = 0
        while index < octets.count {
            let (byte, count) = PercentDecoding.unit(of: octets.span, at: index, upTo: octets.count, .decoded)
            if byte < 0x80 {
                form += octets[index..<(index + count)]
            } else {
                guard self == .latin1 else { return nil }
                form += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
            }
            index += count
        }
        return form
    }
}
