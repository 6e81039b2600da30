extension TapeScanner {
    /// Reads the number at `at`, and leaves `at` behind it.
    ///
    /// Answers an entry of another kind when the number is broken; `fault` says why.
    @inline(__always)
    mutating func scanNumber(_ text: Span<UInt8>, _ at: inout Int) -> TapeEntry {
        let start = at
        let firstDigit = text.padded(at) == UInt8(ascii: "-") ? at &+ 1 : at
        var end = firstDigit
        var value: UInt64 = 0
        while true {
            let digit = text.padded(end) &- 0x30
            guard digit < 10 else { break }
            value = value &* 10 &+ UInt64(digit)
            end &+= 1
        }
        let digits = end &- firstDigit
        let next = text.padded(end)
        let isPlain = digits < 19 && next != UInt8(ascii: ".") && next | 0x20 != UInt8(ascii: "e")
        guard isPlain, digits == 1 || (digits > 1 && text.padded(firstDigit) != UInt8(ascii: "0")) else {
            let entry = scanUnusualNumber(text, from: start, firstDigit, stoppedAt: end, value)
            at = self.end
            return entry
        }
        let signed = firstDigit == start ? value : 0 &- value
        at = end
        return TapeEntry(integer: signed, offset: start, literalCount: end &- start)
    }

    /// `value` is that of the digits from `firstDigit` to `stop`, unless there are too many.
    @inline(never)
    private mutating func scanUnusualNumber(
        _ text: Span<UInt8>, from start: Int, _ firstDigit: Int, stoppedAt stop: Int, _ value: UInt64
    ) -> TapeEntry {
        if let entry = scanFraction(text, from: start, firstDigit, stoppedAt: stop, value) { return entry }
        do throws(JSONSyntaxFault) {
            let number = try NumberSyntax(text, at: start)
            end = number.end
            return TapeEntry(number, offset: start)
        } catch {
            return fail(error.offset, error.reason)
        }
    }

    /// A number as most with a fraction are: at most 19 digits, the last one not zero, no exponent. Nil for others.
    @inline(__always)
    private mutating func scanFraction(
        _ text: Span<UInt8>, from start: Int, _ firstDigit: Int, stoppedAt stop: Int, _ value: UInt64
    ) -> TapeEntry? {
        guard text.padded(stop) == UInt8(ascii: "."), stop > firstDigit,
            stop == firstDigit &+ 1 || text.padded(firstDigit) != UInt8(ascii: "0")
        else { return nil }
        var mantissa = value
        let end = NumberSyntax.endOfDigits(text, stop &+ 1, &mantissa)
        let last = text.padded(end &- 1)
        guard end &- firstDigit <= 20, last != UInt8(ascii: "."), last != UInt8(ascii: "0"),
            text.padded(end) | 0x20 != UInt8(ascii: "e")
        else { return nil }
        self.end = end
        return TapeEntry(
            mantissa, fractionDigits: end &- stop &- 1, isNegative: firstDigit != start, offset: start,
            literalCount: end &- start)
    }
}

extension TapeEntry {
    /// An integer written as such, with fewer than 20 digits.
    @inline(__always)
    init(integer: UInt64, offset: Int, literalCount: Int) {
        self.init(kind: .integer, flags: .literalIntegral, offset: offset, payload: integer)
        head |= UInt64(truncatingIfNeeded: literalCount) << 16
    }

    /// A number with at most 19 digits, all in `mantissa`; the last one is of the fraction and not zero.
    @inline(__always)
    fileprivate init(
        _ mantissa: UInt64, fractionDigits: Int, isNegative: Bool, offset: Int, literalCount: Int
    ) {
        let isExact = mantissa < Self.exactMantissas
        self.init(kind: .number, flags: isExact ? .double : .decimal, offset: offset)
        head |= UInt64(truncatingIfNeeded: literalCount) << 16
        if isExact {
            let magnitude = DoubleConversion.nearest(mantissa, 0 &- fractionDigits)
            payload = (isNegative ? -magnitude : magnitude).bitPattern
        }
    }

    /// Numbers of 15 digits; see `Representation.double`.
    private static let exactMantissas: UInt64 = 1_000_000_000_000_000

    /// Classifies a number; see `Representation`.
    init(_ number: NumberSyntax, offset: Int) {
        self.init(kind: .integer, flags: number.isIntegral ? .literalIntegral : [], offset: offset)
        literalCount = UInt16(clamping: number.end - offset)
        guard !number.isTruncated else {
            if number.lowestExponent < 0 {
                kind = .number
            }
            flags.insert(.decimal)
            return
        }
        classify(number)
    }

    private mutating func classify(_ number: NumberSyntax) {
        var mantissa = number.mantissa
        var exponent = number.exponent
        guard mantissa != 0 else { return }
        while exponent != 0, case let (tenth, digit) = mantissa.quotientAndRemainder(dividingBy: 10), digit == 0 {
            mantissa = tenth
            exponent &+= 1
        }
        if exponent >= 0 {
            if let value = mantissa.timesPowerOfTen(exponent), setInteger(value, isNegative: number.isNegative) {
                return
            }
        } else {
            kind = .number
        }
        while case let (tenth, digit) = mantissa.quotientAndRemainder(dividingBy: 10), digit == 0 {
            mantissa = tenth
            exponent &+= 1
        }
        guard mantissa < Self.exactMantissas, -280...280 ~= exponent else {
            flags.insert(.decimal)
            return
        }
        let magnitude = DoubleConversion.nearest(mantissa, exponent)
        flags.insert(.double)
        payload = (number.isNegative ? -magnitude : magnitude).bitPattern
    }

    private mutating func setInteger(_ value: UInt64, isNegative: Bool) -> Bool {
        if value <= UInt64(Int64.max) || (isNegative && value == 1 << 63) {
            payload = isNegative ? 0 &- value : value
            return true
        }
        guard !isNegative else { return false }
        flags.insert(.uint64)
        payload = value
        return true
    }
}

extension UInt64 {
    /// Nil when the product does not fit.
    func timesPowerOfTen(_ exponent: Int) -> UInt64? {
        guard exponent < 20 else { return nil }
        var product = self
        for _ in 0..<exponent {
            let (next, overflow) = product.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            product = next
        }
        return product
    }
}
