/// The parts of a JSON number's literal (RFC 8259, section 6).
struct NumberSyntax {
    var isNegative = false
    /// Written without fraction and exponent.
    var isIntegral = true
    /// The first 19 or 20 digits from the first that is not zero.
    var mantissa: UInt64 = 0
    /// The power of ten of `mantissa`; saturates far beyond what any literal's length could offset.
    var exponent = 0
    /// Whether `mantissa` lacks digits that are not zero.
    var isTruncated = false
    /// The power of ten of the last digit that is not zero; only set when `isTruncated`.
    var lowestExponent = 0
    /// One past the literal.
    var end = 0

    /// So many always fit into the mantissa.
    private static let safeDigits = 19

    static let hugeExponent = 1_000_000_000_000_000_000

    static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    /// Reads the number at `start`; `text` must go on behind it with a byte that is no part of a number.
    init(_ text: Span<UInt8>, at start: Int) throws(JSONSyntaxFault) {
        var at = start
        if text[at] == UInt8(ascii: "-") {
            isNegative = true
            at &+= 1
        }
        let firstDigit = at
        at = Self.endOfDigits(text, at, &mantissa)
        let integerDigits = at &- firstDigit
        guard integerDigits > 0 else { throw JSONSyntaxFault(.digit, at: at) }
        guard integerDigits == 1 || text[firstDigit] != UInt8(ascii: "0") else {
            throw JSONSyntaxFault(.leadingZero, at: firstDigit)
        }
        var digits = integerDigits
        if text[at] == UInt8(ascii: ".") {
            isIntegral = false
            at &+= 1
            let fraction = at
            at = Self.endOfDigits(text, at, &mantissa)
            guard at > fraction else { throw JSONSyntaxFault(.digit, at: at) }
            exponent = fraction &- at
            digits &+= at &- fraction
        }
        let lastDigit = at
        if text[at] | 0x20 == UInt8(ascii: "e") {
            isIntegral = false
            exponent &+= try Self.readExponent(text, &at)
        }
        end = at
        if digits > Self.safeDigits { truncate(text, firstDigit, lastDigit, digits) }
    }

    /// The end of the digits from `start` on, which are appended to `value`; it overflows after 19 digits.
    @inline(__always)
    static func endOfDigits(_ text: Span<UInt8>, _ start: Int, _ value: inout UInt64) -> Int {
        var at = start
        var word = text.word(at: at)
        while let eight = eightDigits(word) {
            value = value &* 100_000_000 &+ eight
            at &+= 8
            word = text.word(at: at)
        }
        let count = digitCount(word)
        value = value &* powersOfTen[count] &+ leadingDigits(word, count)
        return at &+ count
    }

    private static let powersOfTen: [UInt64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]

    /// How many of the first bytes, at most 7, are digits; one of the eight is none.
    @inline(__always)
    private static func digitCount(_ word: UInt64) -> Int {
        let values = word ^ 0x3030_3030_3030_3030
        let others = (values & 0x7F7F_7F7F_7F7F_7F7F &+ 0x7676_7676_7676_7676 | values) & 0x8080_8080_8080_8080
        return (others.trailingZeroBitCount >> 3) & 7
    }

    /// The number that the first `count` bytes write, fewer than eight.
    @inline(__always)
    private static func leadingDigits(_ word: UInt64, _ count: Int) -> UInt64 {
        let digits = word ^ 0x3030_3030_3030_3030
        return number(ofDigits: digits << (64 &- UInt64(truncatingIfNeeded: count) &* 8))
    }

    /// The number that eight ASCII digits write, the first digit in the lowest byte; nil when one is no digit.
    @inline(__always)
    static func eightDigits(_ word: UInt64) -> UInt64? {
        let zeros: UInt64 = 0x3030_3030_3030_3030
        let tops: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
        guard word & tops == zeros, (word &+ 0x0606_0606_0606_0606) & tops == zeros else { return nil }
        return number(ofDigits: word &- zeros)
    }

    /// Of eight bytes with the values 0 to 9, the first digit in the lowest.
    @inline(__always)
    private static func number(ofDigits bytes: UInt64) -> UInt64 {
        let digits = bytes &* 10 &+ bytes >> 8
        let low = (digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = (digits >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (low &+ high) >> 32
    }

    @inline(__always)
    private static func readExponent(_ text: Span<UInt8>, _ at: inout Int) throws(JSONSyntaxFault) -> Int {
        at &+= 1
        let isNegative = text[at] == UInt8(ascii: "-")
        if isNegative || text[at] == UInt8(ascii: "+") { at &+= 1 }
        let start = at
        let word = text.word(at: at)
        let count = digitCount(word)
        at &+= count
        if count > 0 {
            let exponent = Int(truncatingIfNeeded: leadingDigits(word, count))
            return isNegative ? -exponent : exponent
        }
        // None, or eight and more.
        var exponent = 0
        while true {
            let digit = text[at] &- 0x30
            guard digit < 10 else { break }
            exponent = exponent < hugeExponent / 10 ? exponent &* 10 &+ Int(digit) : hugeExponent
            at &+= 1
        }
        guard at > start else { throw JSONSyntaxFault(.digit, at: at) }
        return isNegative ? -exponent : exponent
    }

    /// Reads the digits again, as far as they fit.
    private mutating func truncate(_ text: Span<UInt8>, _ firstDigit: Int, _ lastDigit: Int, _ digits: Int) {
        mantissa = 0
        var (at, left, significant) = (firstDigit, digits, 0)
        while left > 0 {
            let digit = text[at] &- 0x30
            if digit < 10 {
                if significant < Self.safeDigits {
                    mantissa = mantissa &* 10 &+ UInt64(digit)
                } else {
                    guard let longer = mantissa.appending(digit) else { break }
                    mantissa = longer
                }
                if mantissa != 0 { significant &+= 1 }
                left &-= 1
            }
            at &+= 1
        }
        let zeros = Self.trailingZeros(text, from: at, to: lastDigit)
        isTruncated = zeros < left
        lowestExponent = exponent &+ zeros
        exponent &+= left
    }

    /// How many zeros end the digits, among which there may be a point.
    private static func trailingZeros(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var (at, zeros) = (end, 0)
        while at > start {
            at &-= 1
            switch text[at] {
            case UInt8(ascii: "0"): zeros &+= 1
            case UInt8(ascii: "."): continue
            default: return zeros
            }
        }
        return zeros
    }
}

extension UInt64 {
    /// The number with one more decimal digit; nil when it does not fit.
    fileprivate func appending(_ digit: UInt8) -> UInt64? {
        let (product, overflow) = multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
        return overflow || carry ? nil : sum
    }
}

extension JSONSyntaxFault: Error {}
