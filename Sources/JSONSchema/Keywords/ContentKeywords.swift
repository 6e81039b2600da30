import JSONCore

extension Keyword {
    /// Draft 7, section 8: asserted where formats are.
    static let contentEncoding = Keyword("contentEncoding", .content, annotates: .strings(beside: nil)) {
        compilation, draft, value in
        guard compilation.asserts(draft.dialect), value.textEquals("base64") else { return }
        draft.append(.contentEncoding, compilation.site(value, "contentEncoding", in: draft))
    }

    static let contentMediaType = Keyword("contentMediaType", .content, annotates: .strings(beside: nil)) {
        compilation, draft, value in
        guard compilation.asserts(draft.dialect), value.textEquals("application/json") else { return }
        let isEncoded = draft.sibling("contentEncoding")?.textEquals("base64") ?? false
        let site = compilation.site(value, "contentMediaType", in: draft)
        draft.append(.contentMediaType, site, isEncoded ? 1 : 0)
    }

    /// From 2019-09 on (section 8) annotations alone.
    static let annotatingContentEncoding = Keyword("contentEncoding", .content, annotates: .strings(beside: nil))
    static let annotatingContentMediaType = Keyword("contentMediaType", .content, annotates: .strings(beside: nil))
    static let contentSchema = Keyword(
        "contentSchema", .content, .schema, annotates: .strings(beside: "contentMediaType"))
}

extension Evaluator {
    mutating func isBase64(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        if view.withText(entry, { EncodingFormats.isBase64($0) }) { return true }
        return fail(instruction, at: index, "must be encoded in base64")
    }

    /// What is not in its encoding is that keyword's finding.
    mutating func isJSONDocument(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let isEncoded = instruction.a == 1
        let bytes = view.withText(entry) { text -> [UInt8]? in
            guard isEncoded else { return text.indices.map { text[$0] } }
            return EncodingFormats.isBase64(text) ? Base64.decoded(text) : nil
        }
        guard let bytes, (try? JSON(parsing: bytes)) == nil else { return true }
        return fail(instruction, at: index, "must be a JSON document")
    }
}

/// RFC 4648, section 4, for text that is known to be base64.
private enum Base64 {
    static func decoded(_ text: Span<UInt8>) -> [UInt8] {
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
