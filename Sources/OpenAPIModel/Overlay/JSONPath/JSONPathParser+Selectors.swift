extension JSONPathParser {
    /// From `[` to `]` (RFC 9535, section 2.5.1).
    mutating func bracketed() throws(JSONPathError) -> [PathSelector] {
        let start = position
        position += 1
        skipSpace()
        var selectors = [try selector()]
        while takeSpaced(",") { selectors.append(try selector()) }
        skipSpace()
        guard take("]") else {
            let opening = fault("", at: start).column
            throw fault("Expected \",\" or \"]\" for the \"[\" at character \(opening), not \(nextCharacter).")
        }
        return selectors
    }

    private mutating func selector() throws(JSONPathError) -> PathSelector {
        switch peek {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return .name(try string())
        case UInt8(ascii: "*"):
            position += 1
            return .wildcard
        case UInt8(ascii: "?"):
            position += 1
            skipSpace()
            return .filter(try disjunction())
        case let byte? where byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":"):
            return try indexOrSlice()
        default:
            throw fault("Expected a name in quotes, an index, a slice, \"*\" or \"?\", not \(nextCharacter).")
        }
    }

    private mutating func indexOrSlice() throws(JSONPathError) -> PathSelector {
        let first = peek == UInt8(ascii: ":") ? nil : try integer()
        let end = position
        skipSpace()
        guard take(":") else {
            position = end
            guard let first else { throw fault("Expected an index or a slice.") }
            return .index(first)
        }
        var slice = PathSlice(start: first)
        skipSpace()
        slice.end = try optionalInteger()
        skipSpace()
        if take(":") {
            skipSpace()
            slice.step = try optionalInteger() ?? 1
        }
        return .slice(slice)
    }

    private mutating func optionalInteger() throws(JSONPathError) -> Int? {
        guard let byte = peek, byte.isDigit || byte == UInt8(ascii: "-") else { return nil }
        return try integer()
    }

    /// Within what I-JSON can hold exactly (section 2.1).
    private mutating func integer() throws(JSONPathError) -> Int {
        let start = position
        _ = take("-")
        let digits = position
        while let byte = peek, byte.isDigit { position += 1 }
        guard position > digits else { throw fault("Expected a digit, not \(nextCharacter).") }
        let isZero = position - digits == 1 && start == digits
        guard text[digits] != UInt8(ascii: "0") || isZero else {
            throw fault("An index has no leading zeros, and no zero a sign.", at: start)
        }
        let limit = (1 << 53) - 1
        guard let value = Int(String(decoding: text[start..<position], as: UTF8.self)), -limit...limit ~= value else {
            throw fault("An index lies between -(2^53 - 1) and 2^53 - 1.", at: start)
        }
        return value
    }
}
