import Synchronization

/// A parsed or built document, immutable while anything refers to it.
///
/// A class because every `JSON` that points into the document shares it, and because the parser uses it again.
///
/// `@unchecked Sendable`, and exclusivity unchecked: both variables are written by the parser alone, and only while
/// `isKnownUniquelyReferenced` says that the parser holds the sole reference, so no access can overlap a write.
public final class JSONTape: @unchecked Sendable {
    @exclusivity(unchecked) @usableFromInline final var storage: Storage
    /// What readers use, because reading an array from a variable counts references.
    @exclusivity(unchecked) @usableFromInline final private(set) var elements: Elements
    /// Of the storage's version that it names.
    private let lines = Mutex<(version: Int, map: LineMap)?>(nil)

    @usableFromInline
    struct Storage: Sendable {
        /// Index 0 is the root. May be longer than the document; every index reached through `end` is in use.
        @usableFromInline var entries: [TapeEntry] = []
        /// The source text (or, when built, the numbers' literals) and at least `padding` bytes more.
        @usableFromInline var bytes: [UInt8] = []
        /// The text of strings that had escapes; may be longer.
        @usableFromInline var unescaped: [UInt8] = []
        /// The source's length in bytes, without the padding.
        @usableFromInline var sourceCount = 0
        /// `line << 32 | column` of each entry where the builder was told; empty otherwise.
        @usableFromInline var positions: [UInt64] = []
        /// How many texts were read into this storage.
        var version = 0
    }

    static let padding = 64

    init(_ storage: consuming Storage = Storage()) {
        unsafe self.storage = storage
        unsafe elements = Elements(storage)
    }

    /// Shows readers what was written to the storage. Only for a tape to which nothing else refers.
    func publish() {
        unsafe elements = Elements(storage)
    }

    /// Drops what is too large to be kept for the next text. Only for a tape to which nothing else refers.
    func shrink(toBytes limit: Int) {
        guard unsafe storage.shrink(toBytes: limit) else { return }
        lines.withLock { $0 = nil }
    }

    /// Index 0 is the root. May be longer than the document; every index reached through `end` is in use.
    @inlinable package var entries: [TapeEntry] { unsafe storage.entries }
    /// The text of strings without `.escaped` and of numbers, followed by at least 64 bytes of padding.
    @inlinable package var bytes: [UInt8] { unsafe storage.bytes }
    /// The text of strings with `.escaped`.
    @inlinable package var unescaped: [UInt8] { unsafe storage.unescaped }
    private var sourceCount: Int { unsafe storage.sourceCount }
    private var positions: [UInt64] { unsafe storage.positions }

    @inlinable package var root: JSON { JSON(tape: self, index: 0) }

    /// The entry at `index`, checked against the storage's bounds.
    @inlinable
    package func entry(_ index: Int) -> TapeEntry { unsafe Span(_unsafeElements: elements.entries)[index] }

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
        let source = unsafe entry.flags.contains(.escaped) ? elements.unescaped : elements.bytes
        let text = unsafe Span(_unsafeElements: source).extracting(start..<(start + count))
        return try withExtendedLifetime(self) { () throws(Failure) in try body(text) }
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
        let text = unsafe Span(_unsafeElements: elements.bytes).extracting(start..<(start + literalCount(of: entry)))
        return try withExtendedLifetime(self) { () throws(Failure) in try body(text) }
    }

    private func literalCount(of entry: TapeEntry) -> Int {
        guard entry.isNumber else { return 0 }
        guard entry.literalCount == TapeEntry.longLiteral else { return Int(entry.literalCount) }
        let bytes = unsafe Span(_unsafeElements: elements.bytes)
        var end = entry.offset
        // Only literals of more than 65,534 bytes get here: nearly all of such a one is digits.
        while end &+ 8 <= bytes.count, NumberSyntax.eightDigits(bytes.word(at: end)) != nil { end &+= 8 }
        while end < bytes.count, NumberSyntax.isPart(bytes[end]) { end &+= 1 }
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
        let version = unsafe storage.version
        let lineMap = lines.withLock { cached in
            if let cached, cached.version == version { return cached.map }
            let map = LineMap(bytes, count: sourceCount)
            cached = (version, map)
            return map
        }
        return lineMap.position(of: offset(of: index), in: bytes)
    }
}
