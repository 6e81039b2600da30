enum PointerFormats {
    /// RFC 6901, section 3. The URI fragment form is not a pointer here.
    static func isPointer(_ text: Span<UInt8>) -> Bool {
        isPointer(text, from: 0)
    }

    /// draft-bhutton-relative-json-pointer-00: levels up, then a pointer or `#`.
    static func isRelativePointer(_ text: Span<UInt8>) -> Bool {
        let end = text.endOfRun(of: .digits, from: 0)
        guard end > 0, end == 1 || !text.holds("0", at: 0) else { return false }
        if text.holds("#", at: end) { return end &+ 1 == text.count }
        return isPointer(text, from: end)
    }

    private static func isPointer(_ text: Span<UInt8>, from start: Int) -> Bool {
        guard start < text.count else { return true }
        guard text.holds("/", at: start) else { return false }
        for index in start..<text.count where text[index] == UInt8(ascii: "~") {
            guard text.holds("0", at: index &+ 1) || text.holds("1", at: index &+ 1) else { return false }
        }
        return true
    }
}
