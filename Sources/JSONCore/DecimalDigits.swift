/// The significant digits of a number's literal, from the first that is not zero to the last that is not zero.
///
/// Works on the literal where it stands; exponents are compared, never expanded.
struct DecimalDigits {
    let isNegative: Bool
    /// The power of ten of the first digit; 0 when there are no digits. Saturates with the exponent.
    private(set) var magnitude = 0
    /// How many significant digits there are; 0 for zero.
    private(set) var count = 0
    private var at: Int
    private var left: Int

    /// `literal` must be a JSON number.
    init(_ literal: Span<UInt8>) {
        isNegative = literal[0] == UInt8(ascii: "-")
        at = 0
        left = 0
        var point: Int?
        var first: Int?
        var last = 0
        var end = isNegative ? 1 : 0
        var digits = 0
        loop: while end < literal.count {
            switch literal[end] {
            case UInt8(ascii: "0"): digits &+= 1
            case UInt8(ascii: "1")...UInt8(ascii: "9"):
                if first == nil {
                    first = digits
                    at = end
                }
                last = digits
                digits &+= 1
            case UInt8(ascii: "."): point = digits
            default: break loop
            }
            end &+= 1
        }
        guard let first else { return }
        count = last &- first &+ 1
        left = count
        magnitude = (point ?? digits) &- 1 &- first &+ Self.exponent(literal, end)
    }

    private static func exponent(_ literal: Span<UInt8>, _ start: Int) -> Int {
        var at = start &+ 1
        guard at < literal.count else { return 0 }
        let isNegative = literal[at] == UInt8(ascii: "-")
        if isNegative || literal[at] == UInt8(ascii: "+") { at &+= 1 }
        var exponent = 0
        while at < literal.count {
            let digit = Int(literal[at] &- 0x30)
            let huge = NumberSyntax.hugeExponent
            exponent = exponent < huge / 10 ? exponent &* 10 &+ digit : huge
            at &+= 1
        }
        return isNegative ? -exponent : exponent
    }

    /// The next significant digit, 0 to 9; nil after the last. `literal` is the one given to the initialiser.
    mutating func next(_ literal: Span<UInt8>) -> UInt8? {
        guard left > 0 else { return nil }
        left &-= 1
        if literal[at] == UInt8(ascii: ".") { at &+= 1 }
        defer { at &+= 1 }
        return literal[at] &- 0x30
    }

    /// Up to 18 of the next digits as one number, and ten to the power of how many they are; nil after the last.
    mutating func nextChunk(_ literal: Span<UInt8>, atMost limit: Int = 18) -> (value: UInt64, powerOfTen: UInt64)? {
        var chunk: (value: UInt64, powerOfTen: UInt64) = (0, 1)
        for _ in 0..<min(limit, 18) {
            guard let digit = next(literal) else { break }
            chunk = (chunk.value &* 10 &+ UInt64(digit), chunk.powerOfTen &* 10)
        }
        return chunk.powerOfTen == 1 ? nil : chunk
    }

    /// Negative, zero or positive as `left` is less than, equal to or greater than `right`.
    static func order(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        var a = DecimalDigits(left)
        var b = DecimalDigits(right)
        let signs = (a.sign, b.sign)
        guard signs.0 == signs.1 else { return signs.0 - signs.1 }
        guard signs.0 != 0 else { return 0 }
        guard a.magnitude == b.magnitude else { return a.magnitude < b.magnitude ? -signs.0 : signs.0 }
        while true {
            let (x, y) = (a.next(left), b.next(right))
            guard let x else { return y == nil ? 0 : -signs.0 }
            guard let y else { return signs.0 }
            if x != y { return x < y ? -signs.0 : signs.0 }
        }
    }

    private var sign: Int { count == 0 ? 0 : (isNegative ? -1 : 1) }
}
