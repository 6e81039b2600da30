import JSONCore

extension Evaluator {
    /// The slot that has the text of the string `entry` as its name; -1 when there is none. `guess`, counted from the
    /// table's start, is tried first.
    @inline(__always)
    func slot(named entry: TapeEntry, in table: NameTable, guess: Int32) -> Int32 {
        guard table.count > 0 else { return -1 }
        let key = view.name(entry)
        if guess < table.count, isName(of: rows.slots[table.start &+ guess], key, entry) { return table.start &+ guess }
        return slot(named: key, entry, in: table)
    }

    @inline(__always)
    private func slot(named key: NameKey, _ entry: TapeEntry, in table: NameTable) -> Int32 {
        var bucket = Int32(truncatingIfNeeded: key.hash) & table.mask
        while true {
            let slot = rows.buckets[table.buckets &+ bucket]
            if slot < 0 { return -1 }
            if isName(of: rows.slots[slot], key, entry) { return slot }
            bucket = (bucket &+ 1) & table.mask
        }
    }

    @inline(__always)
    private func isName(of slot: Slot, _ key: NameKey, _ entry: TapeEntry) -> Bool {
        slot.key == key && (key.count <= 16 || hasMiddle(of: slot, entry))
    }

    /// Whether the bytes between the first and the last eight are the name's.
    private func hasMiddle(of slot: Slot, _ entry: TapeEntry) -> Bool {
        view.withText(entry) { text in
            for position in 8..<text.count - 8 where rows.names[slot.name &+ Int32(position)] != text[position] {
                return false
            }
            return true
        }
    }

    /// The index of the member's value whose name is the slot's; nil when the object has none.
    func member(named slot: Int32, of object: Int) -> Int? {
        let slot = rows.slots[slot]
        var key = object + 1
        for _ in 0..<view.entry(object).count {
            let entry = view.entry(key)
            if isName(of: slot, view.name(entry), entry) { return key + 1 }
            key = view.next(after: key + 1)
        }
        return nil
    }

    func name(of slot: Int32) -> String {
        let slot = rows.slots[slot]
        let bytes = (0..<Int32(slot.key.count)).map { rows.names[slot.name + $0] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
