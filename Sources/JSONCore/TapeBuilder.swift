/// Builds a document value by value: YAML, parameters, forms and encoded answers become what the parser makes.
///
/// Calls must nest (`beginObject`, then `key` and one value each, `endObject`). What is left open when
/// the document is finished is closed. Texts and literals together may have up to 4 GiB.
package struct TapeBuilder {
    private var entries: [TapeEntry] = []
    private var literals: [UInt8] = []
    private var texts: [UInt8] = []
    private var positions: [UInt64] = []
    private var isTrackingPositions = false
    private var nextPosition: UInt64 = 0
    private var open: [(index: Int, children: Int)] = []

    package init() {}

    /// A document that may have these keys.
    package init(_ keys: KnownKeys) {
        texts = keys.texts
    }

    /// The source position of the next entry, `line << 32 | column`, both from 1.
    package mutating func position(_ position: UInt64) {
        isTrackingPositions = true
        nextPosition = position
    }

    /// Makes room at once for what is expected: values and keys, and the octets of their texts and numbers.
    package mutating func reserve(entries count: Int, octets: Int) {
        entries.reserveCapacity(count)
        texts.reserveCapacity(texts.count + octets)
        literals.reserveCapacity(octets + JSONTape.padding)
        open.reserveCapacity(8)
    }

    /// The index that the next value or key gets.
    package var nextIndex: Int { entries.count }

    /// The position given for the entry at `index`; 0 when none was.
    package func position(ofEntry index: Int) -> UInt64 { index < positions.count ? positions[index] : 0 }

    package mutating func beginObject() {
        countChild()
        open.append((entries.count, 0))
        append(TapeEntry(kind: .object, offset: 0))
    }

    /// Answers the entry index of the first key that repeats an earlier one of the same object.
    @discardableResult
    package mutating func endObject() -> Int? {
        guard let object = end() else { return nil }
        guard entries[object].count > 1 else { return nil }
        let duplicate = DuplicateKeys.first(inObjectAt: object, entries.span, literals.span, texts.span)
        if duplicate != nil { entries[object].flags.insert(.duplicateKeys) }
        return duplicate
    }

    package mutating func beginArray() {
        countChild()
        open.append((entries.count, 0))
        append(TapeEntry(kind: .array, offset: 0))
    }

    package mutating func endArray() {
        _ = end()
    }

    package mutating func key(_ text: String) {
        if !open.isEmpty { open[open.count - 1].children += 1 }
        appendText(text)
    }

    /// One of the keys that the document was begun with.
    package mutating func key(_ index: Int, of keys: KnownKeys) {
        if !open.isEmpty { open[open.count - 1].children += 1 }
        append(keys[index])
    }

    package mutating func key(_ text: Span<UInt8>) {
        if !open.isEmpty { open[open.count - 1].children += 1 }
        appendText(text)
    }

    package mutating func string(_ text: String) {
        countChild()
        appendText(text)
    }

    /// `text` must be valid UTF-8.
    package mutating func string(_ text: Span<UInt8>) {
        countChild()
        appendText(text)
    }

    package mutating func null() {
        countChild()
        append(TapeEntry(kind: .null, offset: 0))
    }

    package mutating func bool(_ value: Bool) {
        countChild()
        append(TapeEntry(kind: .boolean, flags: value ? .isTrue : [], offset: 0))
    }

    package mutating func int(_ value: Int64) {
        integer(String(value), UInt64(bitPattern: value))
    }

    package mutating func uint(_ value: UInt64) {
        if value <= Int64.max { integer(String(value), value) } else { _ = number(literal: Array(String(value).utf8)) }
    }

    private mutating func integer(_ literal: String, _ payload: UInt64) {
        countChild()
        append(TapeEntry(integer: payload, offset: literals.count, literalCount: literal.utf8.count))
        literals.append(contentsOf: literal.utf8)
        literals.append(0)
    }

    /// The shortest literal that reads back as `value`. Answers false, and adds nothing, when it is not finite.
    package mutating func double(_ value: Double) -> Bool {
        value.isFinite && number(literal: Array(value.jsonLiteral.utf8))
    }

    /// Answers false, and adds nothing, when the text is not exactly one JSON number.
    package mutating func number(literal: [UInt8]) -> Bool { number(literal: literal.span) }

    package mutating func number(literal: Span<UInt8>) -> Bool {
        let start = literals.count
        literals.append(literal)
        // One zero delimits the literal; the others are there for reads of whole words.
        literals.append(Self.zeros.span.extracting(first: 16))
        guard let number = try? NumberSyntax(literals.span, at: start), number.end == start + literal.count else {
            literals.removeLast(literals.count - start)
            return false
        }
        literals.removeLast(15)
        countChild()
        append(TapeEntry(number, offset: start))
        return true
    }

    /// Copies a value, and its positions where this document has positions.
    package mutating func append(_ value: JSON) {
        countChild()
        let tape = value.tape
        let shift = entries.count - value.index
        for index in value.index..<tape.next(after: value.index) {
            if isTrackingPositions, let (line, column) = tape.position(of: index) {
                nextPosition = UInt64(line) << 32 | UInt64(column)
            }
            var entry = tape.entry(index)
            switch entry.kind {
            case .string: tape.withText(at: index) { appendText($0) }
            case .integer, .number:
                let start = literals.count
                tape.withLiteral(of: entry) { literals.append($0) }
                literals.append(0)
                entry.offset = start
                append(entry)
            case .array, .object:
                entry.offset = 0
                entry.payload = UInt64(entry.end + shift) << 32 | UInt64(entry.count)
                append(entry)
            default: append(TapeEntry(kind: entry.kind, flags: entry.flags, offset: 0))
            }
        }
    }

    /// The finished document; null when nothing was added.
    package consuming func finish() -> JSON {
        while let last = open.last {
            if entries[last.index].kind == .object { endObject() } else { endArray() }
        }
        if entries.isEmpty { null() }
        literals.append(Self.zeros.span)
        let storage = JSONTape.Storage(entries: entries, bytes: literals, unescaped: texts, positions: positions)
        return JSON(tape: JSONTape(storage), index: 0)
    }

    private static let zeros = [UInt8](repeating: 0, count: JSONTape.padding)

    private mutating func countChild() {
        guard let parent = open.last, entries[parent.index].kind == .array else { return }
        open[open.count - 1].children += 1
    }

    private mutating func end() -> Int? {
        guard let (index, children) = open.popLast() else { return nil }
        entries[index].payload = UInt64(entries.count) << 32 | UInt64(children)
        return index
    }

    private mutating func append(_ entry: TapeEntry) {
        entries.append(entry)
        if isTrackingPositions {
            while positions.count < entries.count - 1 { positions.append(0) }
            positions.append(nextPosition)
            nextPosition = 0
        }
    }

    private mutating func appendText(_ text: String) {
        var text = text
        text.withUTF8Span { appendText($0) }
    }

    private mutating func appendText(_ text: Span<UInt8>) {
        let start = texts.count
        texts.append(text)
        let flags: TapeEntry.Flags = text.isASCII ? [.escaped, .ascii] : .escaped
        append(TapeEntry(kind: .string, flags: flags, offset: start, payload: UInt64(text.count)))
    }
}
