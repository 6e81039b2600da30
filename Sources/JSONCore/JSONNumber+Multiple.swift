extension JSONNumber {
    /// Whether this is an integer times `divisor`; false when `divisor` is zero. Exact.
    ///
    /// Exponents are never expanded: time grows with the digits that were written and the logarithm of the exponents.
    public func isMultiple(of divisor: JSONNumber) -> Bool {
        if let value = int64, let divisor = divisor.int64 {
            guard divisor != 0 else { return false }
            return value.magnitude.isMultiple(of: divisor.magnitude)
        }
        return tape.withLiteral(at: index) { value in
            divisor.tape.withLiteral(at: divisor.index) { Self.isMultiple(value, of: $0) }
        }
    }

    /// With both written as digits and a power of ten, and without zeros at the end: where the value's power is the
    /// smaller one it cannot be a multiple, otherwise only the difference of the powers matters.
    private static func isMultiple(_ value: Span<UInt8>, of divisor: Span<UInt8>) -> Bool {
        let valueDigits = DecimalDigits(value)
        let divisorDigits = DecimalDigits(divisor)
        guard divisorDigits.count > 0 else { return false }
        guard valueDigits.count > 0 else { return true }
        let power = valueDigits.lowestPower - divisorDigits.lowestPower
        guard power >= 0 else { return false }
        if let modulus = divisorDigits.number(divisor) {
            return SmallResidue(modulus).ofDigits(valueDigits, value, timesTenTo: power) == 0
        }
        return LargeResidue(divisorDigits.bigNumber(divisor)).ofDigits(valueDigits, value, timesTenTo: power).isZero
    }
}

extension DecimalDigits {
    /// The power of ten of the last significant digit.
    fileprivate var lowestPower: Int { magnitude - count + 1 }

    /// The digits as one number; nil when they are too many.
    fileprivate func number(_ literal: Span<UInt8>) -> UInt64? {
        guard count <= 19 else { return nil }
        var digits = self
        var number: UInt64 = 0
        while let digit = digits.next(literal) { number = number &* 10 &+ UInt64(digit) }
        return number
    }

    fileprivate func bigNumber(_ literal: Span<UInt8>) -> BigUInt {
        var digits = self
        var number = BigUInt(0)
        while let chunk = digits.nextChunk(literal) { number.multiply(by: chunk.powerOfTen, adding: chunk.value) }
        return number
    }
}

/// Residues of a modulus of one word.
private struct SmallResidue {
    let modulus: UInt64

    init(_ modulus: UInt64) { self.modulus = modulus }

    func ofDigits(_ digits: DecimalDigits, _ literal: Span<UInt8>, timesTenTo power: Int) -> UInt64 {
        var digits = digits
        var residue: UInt64 = 0
        while let chunk = digits.nextChunk(literal) {
            residue = product(residue, chunk.powerOfTen, plus: chunk.value)
        }
        var factor = 10 % modulus
        var power = power
        while power > 0 && residue != 0 {
            if power & 1 == 1 { residue = product(residue, factor) }
            factor = product(factor, factor)
            power >>= 1
        }
        return residue
    }

    private func product(_ left: UInt64, _ right: UInt64, plus addend: UInt64 = 0) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        let (low, overflow) = product.low.addingReportingOverflow(addend)
        // Below 2^64, because the whole is at most (2^64 - 1) * (2^64 - 1) + (2^64 - 1).
        let high = product.high &+ (overflow ? 1 : 0)
        // The remainder keeps the quotient within a word, which the division asks for.
        return modulus.dividingFullWidth((high % modulus, low)).remainder
    }
}

/// Residues of a modulus of any size; digit by digit and bit by bit, for divisors that hardly ever occur.
private struct LargeResidue {
    let modulus: BigUInt

    init(_ modulus: BigUInt) { self.modulus = modulus }

    func ofDigits(_ digits: DecimalDigits, _ literal: Span<UInt8>, timesTenTo power: Int) -> BigUInt {
        var digits = digits
        var residue = BigUInt(0)
        while let digit = digits.next(literal) {
            residue.multiply(by: 10, adding: UInt64(digit))
            while residue.compare(modulus) >= 0 { residue.subtract(modulus) }
        }
        var factor = BigUInt(10)
        var power = power
        while power > 0 && !residue.isZero {
            if power & 1 == 1 { residue = product(residue, factor) }
            factor = product(factor, factor)
            power >>= 1
        }
        return residue
    }

    private func product(_ left: BigUInt, _ right: BigUInt) -> BigUInt {
        var result = BigUInt(0)
        for bit in right.bits {
            result.add(result)
            if result.compare(modulus) >= 0 { result.subtract(modulus) }
            guard bit else { continue }
            result.add(left)
            if result.compare(modulus) >= 0 { result.subtract(modulus) }
        }
        return result
    }
}
