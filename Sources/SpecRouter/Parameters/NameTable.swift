import JSONCore

/// Finds names of the description by octets: open addressing, at most half full.
struct NameTable: Sendable {
    /// A name's length and its first and last eight octets: all of it up to sixteen.
    private struct Key: Equatable {
        let count: Int
        let head: UInt64
        let tail: UInt64

        @inline(__always)
        init(_ text: Span<UInt8>, _ range: Range<Int>) {
            count = range.count
            if count < 8 {
                head = text.shortWord(range.lowerBound, count)
                tail = head
            } else {
                head = text.word(at: range.lowerBound)
                tail = text.word(at: range.upperBound &- 8)
            }
        }

        /// The names of a table come from the description alone, so nobody can choose collisions: a name that was sent
        /// walks at most the longest cluster of the table's.
        var hash: Int {
            var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
            hash = (hash ^ hash >> 32 ^ tail) &* 0xC2B2_AE3D_27D4_EB4F
            return Int(truncatingIfNeeded: hash >> 32)
        }
    }

    private let text: [UInt8]
    private let entries: [(start: Int, key: Key)]
    /// Indices of entries, -1 for free; the count is a power of two.
    private let slots: [Int32]

    /// The first of equal names is the one that is found.
    init(_ names: [[UInt8]]) {
        var count = 4
        while count < names.count * 2 { count *= 2 }
        var entries: [(start: Int, key: Key)] = []
        var slots = [Int32](repeating: -1, count: count)
        var start = 0
        for (index, name) in names.enumerated() {
            let key = Key(name.span, 0..<name.count)
            var slot = key.hash & (count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index)
            entries.append((start, key))
            start += name.count
        }
        text = names.flatMap(\.self)
        self.entries = entries
        self.slots = slots
    }

    /// The position of the name in what the table was made of.
    func index(of name: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let key = Key(name, range)
        var slot = key.hash & (slots.count &- 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].key == key, hasMiddle(name, range, of: entries[index].start) { return index }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return nil
    }

    /// Whether the octets between the first and the last eight are those of the entry that starts there.
    private func hasMiddle(_ name: Span<UInt8>, _ range: Range<Int>, of start: Int) -> Bool {
        guard range.count > 16 else { return true }
        for offset in 8..<(range.count &- 8) where name[range.lowerBound &+ offset] != text[start &+ offset] {
            return false
        }
        return true
    }
}
