/// How a text is written in YAML so that it stays a text.
struct YAMLScalarText {
    /// YAML 1.2, section 7.4.2, says 1,024 characters; quotes and escapes need room too.
    static let longestSimpleKey = 160

    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// On one line: plain where that is safe, else in double quotes.
    var inline: [UInt8] { isPlain ? Array(text.utf8) : quoted }

    /// As a literal block, where the text has several lines that one can hold.
    var block: (header: String, lines: [ArraySlice<UInt8>])? {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, first != UInt8(ascii: " "), first != UInt8(ascii: "\n") else { return nil }
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count > 1, text.unicodeScalars.allSatisfy(Self.isPrintable) else { return nil }
        let endsLine = lines.last?.isEmpty == true
        if endsLine { lines.removeLast() }
        // More than one line end would need "|+"; a last line of blanks would be ambiguous.
        guard let last = lines.last, last.contains(where: { $0 != UInt8(ascii: " ") }) else { return nil }
        guard !lines.contains(where: { $0.first == UInt8(ascii: "\t") }) else { return nil }
        return (endsLine ? "|" : "|-", lines)
    }

    /// Starts with a letter, `_` or `/`, and is no word that some version of YAML takes for a Boolean or null.
    private var isPlain: Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, Self.startsPlain(first) else { return false }
        guard last != UInt8(ascii: " "), last != UInt8(ascii: ":"), bytes.allSatisfy(Self.isPlainByte) else {
            return false
        }
        for (byte, next) in zip(bytes, bytes.dropFirst()) {
            if byte == UInt8(ascii: ":") && next == UInt8(ascii: " ") { return false }
            if byte == UInt8(ascii: " ") && next == UInt8(ascii: "#") { return false }
        }
        return !Self.words.contains(text.lowercased())
    }

    private static let words: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]

    private static func startsPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "/"), UInt8(ascii: "$"):
            true
        default: false
        }
    }

    private static func isPlainByte(_ byte: UInt8) -> Bool {
        0x20...0x7E ~= byte
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            true
        default: false
        }
    }

    private var quoted: [UInt8] {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\"".utf8
            case "\\": result += "\\\\".utf8
            case "\n": result += "\\n".utf8
            case "\t": result += "\\t".utf8
            case "\r": result += "\\r".utf8
            default:
                if Self.isPrintable(scalar) {
                    result += UTF8.encode(scalar).map(Array.init) ?? []
                } else {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u".utf8
                    result += repeatElement(UInt8(ascii: "0"), count: max(0, 4 - digits.utf8.count))
                    result += digits.utf8
                }
            }
        }
        result.append(UInt8(ascii: "\""))
        return result
    }
}
