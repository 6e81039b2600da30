/// An open-addressing table of indices below 2^32 - 1, at most half full; the caller compares what the hash cannot tell.
struct HashSlots: Sendable {
    /// The hash's upper half and the index plus one; zero is free.
    private var slots: [UInt64] = []
    private var mask = 0
    private let hashing = SeededHash.process

    init() {}

    init(forCount count: Int) {
        reset(forCount: count)
    }

    /// Empties the table and makes room for `count` indices.
    mutating func reset(forCount count: Int) {
        var capacity = 32
        while capacity < count * 2 { capacity *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(0, count: capacity))
        mask = capacity - 1
    }

    /// Drops the table if it is larger.
    mutating func shrink(toBytes limit: Int) {
        if slots.count > limit / MemoryLayout<UInt64>.stride { slots = [] }
    }

    /// Inserts `index`, unless one with an equal text is there already: then answers that one.
    mutating func insert(_ index: Int, text: Span<UInt8>, isEqual: (Int) -> Bool) -> Int? {
        let hash = hashing.hash(text)
        let slot = slot(hash, isEqual)
        if let earlier = Self.index(slots[slot]) { return earlier }
        slots[slot] = hash & ~0xFFFF_FFFF | UInt64(UInt32(truncatingIfNeeded: index &+ 1))
        return nil
    }

    func find(text: Span<UInt8>, isEqual: (Int) -> Bool) -> Int? {
        Self.index(slots[slot(hashing.hash(text), isEqual)])
    }

    private static func index(_ slot: UInt64) -> Int? { slot == 0 ? nil : Int(slot & 0xFFFF_FFFF) &- 1 }

    private func slot(_ hash: UInt64, _ isEqual: (Int) -> Bool) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while let index = Self.index(slots[slot]) {
            if slots[slot] >> 32 == hash >> 32, isEqual(index) { break }
            slot = (slot &+ 1) & mask
        }
        return slot
    }
}

extension Span<UInt8> {
    func hash(into hasher: inout Hasher) {
        hasher.combine(SeededHash.process.hash(self))
    }
}
