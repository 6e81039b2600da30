import JSONCore

/// A tape as the evaluator reads it: entries and text without reference counting.
///
/// Unsafe for the reason that `Table` is. The pointers are valid within `read` alone, which keeps the tape alive;
/// every look-up is checked against their bounds.
@safe struct TapeView {
    private let entries: Region<TapeEntry>
    private let bytes: Region<UInt8>
    private let unescaped: Region<UInt8>

    static func read<Result>(_ tape: JSONTape, _ body: (TapeView) -> Result) -> Result {
        unsafe tape.withElements { entries, bytes, unescaped in
            unsafe body(TapeView(entries: Region(entries), bytes: Region(bytes), unescaped: Region(unescaped)))
        }
    }

    @inline(__always)
    func entry(_ index: Int) -> TapeEntry { entries[index] }

    /// The name at `key` and the value behind it.
    @inline(__always)
    func member(_ key: Int) -> (name: TapeEntry, value: TapeEntry) { entries.pair(at: key) }

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
    private func source(_ entry: TapeEntry) -> Region<UInt8> {
        entry.flags.contains(.escaped) ? unescaped : bytes
    }

    @inline(__always)
    private func text(_ entry: TapeEntry) -> UnsafeBufferPointer<UInt8> {
        unsafe source(entry).slice(entry.offset, entry.count)
    }

    /// Whether eight bytes stand behind the text, as they do in every text that was parsed.
    @inline(__always)
    func isPadded(_ entry: TapeEntry) -> Bool {
        !entry.flags.contains(.escaped) && bytes.hasWord(at: entry.offset &+ entry.count)
    }

    /// Whether a padded text of the key's length has the key's first and last eight bytes.
    @inline(__always)
    func paddedText(of entry: TapeEntry, is key: NameKey) -> Bool {
        let (start, count) = (entry.offset, entry.count)
        // With eight bytes behind the text a word can be read at its start, and before its end where it is longer than that.
        guard unsafe bytes.word(at: start) & key.mask == key.head else { return false }
        if count <= 8 { return true }
        return unsafe bytes.word(at: start &+ count &- 8) == key.tail
    }

    /// A name's length, its first and its last eight bytes. A shorter name is padded with zeros in both.
    @inline(__always)
    func name(_ entry: TapeEntry) -> NameKey {
        let (start, count) = (entry.offset, entry.count)
        let source = source(entry)
        guard source.hasWord(at: start &+ count) else { return Self.plainName(source, start, count) }
        let head = unsafe source.word(at: start)
        guard count < 8 else {
            return unsafe NameKey(count: count, head: head, tail: source.word(at: start &+ count &- 8))
        }
        let word = head & NameKey.mask(count)
        return NameKey(count: count, head: word, tail: word)
    }

    /// Byte by byte, at the end of text without padding.
    @inline(never)
    private static func plainName(_ source: Region<UInt8>, _ start: Int, _ count: Int) -> NameKey {
        func word(from start: Int, _ length: Int) -> UInt64 {
            (start..<start &+ length).reversed().reduce(0) { $0 << 8 | UInt64(source[$1]) }
        }
        let length = min(count, 8)
        return NameKey(
            count: count, head: word(from: start, length), tail: word(from: start &+ count &- length, length))
    }

    /// Whether two strings have the same bytes.
    func areEqual(_ entry: TapeEntry, _ other: TapeEntry) -> Bool {
        guard entry.count == other.count else { return false }
        return withText(entry) { text in withText(other) { text.equals($0) } }
    }
}

/// Memory that something else keeps alive.
///
/// Unsafe for the reason that `TapeView` is, and like it valid only while it is read.
@safe struct Region<Element> {
    private let base: UnsafePointer<Element>
    private let count: Int

    /// Of an empty buffer only the count is ever looked at.
    init(_ buffer: UnsafeBufferPointer<Element>) {
        unsafe base = buffer.baseAddress ?? UnsafePointer(bitPattern: 8).unsafelyUnwrapped
        count = buffer.count
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
        return unsafe base[index]
    }

    @inline(__always)
    func pair(at index: Int) -> (Element, Element) {
        precondition(index >= 0 && index &+ 1 < count)
        return unsafe (base[index], base[index &+ 1])
    }

    /// Offsets and counts of entries have 32 bits, so no sum overflows.
    @inline(__always)
    func slice(_ start: Int, _ count: Int) -> UnsafeBufferPointer<Element> {
        precondition(start &+ count <= self.count)
        return unsafe UnsafeBufferPointer(start: base + start, count: count)
    }
}

extension Region<UInt8> {
    @inline(__always)
    func hasWord(at offset: Int) -> Bool { offset &+ 8 <= count }

    /// The first byte in the lowest bits. Only where `hasWord` there, or further on.
    @inline(__always)
    @unsafe func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafe UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
    }
}

/// What tells names apart at once: all of those with at most 16 bytes, most of the others.
struct NameKey: Sendable, Equatable {
    var count: Int
    var head: UInt64
    var tail: UInt64
    /// The bits of `head` that belong to the name.
    var mask: UInt64

    /// The bits of a word that belong to a name of this length.
    @inline(__always)
    static func mask(_ count: Int) -> UInt64 { count < 8 ? 1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1 : .max }

    @inline(__always)
    init(count: Int, head: UInt64, tail: UInt64) {
        self.count = count
        self.head = head
        self.tail = tail
        mask = Self.mask(count)
    }

    @inline(__always)
    static func == (left: NameKey, right: NameKey) -> Bool {
        left.count == right.count && left.head == right.head && left.tail == right.tail
    }

    init(_ name: String) {
        var name = name
        self = name.withUTF8Span { text in
            func word(_ start: Int, _ end: Int) -> UInt64 {
                (start..<end).reversed().reduce(0) { $0 << 8 | UInt64(text[$1]) }
            }
            return NameKey(
                count: text.count, head: word(0, min(text.count, 8)), tail: word(max(text.count - 8, 0), text.count))
        }
    }

    /// Whether it says all of the name.
    var isWhole: Bool { count <= 16 }

    /// Spreads names over the buckets of a table. The names in a table come from the schema alone, so nobody can choose
    /// collisions: an instance's name walks at most the longest cluster of the schema's.
    var hash: UInt32 {
        var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ hash >> 32 ^ tail) &* 0xC2B2_AE3D_27D4_EB4F
        return UInt32(truncatingIfNeeded: hash >> 40)
    }
}
