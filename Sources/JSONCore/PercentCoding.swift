/// Percent-encoding as in a URI (RFC 3986, section 2.1).
package enum PercentCoding {
    /// Nil when a `%` is not followed by two hexadecimal digits, or the result is not UTF-8.
    static func decoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var iterator = text.utf8.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = iterator.next().flatMap(hexValue), let low = iterator.next().flatMap(hexValue) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// RFC 3986, section 3.5.
    static func encodedFragment(_ text: String) -> String {
        encoded(text) { isPath($0) || $0 == UInt8(ascii: "?") }
    }

    /// With its slashes (RFC 3986, section 3.3).
    package static func encodedPath(_ text: String) -> String {
        encoded(text, except: isPath)
    }

    private static func encoded(_ text: String, except isPlain: (UInt8) -> Bool) -> String {
        var text = text
        let isAllPlain = text.withUTF8Span { octets in
            for index in octets.indices where !isPlain(octets[index]) { return false }
            return true
        }
        // As nearly all are: places in descriptions, and paths.
        if isAllPlain { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexDigit(byte >> 4))
                bytes.append(hexDigit(byte & 15))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isPath(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            // From "&" to "/": &'()*+,-./
            UInt8(ascii: "&")...UInt8(ascii: "/"),
            UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: ";"),
            UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "@"):
            true
        default: false
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x37
        default: nil
        }
    }
}
