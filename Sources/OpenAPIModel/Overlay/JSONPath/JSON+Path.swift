package import JSONCore
import RegexCore

extension JSON {
    /// The one path of names and indices that leads here from the document's root (RFC 9535, section 2.7).
    package var normalizedPath: String {
        var path = "$"
        var value = tape.root
        for token in pointer.tokens {
            let isElement = value.kind == .array
            path += isElement ? "[\(token)]" : "['\(Self.escaped(token))']"
            guard let next = value.value(at: JSONPointer(tokens: [token])) else { break }
            value = next
        }
        return path
    }

    /// The same path with dots where a name allows it: what people write.
    package var shorthandPath: String {
        var path = "$"
        var value = tape.root
        for token in pointer.tokens {
            path +=
                value.kind == .array
                ? "[\(token)]" : Self.isShorthand(token) ? ".\(token)" : "['\(Self.escaped(token))']"
            guard let next = value.value(at: JSONPointer(tokens: [token])) else { break }
            value = next
        }
        return path
    }

    private static func isShorthand(_ name: String) -> Bool {
        guard let first = name.utf8.first, !first.isDigit else { return false }
        return name.utf8.allSatisfy { byte in
            byte.isDigit || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == UInt8(ascii: "_")
        }
    }

    private static func escaped(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "'": text += "\\'"
            case "\\": text += "\\\\"
            case "\u{8}": text += "\\b"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\u{C}": text += "\\f"
            case "\r": text += "\\r"
            case "\0"..."\u{1F}": text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension JSON {
    init(counting count: Int) {
        var builder = TapeBuilder()
        builder.int(Int64(count))
        self = builder.finish()
    }

    /// Code points of a text, elements of an array, members of an object (section 2.4.4); nil for others.
    var pathLength: Int? {
        switch kind {
        case .string: withText { text in text.indices.count { text[$0] & 0xC0 != 0x80 } }
        case .array, .object: count
        default: nil
        }
    }

    /// Numbers by value, texts by code points, which is the order of their UTF-8; false for all others.
    static func isLess(_ left: JSON?, _ right: JSON?) -> Bool {
        guard let left, let right else { return false }
        if let a = left.number, let b = right.number { return a < b }
        guard left.kind == .string, right.kind == .string else { return false }
        return left.withText { a in right.withText { b in a.precedes(b) } }
    }

    func matches(_ pattern: ECMAPattern) -> Bool {
        withText { pattern.match($0) == .matches }
    }
}

extension Span<UInt8> {
    fileprivate func precedes(_ other: Span<UInt8>) -> Bool {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return self[index] < other[index]
        }
        return count < other.count
    }
}
