extension JSONPathParser {
    /// A text in single or double quotes, as UTF-8 (RFC 9535, section 2.3.1.1).
    mutating func string() throws(JSONPathError) -> [UInt8] {
        let start = position
        guard let quote = peek else { throw fault("Expected a text in quotes.") }
        position += 1
        var result: [UInt8] = []
        while let byte = peek {
            switch byte {
            case quote:
                position += 1
                return result
            case UInt8(ascii: "\\"): try escape(into: &result, quote)
            case 0..<0x20: throw fault("Control characters are written as escapes, such as \\n or \\u0000.")
            default:
                result.append(byte)
                position += 1
            }
        }
        throw fault("The text that starts here has no closing quote.", at: start)
    }

    private mutating func escape(into result: inout [UInt8], _ quote: UInt8) throws(JSONPathError) {
        let start = position
        position += 1
        guard let byte = peek else { throw fault("The escape is not complete.", at: start) }
        position += 1
        switch byte {
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "/"), UInt8(ascii: "\\"), quote: result.append(byte)
        case UInt8(ascii: "u"):
            guard let scalar = try unicodeEscape() else {
                throw fault("A surrogate stands alone: a high one and a low one make a character.", at: start)
            }
            result += UTF8.encode(scalar).map(Array.init) ?? []
        default:
            throw fault(
                "There is no such escape; those are \\b \\t \\n \\f \\r \\/ \\\\ \\uXXXX and the quote.", at: start)
        }
    }

    /// Behind `\u`. Nil for surrogates that are no pair.
    private mutating func unicodeEscape() throws(JSONPathError) -> Unicode.Scalar? {
        let unit = try hexadecimal()
        guard 0xD800..<0xDC00 ~= unit else { return Unicode.Scalar(unit) }
        guard take("\\u") else { return nil }
        let low = try hexadecimal()
        guard 0xDC00..<0xE000 ~= low else { return nil }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func hexadecimal() throws(JSONPathError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("Expected four hexadecimal digits behind \\u.")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
