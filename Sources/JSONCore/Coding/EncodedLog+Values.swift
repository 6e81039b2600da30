/// Values, each for the place that awaits one.
extension EncodedLog {
    /// Answers the container.
    @discardableResult
    mutating func begin(_ kind: JSONKind) -> Int {
        let container = entries.count
        entries.append(TapeEntry(kind: kind, offset: text.count))
        text.append(kind == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
        open.append((container, 0))
        isAwaiting = false
        return container
    }

    /// Of the innermost container.
    mutating func end() { close() }

    /// The innermost; -1 outside of all.
    var openContainer: Int { open.last?.container ?? -1 }

    mutating func null() { word("null", TapeEntry(kind: .null, offset: text.count)) }

    mutating func bool(_ value: Bool) {
        word(value ? "true" : "false", TapeEntry(kind: .boolean, flags: value ? .isTrue : [], offset: text.count))
    }

    private mutating func word(_ word: StaticString, _ entry: TapeEntry) {
        text.append(word)
        entries.append(entry)
        isAwaiting = false
    }

    mutating func string(_ text: Span<UInt8>) {
        let quoted = self.text.quote(text)
        var flags: TapeEntry.Flags = quoted.isASCII ? .ascii : []
        var (offset, source) = (quoted.start, 0)
        if quoted.hasEscapes {
            flags.insert(.escaped)
            (offset, source) = (unescaped.count, quoted.start)
            unescaped.append(text)
        }
        let payload = UInt64(source) << 32 | UInt64(text.count)
        entries.append(TapeEntry(kind: .string, flags: flags, offset: offset, payload: payload))
        isAwaiting = false
    }

    mutating func int(_ value: Int64) {
        var literal = String(value)
        let offset = text.count
        literal.withUTF8Span { text.append($0) }
        entries.append(
            TapeEntry(integer: UInt64(bitPattern: value), offset: offset, literalCount: text.count - offset))
        isAwaiting = false
    }

    /// `literal` must be a JSON number.
    mutating func number(_ literal: String) {
        var literal = literal
        let offset = text.count
        literal.withUTF8Span { text.append($0) }
        // What follows is zeros; that it reads as a number is the caller's promise.
        if let number = try? NumberSyntax(text.bytes.span, at: offset) {
            entries.append(TapeEntry(number, offset: offset))
        }
        isAwaiting = false
    }

    /// Of another document: a number, as it was written.
    mutating func number(_ entry: TapeEntry, literal: Span<UInt8>) {
        var entry = entry
        entry.offset = text.count
        text.append(literal)
        entries.append(entry)
        isAwaiting = false
    }
}
