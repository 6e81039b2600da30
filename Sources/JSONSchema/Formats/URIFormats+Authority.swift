extension URIFormats {
    /// The index after `[userinfo "@"] host [":" port]`; nil when what stands before the path is none.
    static func endOfAuthority(_ text: Span<UInt8>, _ repertoire: Repertoire, from start: Int) -> Int? {
        var index = start
        let userEnd = endOfRun(of: .userInformation, repertoire, in: text, from: start)
        if text.holds("@", at: userEnd) { index = userEnd &+ 1 }
        guard let hostEnd = endOfHost(text, repertoire, from: index) else { return nil }
        index = hostEnd
        if text.holds(":", at: index) { index = text.endOfRun(of: .digits, from: index &+ 1) }
        switch text.byte(at: index) {
        case nil, UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return index
        default: return nil
        }
    }

    private static func endOfHost(_ text: Span<UInt8>, _ repertoire: Repertoire, from start: Int) -> Int? {
        guard text.holds("[", at: start) else {
            return endOfRun(of: .registeredName, repertoire, in: text, from: start)
        }
        let end = text.firstIndex(of: "]", from: start)
        guard end < text.count else { return nil }
        let literal = text.extracting((start &+ 1)..<end)
        return AddressFormats.isIPv6(literal) || isFutureAddress(literal) ? end &+ 1 : nil
    }

    /// `"v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )`
    private static func isFutureAddress(_ text: Span<UInt8>) -> Bool {
        guard text.holds("v", at: 0) || text.holds("V", at: 0) else { return false }
        let dot = text.endOfRun(of: .hexDigits, from: 1)
        guard dot > 1, text.holds(".", at: dot), dot &+ 1 < text.count else { return false }
        return text.endOfRun(of: .userInformation, from: dot &+ 1) == text.count
    }
}
