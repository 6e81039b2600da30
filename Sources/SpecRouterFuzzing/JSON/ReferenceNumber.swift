/// A decimal number as its digits without zeros at either end, times a power of ten.
struct ReferenceNumber: Equatable {
    private(set) var isNegative = false
    private(set) var digits: [UInt8] = []
    private(set) var exponent = 0

    /// Nil when the exponent is beyond what is compared here.
    init?(literal: [UInt8]) {
        let parts = literal.split(maxSplits: 1) { $0 | 0x20 == UInt8(ascii: "e") }
        let mantissa = parts[0].split(separator: UInt8(ascii: "."), maxSplits: 1)
        let fraction = mantissa.count > 1 ? mantissa[1] : []
        isNegative = literal.first == UInt8(ascii: "-")
        digits = Array((mantissa[0] + fraction).filter { $0 != UInt8(ascii: "-") }.drop { $0 == UInt8(ascii: "0") })
        if parts.count > 1 {
            guard let written = Int(String(decoding: parts[1], as: UTF8.self)), abs(written) < 1 << 50 else {
                return nil
            }
            exponent = written
        }
        exponent -= fraction.count
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    }

    var isInteger: Bool { exponent >= 0 }

    static func < (left: ReferenceNumber, right: ReferenceNumber) -> Bool {
        guard left.sign == right.sign else { return left.sign < right.sign }
        return left.isNegative ? left.isSmaller(than: right, else: >) : left.isSmaller(than: right, else: <)
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    /// Compares magnitudes, in the direction of `order`.
    private func isSmaller(than other: ReferenceNumber, else order: (Int, Int) -> Bool) -> Bool {
        let (mine, others) = (digits.count + exponent, other.digits.count + other.exponent)
        guard mine == others else { return order(mine, others) }
        for (digit, otherDigit) in zip(digits, other.digits) where digit != otherDigit {
            return order(Int(digit), Int(otherDigit))
        }
        return order(digits.count, other.digits.count)
    }

    /// Nil when the numbers are too far apart or too long for schoolbook division.
    func isMultiple(of divisor: ReferenceNumber) -> Bool? {
        guard !divisor.digits.isEmpty else { return false }
        guard divisor.digits.count <= 30, let modulus = UInt128(String(decoding: divisor.digits, as: UTF8.self)) else {
            return nil
        }
        guard !digits.isEmpty else { return true }
        let zeros = exponent - divisor.exponent
        guard zeros >= 0, zeros < 5_000 else { return zeros < 0 ? false : nil }
        var rest: UInt128 = 0
        for digit in digits + [UInt8](repeating: UInt8(ascii: "0"), count: zeros) {
            rest = (rest * 10 + UInt128(digit - UInt8(ascii: "0"))) % modulus
        }
        return rest == 0
    }
}
