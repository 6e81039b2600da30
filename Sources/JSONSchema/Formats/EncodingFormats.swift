/// Bytes as text, and single characters.
enum EncodingFormats {
    /// RFC 4648, section 4: padded, no line breaks.
    static func isBase64(_ text: Span<UInt8>) -> Bool {
        guard text.count % 4 == 0 else { return false }
        let end = text.endOfRun(of: .base64, from: 0)
        return text.count &- end <= 2 && isPadding(text, from: end)
    }

    /// RFC 4648, section 5: padding may be left out.
    static func isBase64URL(_ text: Span<UInt8>) -> Bool {
        let end = text.endOfRun(of: .base64URL, from: 0)
        guard end < text.count else { return end % 4 != 1 }
        return text.count % 4 == 0 && text.count &- end <= 2 && isPadding(text, from: end)
    }

    /// One code point.
    static func isCharacter(_ text: Span<UInt8>) -> Bool {
        text.scalar(at: 0)?.end == text.count
    }

    private static func isPadding(_ text: Span<UInt8>, from start: Int) -> Bool {
        for index in start..<text.count where text[index] != UInt8(ascii: "=") { return false }
        return true
    }
}
