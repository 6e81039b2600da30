/// An open-addressing table of entry indices, at most half full; the caller hashes and compares.
struct HashSlots {
    private var slots: [Int]

    init(forCount count: Int) {
        var capacity = 16
        while capacity < count * 2 { capacity *= 2 }
        slots = Array(repeating: -1, count: capacity)
    }

    /// Inserts `index`, unless one that `isEqual` accepts is there already: then answers that one.
    mutating func insert(_ index: Int, hash: Int, isEqual: (Int) -> Bool) -> Int? {
        let slot = self.slot(hash: hash, isEqual: isEqual)
        guard slots[slot] < 0 else { return slots[slot] }
        slots[slot] = index
        return nil
    }

    func find(hash: Int, isEqual: (Int) -> Bool) -> Int? {
        let index = slots[slot(hash: hash, isEqual: isEqual)]
        return index < 0 ? nil : index
    }

    /// Replaces what equals `index`, or inserts it.
    mutating func update(_ index: Int, hash: Int, isEqual: (Int) -> Bool) {
        slots[slot(hash: hash, isEqual: isEqual)] = index
    }

    private func slot(hash: Int, isEqual: (Int) -> Bool) -> Int {
        let mask = slots.count - 1
        var slot = hash & mask
        while slots[slot] >= 0, !isEqual(slots[slot]) { slot = (slot + 1) & mask }
        return slot
    }
}

extension Span<UInt8> {
    func hash(into hasher: inout Hasher) {
        var index = 0
        while index &+ 8 <= count {
            hasher.combine(word(at: index))
            index &+= 8
        }
        while index < count {
            hasher.combine(self[index])
            index &+= 1
        }
        hasher.combine(count)
    }
}
