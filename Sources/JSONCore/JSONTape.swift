import Synchronization

/// A parsed or built document, immutable.
///
/// A class because every `JSON` that points into the document shares it.
public final class JSONTape: Sendable {
    @usableFromInline let storage: Storage
    private let lines = Mutex<LineMap?>(nil)

    @usableFromInline
    struct Storage: Sendable {
        /// Index 0 is the root. May be longer than the document; every index reached through `end` is in use.
        @usableFromInline var entries: [TapeEntry] = []
        /// The source text (or, when built, the numbers' literals) and at least `padding` bytes more.
        @usableFromInline var bytes: [UInt8] = []
        /// The text of strings that had escapes.
        @usableFromInline var unescaped: [UInt8] = []
        /// The source's length in bytes, without the padding.
        @usableFromInline var sourceCount = 0
        /// `line << 32 | column` of each entry where the builder was told; empty otherwise.
        @usableFromInline var positions: [UInt64] = []
    }

    static let padding = 64

    init(_ storage: Storage) {
        self.storage = storage
    }

    /// Index 0 is the root. May be longer than the document; every index reached through `end` is in use.
    @inlinable package var entries: [TapeEntry] { storage.entries }
    /// The text of strings without `.escaped` and of numbers, followed by at least 64 bytes of padding.
    @inlinable package var bytes: [UInt8] { storage.bytes }
    /// The text of strings with `.escaped`.
    @inlinable package var unescaped: [UInt8] { storage.unescaped }
    private var sourceCount: Int { storage.sourceCount }
    private var positions: [UInt64] { storage.positions }

    @inlinable package var root: JSON { JSON(tape: self, index: 0) }

    /// The entry at `index`, checked against the storage's bounds.
    @inlinable
    package func entry(_ index: Int) -> TapeEntry { storage.entries[index] }

    /// The index after the subtree that starts at `index`.
    @inlinable
    package func next(after index: Int) -> Int {
        let entry = entry(index)
        return entry.isContainer ? entry.end : index &+ 1
    }

    /// Calls `body` with the UTF-8 text of the string or key at `index`; with an empty span for other kinds.
    @inlinable
    package func withText<Result: ~Copyable, Failure: Error>(
        at index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let entry = entry(index)
        let start = entry.offset
        let count = entry.kind == .string ? entry.count : 0
        if entry.flags.contains(.escaped) {
            let unescaped = storage.unescaped
            return try body(unescaped.span.extracting(start..<(start + count)))
        }
        let bytes = storage.bytes
        return try body(bytes.span.extracting(start..<(start + count)))
    }

    /// Calls `body` with the literal of the number at `index`; with an empty span for other kinds.
    package func withLiteral<Result, Failure: Error>(
        at index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withLiteral(of: entry(index), body)
    }

    func withLiteral<Result, Failure: Error>(
        of entry: TapeEntry, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = entry.isNumber ? entry.offset : 0
        let bytes = storage.bytes
        return try body(bytes.span.extracting(start..<(start + literalCount(of: entry))))
    }

    private func literalCount(of entry: TapeEntry) -> Int {
        guard entry.isNumber else { return 0 }
        guard entry.literalCount == TapeEntry.longLiteral else { return Int(entry.literalCount) }
        var end = entry.offset
        while end < bytes.count, NumberSyntax.isPart(bytes[end]) { end += 1 }
        return end - entry.offset
    }
}

extension JSONTape {
    /// The source offset of the value at `index`, in bytes; for strings, of the opening quote.
    package func offset(of index: Int) -> Int {
        let entry = entries[index]
        return entry.kind == .string ? max(entry.sourceOffset - 1, 0) : entry.sourceOffset
    }

    /// Line and column, both from 1, columns in code points: what the builder was told, else from the source.
    ///
    /// Nil for documents that were built without positions. The first call for a parsed document reads the whole text.
    package func position(of index: Int) -> (line: Int, column: Int)? {
        if index < positions.count {
            let position = positions[index]
            return position == 0 ? nil : (Int(position >> 32), Int(position & 0xFFFF_FFFF))
        }
        guard positions.isEmpty, sourceCount > 0 else { return nil }
        let lineMap = lines.withLock { cached in
            let map = cached ?? LineMap(bytes, count: sourceCount)
            cached = map
            return map
        }
        return lineMap.position(of: offset(of: index), in: bytes)
    }
}
