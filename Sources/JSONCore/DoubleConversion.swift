/// The `Double` nearest to a decimal number, ties to even: Clinger's fast path, then Eisel-Lemire, then, for the few
/// numbers that lie within a hair of the middle between two Doubles, exact comparison.
enum DoubleConversion {
    /// For `mantissa * 10^exponent`. Infinite when too large, zero when too small.
    static func nearest(_ mantissa: UInt64, _ exponent: Int) -> Double {
        if mantissa <= 1 << 53, -22...22 ~= exponent {
            // Both operands are exact, so the one rounding is right.
            let value = Double(mantissa)
            return exponent < 0 ? value / smallPowers[-exponent] : value * smallPowers[exponent]
        }
        return eiselLemire(mantissa, exponent)
    }

    /// For a literal and what was read from it.
    static func nearest(_ number: NumberSyntax, literal: Span<UInt8>) -> Double {
        let magnitude = magnitude(number, literal)
        return number.isNegative ? -magnitude : magnitude
    }

    private static func magnitude(_ number: NumberSyntax, _ literal: Span<UInt8>) -> Double {
        let low = nearest(number.mantissa, number.exponent)
        guard number.isTruncated else { return low }
        let (next, overflow) = number.mantissa.addingReportingOverflow(1)
        guard !overflow else { return exact(literal, below: low) }
        let high = nearest(next, number.exponent)
        return low == high ? low : exact(literal, below: low)
    }

    private static let smallPowers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// D. Lemire, "Number parsing at a gigabyte per second" (2021); that no fallback is needed: N. Mushtak, D. Lemire,
    /// "Fast number parsing without fallback" (2023).
    private static func eiselLemire(_ mantissa: UInt64, _ exponent: Int) -> Double {
        guard mantissa != 0, exponent >= PowersOfFive.lowest else { return 0 }
        guard exponent <= PowersOfFive.highest else { return .infinity }
        let zeros = mantissa.leadingZeroBitCount
        let (high, low) = product(mantissa << zeros, exponent)
        let topBit = Int(high >> 63)
        // 52 bits of fraction, the leading one, and one to round by.
        var significand = high >> (topBit &+ 9)
        var binaryExponent = (217_706 &* exponent) >> 16 &+ 63 &+ topBit &- zeros &+ 1023
        if binaryExponent <= 0 { return subnormal(significand, binaryExponent) }
        if low <= 1, -4...23 ~= exponent, significand & 3 == 1, significand << (topBit &+ 9) == high {
            // Exactly in the middle: to even.
            significand &= ~1
        }
        significand = (significand &+ significand & 1) >> 1
        if significand == 1 << 53 {
            significand = 1 << 52
            binaryExponent &+= 1
        }
        guard binaryExponent < 0x7FF else { return .infinity }
        return Double(bitPattern: UInt64(binaryExponent) << 52 | significand & (1 << 52 &- 1))
    }

    /// The top 128 bits of `mantissa * 5^exponent`, as exact as rounding needs.
    private static func product(_ mantissa: UInt64, _ exponent: Int) -> (high: UInt64, low: UInt64) {
        let power = PowersOfFive.words(exponent)
        var (high, low) = mantissa.multipliedFullWidth(by: power.high)
        if high & 0x1FF == 0x1FF {
            let carry: Bool
            (low, carry) = low.addingReportingOverflow(mantissa.multipliedFullWidth(by: power.low).high)
            if carry { high &+= 1 }
        }
        return (high, low)
    }

    private static func subnormal(_ significand: UInt64, _ binaryExponent: Int) -> Double {
        let shift = 1 &- binaryExponent
        guard shift < 64 else { return 0 }
        let shifted = significand >> shift
        // A carry into bit 52 makes the smallest normal number: its bit pattern is just that.
        return Double(bitPattern: (shifted &+ shifted & 1) >> 1)
    }

    /// `low` or the next Double above it, whichever is nearer to the literal's magnitude, which lies between them.
    private static func exact(_ literal: Span<UInt8>, below low: Double) -> Double {
        let (number, exponent) = BigUInt.digits(of: literal)
        let isSubnormal = low.exponentBitPattern == 0
        let significand = low.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
        let binaryExponent = Int(isSubnormal ? 1 : low.exponentBitPattern) - 1075
        // The middle is `(2 * significand + 1) * 2^(binaryExponent - 1)`.
        var left = number
        var right = BigUInt(significand * 2 + 1)
        left.multiply(byPowerOfFive: max(exponent, 0))
        right.multiply(byPowerOfFive: max(-exponent, 0))
        let shift = exponent - (binaryExponent - 1)
        left.shiftLeft(max(shift, 0))
        right.shiftLeft(max(-shift, 0))
        switch left.compare(right) {
        case ..<0: return low
        case 0: return significand & 1 == 0 ? low : low.nextUp
        default: return low.nextUp
        }
    }
}
