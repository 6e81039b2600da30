/// As much arithmetic on natural numbers of any size as comparing and dividing decimals needs.
struct BigUInt {
    /// Least significant first, no zero at the end.
    private var limbs: [UInt64]

    init(_ value: UInt64) {
        limbs = value == 0 ? [] : [value]
    }

    var isZero: Bool { limbs.isEmpty }

    /// More digits than the middle between two Doubles can have (767).
    private static let decisiveDigits = 780

    /// The literal's magnitude as `number * 10^exponent`. Digits that cannot decide how a Double is
    /// rounded are replaced by one 1, which keeps the number on its side of every middle.
    static func digits(of literal: Span<UInt8>) -> (number: BigUInt, exponent: Int) {
        var digits = DecimalDigits(literal)
        var number = BigUInt(0)
        var read = min(digits.count, decisiveDigits)
        var left = read
        while let chunk = digits.nextChunk(literal, atMost: left) {
            number.multiply(by: chunk.powerOfTen, adding: chunk.value)
            left = max(left - 18, 0)
        }
        if read < digits.count {
            number.multiply(by: 10, adding: 1)
            read += 1
        }
        return (number, digits.magnitude - read + 1)
    }

    mutating func multiply(by factor: UInt64, adding addend: UInt64 = 0) {
        var carry = addend
        for index in limbs.indices {
            let (high, low) = limbs[index].multipliedFullWidth(by: factor)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            limbs[index] = sum
            carry = high &+ (overflow ? 1 : 0)
        }
        if carry != 0 { limbs.append(carry) }
    }

    mutating func multiply(byPowerOfFive exponent: Int) {
        let fiveTo27: UInt64 = 7_450_580_596_923_828_125
        for _ in 0..<(exponent / 27) { multiply(by: fiveTo27) }
        for _ in 0..<(exponent % 27) { multiply(by: 5) }
    }

    mutating func shiftLeft(_ bits: Int) {
        guard bits > 0, !isZero else { return }
        multiply(by: 1 << UInt64(bits % 64))
        limbs.insert(contentsOf: repeatElement(0, count: bits / 64), at: 0)
    }

    /// Negative, zero or positive as this is less than, equal to or greater than `other`.
    func compare(_ other: BigUInt) -> Int {
        guard limbs.count == other.limbs.count else { return limbs.count < other.limbs.count ? -1 : 1 }
        for index in limbs.indices.reversed() where limbs[index] != other.limbs[index] {
            return limbs[index] < other.limbs[index] ? -1 : 1
        }
        return 0
    }

    mutating func add(_ other: BigUInt) {
        var carry: UInt64 = 0
        for index in 0..<max(limbs.count, other.limbs.count) {
            if index == limbs.count { limbs.append(0) }
            let addend = index < other.limbs.count ? other.limbs[index] : 0
            let (sum, overflow) = limbs[index].addingReportingOverflow(addend)
            let (total, overflowOfCarry) = sum.addingReportingOverflow(carry)
            limbs[index] = total
            carry = overflow || overflowOfCarry ? 1 : 0
        }
        if carry != 0 { limbs.append(carry) }
    }

    /// `other` must not be greater.
    mutating func subtract(_ other: BigUInt) {
        var borrow: UInt64 = 0
        for index in limbs.indices {
            let subtrahend = index < other.limbs.count ? other.limbs[index] : 0
            let (difference, overflow) = limbs[index].subtractingReportingOverflow(subtrahend)
            let (total, overflowOfBorrow) = difference.subtractingReportingOverflow(borrow)
            limbs[index] = total
            borrow = overflow || overflowOfBorrow ? 1 : 0
        }
        while limbs.last == 0 { limbs.removeLast() }
    }

    /// The bits from the most significant one down.
    var bits: [Bool] {
        limbs.reversed().flatMap { limb in (0..<64).reversed().map { limb >> UInt64($0) & 1 == 1 } }
    }
}
