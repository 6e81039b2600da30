/// A path into a JSON value (RFC 6901). The empty pointer is the whole value.
public struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
    /// Unescaped keys and positions.
    public var tokens: [String]

    public init(tokens: [String] = []) {
        self.tokens = tokens
    }

    /// Nil unless the text is empty or starts with `/`, and every `~` is followed by `0` or `1`.
    public init?(_ text: String) {
        tokens = []
        guard !text.utf8.isEmpty else { return }
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let first = parts.first, first.isEmpty else { return nil }
        for part in parts.dropFirst() {
            guard let token = Self.unescaped(Array(part)) else { return nil }
            tokens.append(token)
        }
    }

    /// From a URI fragment without its `#`; percent-encoding is undone first.
    public init?(fragment: String) {
        guard let text = PercentCoding.decoded(fragment) else { return nil }
        self.init(text)
    }

    /// The empty pointer.
    public static let root = JSONPointer()

    public func appending(_ token: String) -> JSONPointer { JSONPointer(tokens: tokens + [token]) }

    public func appending(index: Int) -> JSONPointer { appending(String(index)) }

    public func appending(_ pointer: JSONPointer) -> JSONPointer { JSONPointer(tokens: tokens + pointer.tokens) }

    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(tokens.reduce(0) { $0 + $1.utf8.count + 1 })
        for token in tokens {
            bytes.append(UInt8(ascii: "/"))
            let needsEscape = token.utf8.contains { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }
            if needsEscape { Self.escape(token, into: &bytes) } else { bytes.append(contentsOf: token.utf8) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escape(_ token: String, into bytes: inout [UInt8]) {
        for byte in token.utf8 {
            switch byte {
            case UInt8(ascii: "~"): bytes.append(contentsOf: "~0".utf8)
            case UInt8(ascii: "/"): bytes.append(contentsOf: "~1".utf8)
            default: bytes.append(byte)
            }
        }
    }

    /// The pointer percent-encoded for a URI's fragment, without the `#` (RFC 6901, section 6).
    public var fragment: String { PercentCoding.encodedFragment(description) }

    private static func unescaped(_ part: [UInt8]) -> String? {
        var bytes: [UInt8] = []
        var iterator = part.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "~") else {
                bytes.append(byte)
                continue
            }
            switch iterator.next() {
            case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    public static func == (left: JSONPointer, right: JSONPointer) -> Bool {
        left.tokens.count == right.tokens.count
            && zip(left.tokens, right.tokens).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    public func hash(into hasher: inout Hasher) {
        for token in tokens {
            for byte in token.utf8 { hasher.combine(byte) }
            hasher.combine(UInt8.max)
        }
    }
}

extension JSONPointer: ExpressibleByStringLiteral {
    /// A literal that is no pointer (does not start with `/`) is taken as one key.
    public init(stringLiteral text: String) {
        self = JSONPointer(text) ?? JSONPointer(tokens: [text])
    }
}
