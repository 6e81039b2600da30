import JSONCore

/// A tape as the evaluator reads it: entries and text without reference counting.
///
/// Unsafe for the reason that `Table` is. The pointers are valid within `read` alone, which keeps the tape's arrays alive;
/// every look-up is checked against their bounds.
@safe struct TapeView {
    private let entries: UnsafeBufferPointer<TapeEntry>
    private let bytes: UnsafeBufferPointer<UInt8>
    private let unescaped: UnsafeBufferPointer<UInt8>

    static func read<Result>(_ tape: JSONTape, _ body: (TapeView) -> Result) -> Result {
        unsafe tape.entries.withUnsafeBufferPointer { entries in
            unsafe tape.bytes.withUnsafeBufferPointer { bytes in
                unsafe tape.unescaped.withUnsafeBufferPointer { unescaped in
                    unsafe body(TapeView(entries: entries, bytes: bytes, unescaped: unescaped))
                }
            }
        }
    }

    private init(
        entries: UnsafeBufferPointer<TapeEntry>, bytes: UnsafeBufferPointer<UInt8>,
        unescaped: UnsafeBufferPointer<UInt8>
    ) {
        unsafe self.entries = entries
        unsafe self.bytes = bytes
        unsafe self.unescaped = unescaped
    }

    @inline(__always)
    func entry(_ index: Int) -> TapeEntry {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: unsafe entries.count))
        return unsafe entries[index]
    }

    /// The index after the subtree that starts at `index`.
    @inline(__always)
    func next(after index: Int) -> Int {
        let entry = entry(index)
        return entry.isContainer ? entry.end : index &+ 1
    }

    /// The text of a string or key.
    @inline(__always)
    func withText<Result>(_ entry: TapeEntry, _ body: (Span<UInt8>) -> Result) -> Result {
        let text = unsafe text(entry)
        return body(unsafe Span(_unsafeElements: text))
    }

    @inline(__always)
    private func text(_ entry: TapeEntry) -> UnsafeBufferPointer<UInt8> {
        let source = unsafe entry.flags.contains(.escaped) ? unescaped : bytes
        let (start, count) = (entry.offset, entry.count)
        precondition(start &+ count <= source.count)
        return unsafe UnsafeBufferPointer(rebasing: source[start..<start &+ count])
    }

    /// A name's length, its first and its last eight bytes. A shorter name is padded with zeros in both.
    @inline(__always)
    func name(_ entry: TapeEntry) -> NameKey {
        let source = unsafe UnsafeRawBufferPointer(entry.flags.contains(.escaped) ? unescaped : bytes)
        let (start, count) = (entry.offset, entry.count)
        precondition(start &+ count <= source.count)
        guard count < 8 else {
            // At least eight bytes are there, by both checks.
            let head = unsafe source.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            let tail = unsafe source.loadUnaligned(fromByteOffset: start &+ count &- 8, as: UInt64.self)
            return NameKey(count: count, head: UInt64(littleEndian: head), tail: UInt64(littleEndian: tail))
        }
        guard count > 0, start &+ 8 <= source.count else { return shortName(entry) }
        let word = unsafe source.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        let head = UInt64(littleEndian: word) & (UInt64.max >> UInt64(truncatingIfNeeded: 64 &- count &* 8))
        return NameKey(count: count, head: head, tail: head)
    }

    /// Byte by byte, at the end of text without padding.
    private func shortName(_ entry: TapeEntry) -> NameKey {
        withText(entry) { text in
            var word: UInt64 = 0
            for position in text.indices { word |= UInt64(text[position]) << UInt64(position &* 8) }
            return NameKey(count: text.count, head: word, tail: word)
        }
    }

    /// Whether two strings have the same bytes.
    func areEqual(_ entry: TapeEntry, _ other: TapeEntry) -> Bool {
        let key = name(entry)
        guard key == name(other) else { return false }
        return key.count <= 16
            || withText(entry) { text in
                withText(other) { other in
                    for position in text.indices where text[position] != other[position] { return false }
                    return true
                }
            }
    }
}

/// What tells names apart at once: all of those with at most 16 bytes, most of the others.
struct NameKey: Sendable, Equatable {
    var count: Int
    var head: UInt64
    var tail: UInt64

    init(count: Int, head: UInt64, tail: UInt64) {
        self.count = count
        self.head = head
        self.tail = tail
    }

    init(_ name: [UInt8]) {
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(count: name.count, head: word(name.prefix(8)), tail: word(name.suffix(8)))
    }

    /// Spreads names over the buckets of a table. The names in a table come from the schema alone, so nobody can choose
    /// collisions: an instance's name walks at most the longest cluster of the schema's.
    var hash: UInt32 {
        var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ hash >> 32 ^ tail) &* 0xC2B2_AE3D_27D4_EB4F
        return UInt32(truncatingIfNeeded: hash >> 40)
    }
}
