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
    /// The entry of the innermost container that is open; -1 for none. Until it is closed, its payload has the index of
    /// the one around it, plus 1, in the high half, and its children so far in the low one.
    private var innermost = -1

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
    }

    /// The index that the next value or key gets.
    package var nextIndex: Int { entries.count }

    /// The position given for the entry at `index`; 0 when none was.
    package func position(ofEntry index: Int) -> UInt64 { index < positions.count ? positions[index] : 0 }

    package mutating func beginObject() { begin(.object) }

    /// Answers the entry index of the first key that repeats an earlier one of the same object.
    @discardableResult
    package mutating func endObject() -> Int? {
        guard let object = end() else { return nil }
        guard entries[object].count > 1 else { return nil }
        let duplicate = DuplicateKeys.first(inObjectAt: object, entries.span, literals.span, texts.span)
        if duplicate != nil { entries[object].flags.insert(.duplicateKeys) }
        return duplicate
    }

    /// For an object whose keys are known to be distinct.
    package mutating func endDistinctObject() {
        _ = end()
    }

    package mutating func beginArray() { begin(.array) }

    package mutating func endArray() {
        _ = end()
    }

    package mutating func key(_ text: String) {
        countMember()
        appendText(text)
    }

    /// One of the keys that the document was begun with.
    package mutating func key(_ index: Int, of keys: KnownKeys) {
        countMember()
        append(keys[index])
    }

    package mutating func key(_ text: Span<UInt8>) {
        countMember()
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
        while innermost >= 0 {
            if entries[innermost].kind == .object { endObject() } else { endArray() }
        }
        if entries.isEmpty { null() }
        literals.append(Self.zeros.span)
        // Taken out, which counts no references.
        var storage = JSONTape.Storage()
        swap(&storage.entries, &entries)
        swap(&storage.bytes, &literals)
        swap(&storage.unescaped, &texts)
        swap(&storage.positions, &positions)
        return JSON(tape: JSONTape(storage), index: 0)
    }

    private static let zeros = [UInt8](repeating: 0, count: JSONTape.padding)

    private mutating func begin(_ kind: JSONKind) {
        countChild()
        let container = entries.count
        append(TapeEntry(kind: kind, offset: 0, payload: UInt64(innermost + 1) << 32))
        innermost = container
    }

    private mutating func countMember() {
        if innermost >= 0 { entries[innermost].payload &+= 1 }
    }

    private mutating func countChild() {
        if innermost >= 0, entries[innermost].kind == .array { entries[innermost].payload &+= 1 }
    }

    private mutating func end() -> Int? {
        guard innermost >= 0 else { return nil }
        let container = innermost
        let (outer, children) = (entries[container].end, entries[container].count)
        entries[container].payload = UInt64(entries.count) << 32 | UInt64(children)
        innermost = outer - 1
        return container
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
