/// RFC 3492, for labels: text of more than 63 characters is refused, and what is decoded must have been encoded in lower case.
enum Punycode {
    private static let base = 36
    private static let smallest = 1
    private static let largest = 26
    private static let longest = 63

    /// Section 6.2. Takes the part after `xn--`.
    static func decode(_ text: [UInt8]) -> [Unicode.Scalar]? {
        guard text.count <= longest else { return nil }
        let delimiter = text.lastIndex(of: UInt8(ascii: "-"))
        var output = text[..<(delimiter ?? 0)].map { Unicode.Scalar($0) }
        var digits = text[(delimiter.map { $0 &+ 1 } ?? 0)...]
        var (code, position, bias) = (128, 0, 72)
        while !digits.isEmpty {
            guard let delta = variableLengthInteger(&digits, bias: bias) else { return nil }
            position &+= delta
            bias = adapted(delta, count: output.count &+ 1, isFirst: output.count == (delimiter ?? 0))
            code &+= position / (output.count &+ 1)
            position %= output.count &+ 1
            guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
            output.insert(scalar, at: position)
            position &+= 1
        }
        return output
    }

    /// Section 6.3.
    static func encode(_ scalars: [Unicode.Scalar]) -> [UInt8]? {
        guard scalars.count <= longest else { return nil }
        var output = scalars.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var (code, delta, bias, handled) = (128, 0, 72, basicCount)
        while handled < scalars.count, let next = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= code }).min() {
            delta &+= (next &- code) &* (handled &+ 1)
            code = next
            for scalar in scalars {
                if scalar.value < code { delta &+= 1 }
                guard scalar.value == code else { continue }
                appendInteger(delta, bias: bias, to: &output)
                bias = adapted(delta, count: handled &+ 1, isFirst: handled == basicCount)
                delta = 0
                handled &+= 1
            }
            delta &+= 1
            code &+= 1
        }
        return output
    }

    /// Takes one integer off the front of `digits`; nil when it is cut off, has a wrong digit or is beyond all code points.
    private static func variableLengthInteger(_ digits: inout ArraySlice<UInt8>, bias: Int) -> Int? {
        var (value, weight, position) = (0, 1, base)
        while let byte = digits.popFirst() {
            guard let digit = digit(byte), weight < 1 << 40 else { return nil }
            value &+= digit &* weight
            guard value < 1 << 40 else { return nil }
            let threshold = threshold(at: position, bias: bias)
            if digit < threshold { return value }
            weight &*= base &- threshold
            position &+= base
        }
        return nil
    }

    private static func appendInteger(_ value: Int, bias: Int, to output: inout [UInt8]) {
        var (rest, position) = (value, base)
        while true {
            let threshold = threshold(at: position, bias: bias)
            guard rest >= threshold else { break }
            output.append(character(threshold &+ (rest &- threshold) % (base &- threshold)))
            rest = (rest &- threshold) / (base &- threshold)
            position &+= base
        }
        output.append(character(rest))
    }

    private static func threshold(at position: Int, bias: Int) -> Int {
        min(max(position &- bias, smallest), largest)
    }

    /// Section 6.1.
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var rest = isFirst ? delta / 700 : delta / 2
        rest &+= rest / count
        var bias = 0
        while rest > (base &- smallest) &* largest / 2 {
            rest /= base &- smallest
            bias &+= base
        }
        return bias &+ (base &- smallest &+ 1) &* rest / (rest &+ 38)
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte &- UInt8(ascii: "a"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte &- UInt8(ascii: "0")) &+ 26
        default: nil
        }
    }

    private static func character(_ digit: Int) -> UInt8 {
        let digit = UInt8(truncatingIfNeeded: digit)
        return digit < 26 ? digit &+ UInt8(ascii: "a") : digit &- 26 &+ UInt8(ascii: "0")
    }
}
