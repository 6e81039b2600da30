extension TapeScanner {
    /// Reads the number at `at`, and leaves `at` behind it.
    ///
    /// Answers an entry of another kind when the number is broken; `fault` says why.
    @inline(__always)
    mutating func scanNumber(_ text: Span<UInt8>, _ at: inout Int) -> TapeEntry {
        let start = at
        let isNegative = text[at] == UInt8(ascii: "-")
        if isNegative { at &+= 1 }
        let firstDigit = at
        var value: UInt64 = 0
        while true {
            let digit = text[at] &- 0x30
            guard digit < 10 else { break }
            value = value &* 10 &+ UInt64(digit)
            at &+= 1
        }
        let digits = at &- firstDigit
        let next = text[at]
        let isPlain = digits < 19 && next != UInt8(ascii: ".") && next | 0x20 != UInt8(ascii: "e")
        guard isPlain, digits == 1 || (digits > 1 && text[firstDigit] != UInt8(ascii: "0")) else {
            return scanUnusualNumber(text, &at, from: start)
        }
        let signed = isNegative ? 0 &- value : value
        var entry = TapeEntry(kind: .integer, flags: .literalIntegral, offset: start, payload: signed)
        entry.literalCount = UInt16(truncatingIfNeeded: at &- start)
        return entry
    }

    private mutating func scanUnusualNumber(_ text: Span<UInt8>, _ at: inout Int, from start: Int) -> TapeEntry {
        do throws(JSONSyntaxFault) {
            let number = try NumberSyntax(text, at: start)
            at = number.end
            return TapeEntry(number, offset: start)
        } catch {
            return fail(&at, error.offset, error.reason)
        }
    }
}

extension TapeEntry {
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
        guard mantissa < 1_000_000_000_000_000, -280...280 ~= exponent else {
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
