internal import JSONCore

/// The OpenAPI registry's formats for binary numbers. `1.0` is an integer.
enum NumberFormats {
    /// Integers in the range of `Value`.
    static func fits<Value: FixedWidthInteger & SendableMetatype>(_: Value.Type) -> @Sendable (JSONNumber) -> Bool {
        { number in
            if let value = number.int64 { return Value(exactly: value) != nil }
            return number.uint64.flatMap(Value.init(exactly:)) != nil
        }
    }

    /// Integers as JSON would write them, in the range of `Value`.
    static func spells<Value: FixedWidthInteger & SendableMetatype>(_: Value.Type) -> @Sendable (Span<UInt8>) -> Bool {
        { text in
            let start = text.holds("-", at: 0) ? 1 : 0
            guard text.count > start, text.count &- start <= 20,
                text.endOfRun(of: .digits, from: start) == text.count,
                text.count == start &+ 1 || !text.holds("0", at: start)
            else { return false }
            return Value.canHold(digitsOf: text, from: start)
        }
    }

    /// Integers whose neighbours a double tells apart.
    static func isDoubleInteger(_ number: JSONNumber) -> Bool {
        guard let value = number.int64 else { return false }
        return value.magnitude < 1 << 53
    }

    /// In range; precision beyond the type's is no error.
    static func isDouble(_ number: JSONNumber) -> Bool {
        number.double.isFinite
    }

    static func isFloat(_ number: JSONNumber) -> Bool {
        Float(number.double).isFinite
    }
}

extension FixedWidthInteger {
    fileprivate static func canHold(digitsOf text: Span<UInt8>, from start: Int) -> Bool {
        var value: Self = 0
        for index in start..<text.count {
            let digit = Self(truncatingIfNeeded: text[index] &- UInt8(ascii: "0"))
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isBeyond) =
                start == 0 ? product.addingReportingOverflow(digit) : product.subtractingReportingOverflow(digit)
            guard !isTooLarge, !isBeyond else { return false }
            value = sum
        }
        return true
    }
}
