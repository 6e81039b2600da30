/// Finds out how a text is encoded, by its byte-order mark or its first zero bytes (YAML 1.2, section 5.2).
enum TextEncoding {
    /// The text in UTF-8 without a byte-order mark. What is no UTF-16 passes unchecked.
    static func utf8(_ bytes: [UInt8]) throws(SyntaxFault) -> [UInt8] {
        let start = Array(bytes.prefix(4))
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        if start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF] || start.prefix(3) == [0, 0, 0] {
            throw SyntaxFault(
                .syntax, "The document is encoded in UTF-32.", hint: "Save it in UTF-8.", at: .start)
        }
        if start.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), lowFirst: true) }
        if start.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), lowFirst: false) }
        guard start.count > 1 else { return bytes }
        if start[0] == 0 { return try utf16(bytes[...], lowFirst: false) }
        if start[1] == 0 { return try utf16(bytes[...], lowFirst: true) }
        return bytes
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, lowFirst: Bool) throws(SyntaxFault) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var at = bytes.startIndex
        while at + 1 < bytes.endIndex {
            let (low, high) = lowFirst ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            units.append(UInt16(high) << 8 | UInt16(low))
            at += 2
        }
        guard at == bytes.endIndex, let text = String(validating: units, as: UTF16.self) else {
            throw SyntaxFault(
                .syntax, "The document looks like UTF-16, but is not valid in it.", hint: "Save it in UTF-8.",
                at: .start)
        }
        return Array(text.utf8)
    }
}
