/// The octets of a document in UTF-8, with the ends of its lines as XML has them (XML 1.0, section 2.11).
enum XMLText {
    /// - Parameter charset: that of the Content-Type, which counts more than what the document says (RFC 7303, section 3.2).
    static func read(_ octets: [UInt8], charset: TextCharset?) throws(XMLFault) -> [UInt8] {
        let (found, rest) = mark(octets)
        var used = charset ?? found ?? .utf8
        if charset == nil, found == nil, let declared = try declaredCharset(octets[...]) {
            guard declared != .utf16 else { throw XMLFault(.wrongEncoding, at: 0) }
            used = declared
        }
        guard let text = text(rest, used, isMarked: found != nil) else { throw XMLFault(.wrongEncoding, at: 0) }
        if charset == nil, let found, let declared = try declaredCharset(text[...]), declared != found {
            throw XMLFault(.wrongEncoding, at: 0)
        }
        return try withPlainLines(text)
    }

    /// What a byte-order mark says, and what follows it.
    private static func mark(_ octets: [UInt8]) -> (TextCharset?, [UInt8]) {
        if octets.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, Array(octets[3...])) }
        if octets.starts(with: [0xFE, 0xFF]) || octets.starts(with: [0xFF, 0xFE]) { return (.utf16, octets) }
        return (nil, octets)
    }

    private static func text(_ octets: [UInt8], _ charset: TextCharset, isMarked: Bool) -> [UInt8]? {
        if charset == .utf8 {
            return UTF8Validation.isValid(octets.span, 0..<octets.count) ? octets : nil
        }
        return charset.text(octets).map { Array($0.utf8) }
    }

    /// Of the XML declaration; nil when it names none.
    private static func declaredCharset(_ text: ArraySlice<UInt8>) throws(XMLFault) -> TextCharset? {
        var scanner = XMLScanner(Array(text.prefix(256)))
        guard let name = try scanner.declaredEncoding() else { return nil }
        guard let charset = TextCharset(String(decoding: name, as: UTF8.self).asciiLowercased) else {
            throw XMLFault(.wrongEncoding, at: 0)
        }
        return charset
    }

    /// Refuses what is no character of XML on the way.
    private static func withPlainLines(_ text: [UInt8]) throws(XMLFault) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == 0x0D {
                plain.append(0x0A)
                if index < text.count, text[index] == 0x0A { index += 1 }
                continue
            }
            guard byte >= 0x20 || byte == 0x09 || byte == 0x0A, !isNoncharacter(text, endingAt: index) else {
                throw XMLFault(.illegalCharacter, at: plain.count)
            }
            plain.append(byte)
        }
        return plain
    }

    /// U+FFFE and U+FFFF.
    private static func isNoncharacter(_ text: [UInt8], endingAt end: Int) -> Bool {
        text[end - 1] >= 0xBE && end >= 3 && text[end - 2] == 0xBF && text[end - 3] == 0xEF
    }
}
