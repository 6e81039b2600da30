enum MediaRangeFormat {
    /// RFC 9110, section 12.5.1, without a weight of its own: `q` is a parameter like any other here.
    static func isMediaRange(_ text: Span<UInt8>) -> Bool {
        let slash = text.endOfRun(of: .token, from: 0)
        let end = text.endOfRun(of: .token, from: slash &+ 1)
        guard slash > 0, text.holds("/", at: slash), end > slash &+ 1 else { return false }
        if text.holds("*", at: 0), slash == 1, !(text.holds("*", at: 2) && end == 3) { return false }
        return endOfParameters(text, from: end) == text.count
    }

    /// `*( OWS ";" OWS [ parameter ] )`
    private static func endOfParameters(_ text: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while true {
            let semicolon = endOfWhitespace(text, from: index)
            guard text.holds(";", at: semicolon) else { return index }
            let name = endOfWhitespace(text, from: semicolon &+ 1)
            let nameEnd = text.endOfRun(of: .token, from: name)
            guard nameEnd > name else {
                index = semicolon &+ 1
                continue
            }
            guard text.holds("=", at: nameEnd), let end = endOfValue(text, from: nameEnd &+ 1) else { return nil }
            index = end
        }
    }

    private static func endOfValue(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard text.holds("\"", at: start) else {
            let end = text.endOfRun(of: .token, from: start)
            return end > start ? end : nil
        }
        var index = start &+ 1
        while let byte = text.byte(at: index) {
            switch byte {
            case UInt8(ascii: "\""): return index &+ 1
            case UInt8(ascii: "\\"):
                guard let escaped = text.byte(at: index &+ 1), isQuotable(escaped) else { return nil }
                index &+= 2
            default:
                guard isQuotable(byte) else { return nil }
                index &+= 1
            }
        }
        return nil
    }

    /// Tab, what is visible, space and `obs-text`.
    private static func isQuotable(_ byte: UInt8) -> Bool {
        byte == 0x09 || byte >= 0x20 && byte != 0x7F
    }

    private static func endOfWhitespace(_ text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while text.holds(" ", at: index) || text.holds("\t", at: index) { index &+= 1 }
        return index
    }
}
