import JSONCore

extension Keyword {
    /// Draft 7, section 8: asserted where formats are.
    static let contentEncoding = Keyword("contentEncoding", .content, annotates: .strings(beside: nil)) {
        compilation, draft, value in
        guard compilation.asserts(draft.dialect), value.textEquals("base64") else { return }
        let assertion = Assertion(kinds: .string, message: "must be encoded in base64") { json in
            json.withText { EncodingFormats.isBase64($0) }
        }
        compilation.append(assertion, at: value, "contentEncoding", in: &draft)
    }

    /// What is not in its encoding is that keyword's finding.
    static let contentMediaType = Keyword("contentMediaType", .content, annotates: .strings(beside: nil)) {
        compilation, draft, value in
        guard compilation.asserts(draft.dialect), value.textEquals("application/json") else { return }
        let isEncoded = draft.sibling("contentEncoding")?.textEquals("base64") ?? false
        let assertion = Assertion(kinds: .string, message: "must be a JSON document") { json in
            guard let bytes = json.withText({ isEncoded ? Base64.decoded($0) : $0.bytes }) else { return true }
            return (try? JSON(parsing: bytes)) != nil
        }
        compilation.append(assertion, at: value, "contentMediaType", in: &draft)
    }

    /// From 2019-09 on (section 8) annotations alone.
    static let annotatingContentEncoding = Keyword("contentEncoding", .content, annotates: .strings(beside: nil))
    static let annotatingContentMediaType = Keyword("contentMediaType", .content, annotates: .strings(beside: nil))
    static let contentSchema = Keyword(
        "contentSchema", .content, .schema, annotates: .strings(beside: "contentMediaType"))
}

extension Span<UInt8> {
    fileprivate var bytes: [UInt8] { indices.map { self[$0] } }
}

/// RFC 4648, section 4.
private enum Base64 {
    /// nil for what is no base64.
    static func decoded(_ text: Span<UInt8>) -> [UInt8]? {
        guard EncodingFormats.isBase64(text) else { return nil }
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for position in text.indices {
            guard let value = value(of: text[position]) else { break }
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
        }
        return bytes
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
