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
        Self.readDigits(text, &at, &mantissa)
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
            Self.readDigits(text, &at, &mantissa)
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
        if digits > 19 { truncate(text, firstDigit, lastDigit) }
    }

    private static func readDigits(_ text: Span<UInt8>, _ at: inout Int, _ value: inout UInt64) {
        while true {
            if let eight = eightDigits(text.word(at: at)) {
                value = value &* 100_000_000 &+ eight
                at &+= 8
                continue
            }
            while true {
                let digit = text[at] &- 0x30
                guard digit < 10 else { return }
                value = value &* 10 &+ UInt64(digit)
                at &+= 1
            }
        }
    }

    /// The number that eight ASCII digits write, the first digit in the lowest byte; nil when one is no digit.
    @inline(__always)
    static func eightDigits(_ word: UInt64) -> UInt64? {
        let zeros: UInt64 = 0x3030_3030_3030_3030
        let tops: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
        guard word & tops == zeros, (word &+ 0x0606_0606_0606_0606) & tops == zeros else { return nil }
        var digits = word &- zeros
        digits = digits &* 10 &+ digits >> 8
        let low = (digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = (digits >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (low &+ high) >> 32
    }

    private static func readExponent(_ text: Span<UInt8>, _ at: inout Int) throws(JSONSyntaxFault) -> Int {
        at &+= 1
        let isNegative = text[at] == UInt8(ascii: "-")
        if isNegative || text[at] == UInt8(ascii: "+") { at &+= 1 }
        let start = at
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
    private mutating func truncate(_ text: Span<UInt8>, _ firstDigit: Int, _ lastDigit: Int) {
        mantissa = 0
        var dropped = 0
        var trailingZeros = 0
        for index in firstDigit..<lastDigit where text[index] != UInt8(ascii: ".") {
            let digit = text[index] &- 0x30
            trailingZeros = digit == 0 ? trailingZeros &+ 1 : 0
            if dropped == 0, let longer = mantissa.appending(digit) {
                mantissa = longer
            } else {
                dropped &+= 1
                if digit != 0 { isTruncated = true }
            }
        }
        lowestExponent = exponent &+ trailingZeros
        exponent &+= dropped
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
