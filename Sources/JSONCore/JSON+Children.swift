extension JSON {
    /// The elements of an array, in order; empty for other values.
    public var elements: Elements { Elements(self) }

    /// The members of an object, in the order in which they were written, duplicates included; empty for other values.
    public var members: Members { Members(pairs: memberKeys) }

    /// Like `members`, with the keys as JSON strings, for work on bytes.
    package var memberKeys: MemberPairs { MemberPairs(self) }

    public struct Elements: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let tape: JSONTape
        @usableFromInline var index: Int
        @usableFromInline let end: Int
        public let underestimatedCount: Int

        @usableFromInline
        init(_ array: JSON) {
            let entry = array.entry
            tape = array.tape
            index = array.index + 1
            end = entry.kind == .array ? entry.end : 0
            underestimatedCount = entry.kind == .array ? entry.count : 0
        }

        @inlinable
        public mutating func next() -> JSON? {
            guard index < end else { return nil }
            defer { index = tape.next(after: index) }
            return JSON(tape: tape, index: index)
        }
    }

    @usableFromInline
    package struct MemberPairs: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let tape: JSONTape
        @usableFromInline var index: Int
        @usableFromInline let end: Int
        @usableFromInline package let underestimatedCount: Int

        @usableFromInline
        init(_ object: JSON) {
            let entry = object.entry
            tape = object.tape
            index = object.index + 1
            end = entry.kind == .object ? entry.end : 0
            underestimatedCount = entry.kind == .object ? entry.count : 0
        }

        @inlinable
        package mutating func next() -> (key: JSON, value: JSON)? {
            guard index < end else { return nil }
            let key = JSON(tape: tape, index: index)
            let value = JSON(tape: tape, index: index + 1)
            index = tape.next(after: value.index)
            return (key, value)
        }
    }

    public struct Members: Sequence, IteratorProtocol, Sendable {
        private var pairs: MemberPairs

        init(pairs: MemberPairs) { self.pairs = pairs }

        public var underestimatedCount: Int { pairs.underestimatedCount }

        public mutating func next() -> (key: String, value: JSON)? {
            guard let (key, value) = pairs.next() else { return nil }
            return (key.string ?? "", value)
        }
    }
}
