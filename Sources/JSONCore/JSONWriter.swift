/// Writes JSON text. Calls must nest as for `TapeBuilder`; strings are escaped only where RFC 8259 demands it.
package struct JSONWriter {
    private var bytes: [UInt8] = []
    private let layout: JSON.Layout
    private var isEmpty: [Bool] = []
    private var isAfterKey = false

    package init(layout: JSON.Layout = .compact) {
        self.layout = layout
    }

    package consuming func finish() -> [UInt8] { bytes }

    package mutating func beginObject() { begin(UInt8(ascii: "{")) }
    package mutating func endObject() { end(UInt8(ascii: "}")) }
    package mutating func beginArray() { begin(UInt8(ascii: "[")) }
    package mutating func endArray() { end(UInt8(ascii: "]")) }

    package mutating func key(_ text: String) {
        var text = text
        text.withUTF8Span { key($0) }
    }

    package mutating func key(_ text: Span<UInt8>) {
        separate()
        appendQuoted(text)
        bytes.append(UInt8(ascii: ":"))
        if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
        isAfterKey = true
    }

    package mutating func string(_ text: String) {
        var text = text
        text.withUTF8Span { string($0) }
    }

    package mutating func string(_ text: Span<UInt8>) {
        separate()
        appendQuoted(text)
    }

    package mutating func null() { bare("null") }
    package mutating func bool(_ value: Bool) { bare(value ? "true" : "false") }
    package mutating func int(_ value: Int64) { bare(String(value)) }

    /// Not finite is written as null.
    package mutating func double(_ value: Double) { bare(value.isFinite ? value.jsonLiteral : "null") }

    /// `literal` must be a JSON number.
    package mutating func number(literal: Span<UInt8>) {
        separate()
        bytes.append(literal)
    }

    /// Numbers are written by their literals. Not recursive.
    package mutating func value(_ json: JSON) {
        let tape = json.tape
        var open: [(end: Int, isObject: Bool)] = []
        var index = json.index
        var isKey = false
        repeat {
            let entry = tape.entry(index)
            switch entry.kind {
            case .string where isKey: tape.withText(at: index) { key($0) }
            case .string: tape.withText(at: index) { string($0) }
            case .integer, .number: tape.withLiteral(of: entry) { number(literal: $0) }
            case .boolean: bool(entry.flags.contains(.isTrue))
            case .object:
                beginObject()
                open.append((entry.end, true))
            case .array:
                beginArray()
                open.append((entry.end, false))
            default: null()
            }
            let wasKey = isKey
            index += 1
            while let last = open.last, last.end == index {
                if last.isObject { endObject() } else { endArray() }
                open.removeLast()
            }
            isKey = (open.last?.isObject ?? false) && !wasKey
        } while !open.isEmpty
    }

    private mutating func bare(_ word: String) {
        separate()
        bytes.append(contentsOf: word.utf8)
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        isEmpty.append(true)
    }

    private mutating func end(_ bracket: UInt8) {
        let wasEmpty = isEmpty.popLast() ?? true
        if layout == .pretty && !wasEmpty { breakLine() }
        bytes.append(bracket)
    }

    /// The comma and the line break before a key or an element.
    private mutating func separate() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        guard let last = isEmpty.indices.last else { return }
        if !isEmpty[last] { bytes.append(UInt8(ascii: ",")) }
        isEmpty[last] = false
        if layout == .pretty { breakLine() }
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: isEmpty.count * 2))
    }

    private mutating func appendQuoted(_ text: Span<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var copied = 0
        while let index = text.firstToEscape(from: copied) {
            bytes.append(text.extracting(copied..<index))
            appendEscape(text[index])
            copied = index + 1
        }
        bytes.append(text.extracting(copied..<text.count))
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            let hex = "0123456789abcdef".utf8.span
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(hex[Int(byte >> 4)])
            bytes.append(hex[Int(byte & 15)])
        }
    }
}

extension Span<UInt8> {
    /// The first quote, backslash or control character.
    fileprivate func firstToEscape(from start: Int) -> Int? {
        var index = start
        while index &+ 8 <= count {
            let special = Self.specialBytes(word(at: index))
            if special != 0 { return index &+ special.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
            index &+= 1
        }
        return nil
    }

    /// As in the parser, but bytes above 0x7F are not special.
    @inline(__always)
    private static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotesAndControls = (word ^ (ones &* 0x02)) &- (ones &* 0x21)
        let backslashes = (word ^ (ones &* 0x5C)) &- ones
        return (quotesAndControls | backslashes) & ~word & (ones &* 0x80)
    }
}

extension BinaryFloatingPoint where Self: CustomStringConvertible {
    /// The shortest text that reads back as this value: `120` rather than `120.0`. Only for finite values.
    var jsonLiteral: String {
        let text = description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
