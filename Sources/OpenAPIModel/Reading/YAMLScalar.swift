import JSONCore

/// What an unquoted scalar means by the core schema of YAML 1.2 (section 10.3.2), as far as JSON has it.
///
/// `no`, `off`, `18:00` and timestamps are strings. Departures: a number with superfluous leading zeros (`007`) stays a
/// string, since it is a code and no quantity wherever it was met; `.inf` and `.nan`, and integers in another base that
/// exceed 64 bits, stay strings, since JSON cannot hold them.
enum YAMLScalar {
    case string
    case null
    case bool(Bool)
    /// The text is a JSON number as it stands.
    case number
    /// A JSON number, where the text is none.
    case converted([UInt8])

    init(_ text: Span<UInt8>) {
        guard text.count > 0 else {
            self = .null
            return
        }
        switch text[0] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            self = YAMLNumberSyntax.scalar(text)
        case UInt8(ascii: "~"):
            self = text.count == 1 ? .null : .string
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            let isNull = text.equals("null") || text.equals("Null") || text.equals("NULL")
            self = isNull ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            let isTrue = text.equals("true") || text.equals("True") || text.equals("TRUE")
            self = isTrue ? .bool(true) : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            let isFalse = text.equals("false") || text.equals("False") || text.equals("FALSE")
            self = isFalse ? .bool(false) : .string
        default:
            self = .string
        }
    }
}

/// The core schema's numbers: `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, `0o[0-7]+` and `0x[0-9a-fA-F]+`.
private enum YAMLNumberSyntax {
    static func scalar(_ text: Span<UInt8>) -> YAMLScalar {
        if text.count > 2, text[0] == UInt8(ascii: "0") {
            if text[1] == UInt8(ascii: "o") { return integer(text, radix: 8) }
            if text[1] == UInt8(ascii: "x") { return integer(text, radix: 16) }
        }
        let hasPlus = text[0] == UInt8(ascii: "+")
        let start = hasPlus || text[0] == UInt8(ascii: "-") ? 1 : 0
        let whole = digits(text, from: start)
        var end = whole
        var fraction = 0..<0
        if end < text.count, text[end] == UInt8(ascii: ".") {
            fraction = (end + 1)..<digits(text, from: end + 1)
            end = fraction.upperBound
        }
        guard whole > start || !fraction.isEmpty, let last = exponentEnd(text, from: end), last == text.count else {
            return .string
        }
        guard whole == start || whole == start + 1 || text[start] != UInt8(ascii: "0") else { return .string }
        let hasPoint = end > whole
        if !hasPlus && whole > start && (!hasPoint || !fraction.isEmpty) { return .number }
        return .converted(rewritten(text, start: start, whole: whole, fraction: fraction, rest: end))
    }

    private static func digits(_ text: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
        return end
    }

    /// Nil when there is an exponent without digits.
    private static func exponentEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard start < text.count, text[start] | 0x20 == UInt8(ascii: "e") else { return start }
        var first = start + 1
        if first < text.count, text[first] == UInt8(ascii: "+") || text[first] == UInt8(ascii: "-") { first += 1 }
        let end = digits(text, from: first)
        return end > first ? end : nil
    }

    /// `+1` as `1`, `.5` as `0.5`, `1.` as `1.0`.
    private static func rewritten(
        _ text: Span<UInt8>, start: Int, whole: Int, fraction: Range<Int>, rest: Int
    ) -> [UInt8] {
        var number: [UInt8] = text[0] == UInt8(ascii: "-") ? [UInt8(ascii: "-")] : []
        for index in start..<whole { number.append(text[index]) }
        if whole == start { number.append(UInt8(ascii: "0")) }
        if rest > whole {
            number.append(UInt8(ascii: "."))
            for index in fraction { number.append(text[index]) }
            if fraction.isEmpty { number.append(UInt8(ascii: "0")) }
        }
        for index in rest..<text.count { number.append(text[index]) }
        return number
    }

    private static func integer(_ text: Span<UInt8>, radix: Int) -> YAMLScalar {
        let digits = String(utf8: text.extracting(2..<text.count))
        guard digits.utf8.first != UInt8(ascii: "+"), digits.utf8.first != UInt8(ascii: "-"),
            let value = UInt64(digits, radix: radix)
        else { return .string }
        return .converted(Array(String(value).utf8))
    }
}
