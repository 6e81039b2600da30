/// Reads JSON as RFC 8259 writes it down, one production a function: slow, and simple enough to believe.
struct ReferenceReader {
    enum Refusal: Error { case syntax, tooDeep, duplicateKey }
    enum DuplicateKeys { case refuse, allow }

    private let bytes: [UInt8]
    private let maximumDepth: Int
    private let duplicateKeys: DuplicateKeys
    private var position = 0

    /// Recursive: `maximumDepth` must be one that the stack bears.
    static func read(
        _ bytes: [UInt8], maximumDepth: Int, duplicateKeys: DuplicateKeys
    ) throws(Refusal) -> ReferenceValue {
        var reader = ReferenceReader(bytes, maximumDepth: maximumDepth, duplicateKeys: duplicateKeys)
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .syntax }
        let value = try reader.element(depth: 0)
        guard reader.position == bytes.count else { throw .syntax }
        return value
    }

    private init(_ bytes: [UInt8], maximumDepth: Int, duplicateKeys: DuplicateKeys) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        self.duplicateKeys = duplicateKeys
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func require(_ text: String) throws(Refusal) {
        for byte in text.utf8 where !take(byte) { throw .syntax }
    }

    private mutating func skipSpace() {
        while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    private mutating func element(depth: Int) throws(Refusal) -> ReferenceValue {
        skipSpace()
        let value = try value(depth: depth)
        skipSpace()
        return value
    }

    private mutating func value(depth: Int) throws(Refusal) -> ReferenceValue {
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "n"):
            try require("null")
            return .null
        case UInt8(ascii: "t"):
            try require("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try require("false")
            return .boolean(false)
        default: return .number(try number())
        }
    }

    private mutating func array(depth: Int) throws(Refusal) -> ReferenceValue {
        guard depth < maximumDepth else { throw .tooDeep }
        try require("[")
        skipSpace()
        var elements: [ReferenceValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        repeat { elements.append(try element(depth: depth + 1)) } while take(UInt8(ascii: ","))
        try require("]")
        return .array(elements)
    }

    private mutating func object(depth: Int) throws(Refusal) -> ReferenceValue {
        guard depth < maximumDepth else { throw .tooDeep }
        try require("{")
        skipSpace()
        var members: [(key: [UInt8], value: ReferenceValue)] = []
        if take(UInt8(ascii: "}")) { return .object(members) }
        var seen: Set<[UInt8]> = []
        repeat {
            skipSpace()
            let key = try string()
            if !seen.insert(key).inserted, duplicateKeys == .refuse { throw .duplicateKey }
            skipSpace()
            try require(":")
            members.append((key, try element(depth: depth + 1)))
        } while take(UInt8(ascii: ","))
        try require("}")
        return .object(members)
    }
}

extension ReferenceReader {
    private mutating func number() throws(Refusal) -> [UInt8] {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return Array(bytes[start..<position])
    }

    private mutating func digits() throws(Refusal) {
        let start = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw .syntax }
    }

    private mutating func string() throws(Refusal) -> [UInt8] {
        try require("\"")
        var text: [UInt8] = []
        while let byte = current, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw .syntax }
            position += 1
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: try escape())
            } else {
                text.append(byte)
            }
        }
        try require("\"")
        return text
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]

    private mutating func escape() throws(Refusal) -> [UInt8] {
        guard let letter = current else { throw .syntax }
        position += 1
        if let byte = Self.escapes[letter] { return [byte] }
        guard letter == UInt8(ascii: "u") else { throw .syntax }
        var units = [try unit()]
        if UTF16.isLeadSurrogate(units[0]) {
            try require("\\u")
            units.append(try unit())
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw .syntax }
        return Array(text.utf8)
    }

    private mutating func unit() throws(Refusal) -> UInt16 {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .syntax }
        position += 4
        return unit
    }
}
