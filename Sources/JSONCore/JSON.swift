/// A JSON value: a place in an immutable document.
///
/// Copies are cheap and keep the whole document alive. `==` is JSON Schema's equality: numbers are compared
/// mathematically (`1 == 1.0`), the order of members does not matter, strings are compared by their UTF-8 bytes.
public struct JSON: Sendable {
    @usableFromInline package let tape: JSONTape
    @usableFromInline package let index: Int

    @inlinable
    package init(tape: JSONTape, index: Int) {
        self.tape = tape
        self.index = index
    }

    /// Parses a complete JSON text (RFC 8259).
    public init(parsing text: String, options: JSONParser.Options = .default) throws(JSONSyntaxError) {
        try self.init(parsing: Array(text.utf8), options: options)
    }

    /// Parses a complete JSON text (RFC 8259) in UTF-8.
    public init(parsing bytes: consuming [UInt8], options: JSONParser.Options = .default) throws(JSONSyntaxError) {
        var parser = JSONParser(options)
        self = try parser.parse(bytes)
    }

    @inlinable package var entry: TapeEntry { tape.entry(index) }

    @inlinable public var kind: JSONKind { entry.kind }

    @inlinable public var isNull: Bool { kind == .null }

    /// Nil for values that are not `true` or `false`.
    public var bool: Bool? {
        let entry = entry
        return entry.kind == .boolean ? entry.flags.contains(.isTrue) : nil
    }

    /// Nil for values that are not numbers.
    public var number: JSONNumber? { entry.isNumber ? JSONNumber(tape: tape, index: index) : nil }

    /// Nil for values that are not numbers, not integral or outside of `Int`.
    public var int: Int? {
        let entry = entry
        guard entry.kind == .integer, entry.flags.representation == .int64 else { return nil }
        return Int(exactly: Int64(bitPattern: entry.payload))
    }

    /// The nearest `Double`, infinite when the number is too large; nil for values that are not numbers.
    public var double: Double? { number?.double }

    /// Nil for values that are not strings.
    public var string: String? { kind == .string ? withText { String(utf8: $0) } : nil }

    /// Elements of an array or members of an object; 0 for other values.
    public var count: Int {
        let entry = entry
        return entry.isContainer ? entry.count : 0
    }

    /// The member with this key, compared byte for byte; the last one of duplicates. Linear in the object's members.
    public subscript(_ key: String) -> JSON? {
        var key = key
        return key.withUTF8Span { member($0) }
    }

    /// The element at this position; nil when there is none. Linear in the position.
    public subscript(_ position: Int) -> JSON? {
        let entry = entry
        guard entry.kind == .array, position >= 0, position < entry.count else { return nil }
        var index = self.index + 1
        for _ in 0..<position { index = tape.next(after: index) }
        return JSON(tape: tape, index: index)
    }

    /// Calls `body` with the UTF-8 of a string, with nothing for other kinds.
    @inlinable
    package func withText<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try tape.withText(at: index, body)
    }

    /// Whether this is a string with exactly these bytes.
    package func textEquals(_ text: StaticString) -> Bool {
        kind == .string && withText { $0.equals(text) }
    }

    /// Whether this is a string with exactly these bytes.
    package func textEquals(_ text: [UInt8]) -> Bool {
        kind == .string && withText { $0.equals(text.span) }
    }

    /// The member with this key, compared byte for byte; the last one of duplicates.
    package func member(_ key: Span<UInt8>) -> JSON? {
        let object = entry
        guard object.kind == .object else { return nil }
        let isUnique = !object.flags.contains(.duplicateKeys)
        var found: JSON?
        var index = self.index + 1
        while index < object.end {
            if tape.withText(at: index, { $0.equals(key) }) {
                found = JSON(tape: tape, index: index + 1)
                if isUnique { break }
            }
            index = tape.next(after: index + 1)
        }
        return found
    }
}

extension JSON: CustomStringConvertible {
    /// The value as compact JSON text.
    public var description: String { serialized() }
}
