import JSONCore

extension CoercionPlan {
    /// The text of a scalar, nothing encoded, of which `ValueWriter` makes the same value under the same `kinds`.
    func text(
        of value: JSON, _ kinds: JSONKind, at pointer: JSONPointer
    ) throws(EncodingRefusal) -> [UInt8] {
        let text = Self.text(of: value)
        guard let text, !text.contains(0), kinds.reading(of: text.span) == value.kind.widened else {
            throw EncodingRefusal(at: pointer, "must be a text, number, boolean or null that its schema tells apart")
        }
        return text
    }

    /// Nil for arrays and objects.
    private static func text(of value: JSON) -> [UInt8]? {
        if let string = value.string { return Array(string.utf8) }
        if let number = value.number { return Array(number.literal.utf8) }
        if let bool = value.bool { return Array((bool ? "true" : "false").utf8) }
        return value.isNull ? [] : nil
    }
}

extension JSONKind {
    /// Of which type a text becomes a value, numbers being of one type.
    fileprivate func reading(of text: Span<UInt8>) -> JSONKind {
        let taken = take(text)
        if taken.isEmpty { return .string }
        if taken.contains(.boolean) { return .boolean }
        if taken == .null { return contains(.string) ? .string : .null }
        let bytes = (0..<text.count).map { text[$0] }
        return JSONNumber(literal: bytes) == nil ? .string : .number
    }

    fileprivate var widened: JSONKind { self == .integer ? .number : self }
}

extension TextCoding {
    /// A text as it stands on the wire, all octets escaped but those that RFC 3986 reserves for nothing.
    ///
    /// Refuses what would be taken for `delimiter`.
    func encoded(
        _ text: [UInt8], by delimiter: Delimiter? = nil, at pointer: JSONPointer = .root
    ) throws(EncodingRefusal) -> [UInt8] {
        if let delimiter, self == .plain || delimiter.isReadEscaped, text.contains(delimiter.byte) {
            throw EncodingRefusal(at: pointer, "must not have \(delimiter.name) in it")
        }
        guard self != .plain else { return text }
        return text.flatMap { byte in
            byte.isUnreserved && byte != delimiter?.byte ? [byte] : Self.escape(byte)
        }
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

extension UInt8 {
    /// RFC 3986, section 2.3.
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension ContentForm {
    /// The document, nothing encoded.
    func text(of value: JSON, node: Int, _ plan: CoercionPlan) throws(EncodingRefusal) -> [UInt8] {
        switch self {
        case .json: return try JSONText.bytes(of: value)
        case .text: return try plan.text(of: value, plan[node].scalars, at: .root)
        case .urlEncoded(let form): return try form.text(of: value)
        }
    }
}

enum JSONText {
    /// The JSON text of a value that does not nest deeper than is read.
    static func bytes(of value: JSON, at pointer: JSONPointer = .root) throws(EncodingRefusal) -> [UInt8] {
        let bytes = value.serializedBytes()
        guard (try? JSON(parsing: bytes, options: ValueWriter.contentOptions)) != nil else {
            throw EncodingRefusal(
                at: pointer, "must nest at most \(ValueWriter.contentOptions.maximumDepth) levels, each name once")
        }
        return bytes
    }
}
