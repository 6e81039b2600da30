/// Writes JSON text. Calls must nest as for `TapeBuilder`; strings are escaped only where RFC 8259 demands it.
package struct JSONWriter {
    private var text = JSONText(capacity: 512)
    private let layout: JSON.Layout
    private var isEmpty: [Bool] = []
    private var isAfterKey = false

    package init(layout: JSON.Layout = .compact) {
        self.layout = layout
    }

    package consuming func finish() -> [UInt8] { text.finished() }

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
        _ = self.text.quote(text)
        self.text.append(UInt8(ascii: ":"))
        if layout == .pretty { self.text.append(UInt8(ascii: " ")) }
        isAfterKey = true
    }

    package mutating func string(_ text: String) {
        var text = text
        text.withUTF8Span { string($0) }
    }

    package mutating func string(_ text: Span<UInt8>) {
        separate()
        _ = self.text.quote(text)
    }

    package mutating func null() { bare("null") }
    package mutating func bool(_ value: Bool) { bare(value ? "true" : "false") }
    package mutating func int(_ value: Int64) { bare(String(value)) }

    /// Not finite is written as null.
    package mutating func double(_ value: Double) { bare(value.isFinite ? value.jsonLiteral : "null") }

    /// `literal` must be a JSON number.
    package mutating func number(literal: Span<UInt8>) {
        separate()
        text.append(literal)
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
        var word = word
        word.withUTF8Span { text.append($0) }
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        text.append(bracket)
        isEmpty.append(true)
    }

    private mutating func end(_ bracket: UInt8) {
        let wasEmpty = isEmpty.popLast() ?? true
        if layout == .pretty && !wasEmpty { breakLine() }
        text.append(bracket)
    }

    /// The comma and the line break before a key or an element.
    private mutating func separate() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        guard let last = isEmpty.indices.last else { return }
        if !isEmpty[last] { text.append(UInt8(ascii: ",")) }
        isEmpty[last] = false
        if layout == .pretty { breakLine() }
    }

    private mutating func breakLine() {
        text.append(UInt8(ascii: "\n"))
        for _ in isEmpty { text.append("  ") }
    }
}

extension BinaryFloatingPoint where Self: CustomStringConvertible {
    /// The shortest text that reads back as this value: `120` rather than `120.0`. Only for finite values.
    var jsonLiteral: String {
        let text = description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
