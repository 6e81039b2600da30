internal import JSONCore

/// The OpenAPI registry's formats for decimal numbers, as JSON numbers and as strings.
enum DecimalFormats {
    /// Any range and precision. Strings may have what SQL numerals have (ISO/IEC 9075-2): `+1`, `.5`, `5.`, `1E3`.
    static func isDecimal(_ text: Span<UInt8>) -> Bool {
        DecimalNumeral(text) != nil
    }

    static func isDecimal(_ number: JSONNumber) -> Bool { true }

    static func isDecimal128(_ text: Span<UInt8>) -> Bool {
        if text.holds(word: "NaN", at: 0), text.count == 3 { return true }
        let start = text.holds("-", at: 0) ? 1 : 0
        if text.holds(word: "INF", at: start), text.count == start &+ 3 { return true }
        return DecimalNumeral(text)?.fitsDecimal128 == true
    }

    static func isDecimal128(_ number: JSONNumber) -> Bool {
        DecimalNumeral(number)?.fitsDecimal128 == true
    }
}

/// What the digits of a decimal numeral amount to, without its value.
struct DecimalNumeral {
    /// Digits from the first to the last that is not zero; 0 for zero.
    let significantDigits: Int
    /// The power of ten of the last of them, saturated far outside of what any format permits.
    let exponent: Int

    init?(_ number: JSONNumber) {
        self.init(Array(number.literal.utf8).span)
    }

    init?(_ text: Span<UInt8>) {
        let start = text.holds("-", at: 0) || text.holds("+", at: 0) ? 1 : 0
        let point = text.endOfRun(of: .digits, from: start)
        let end = text.holds(".", at: point) ? text.endOfRun(of: .digits, from: point &+ 1) : point
        guard point > start || end > point &+ 1, let scale = DecimalNumeral.scale(text, from: end) else { return nil }
        var first: Int?
        var last = start
        for index in start..<end where text[index] != UInt8(ascii: "0") && index != point {
            first = first ?? index
            last = index
        }
        guard let first else {
            significantDigits = 0
            exponent = 0
            return
        }
        significantDigits = last &- first &+ (first < point && last > point ? 0 : 1)
        exponent = scale &+ (last < point ? point &- 1 &- last : point &- last)
    }

    var integerDigits: Int { significantDigits == 0 ? 0 : max(0, significantDigits &+ exponent) }
    var fractionDigits: Int { max(0, 0 &- exponent) }

    /// IEEE 754: 34 digits, exponents of the last digit from -6176, of the first to 6144.
    var fitsDecimal128: Bool {
        significantDigits <= 34 && exponent >= -6176 && significantDigits &+ exponent &- 1 <= 6144
    }

    /// The exponent at the end of the text; 0 when there is none, nil when something else is there.
    private static func scale(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard start < text.count else { return 0 }
        guard text.holds("e", at: start) || text.holds("E", at: start) else { return nil }
        let isNegative = text.holds("-", at: start &+ 1)
        let digits = isNegative || text.holds("+", at: start &+ 1) ? start &+ 2 : start &+ 1
        guard digits < text.count, text.endOfRun(of: .digits, from: digits) == text.count else { return nil }
        var value = 0
        for index in digits..<text.count {
            value = min(value &* 10 &+ Int(text[index] &- UInt8(ascii: "0")), 1_000_000_000)
        }
        return isNegative ? 0 &- value : value
    }
}
