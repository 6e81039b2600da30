import JSONCore

extension Evaluator {
    /// The slot that has the text of the string `entry` as its name; -1 when there is none.
    @inline(never)
    mutating func slot(named entry: TapeEntry, in table: NameTable) -> Int32 {
        let key = view.name(entry)
        var bucket = Int32(truncatingIfNeeded: key.hash) & table.mask
        while true {
            let slot = rows.buckets[table.buckets &+ bucket]
            if slot < 0 || rows.slots[slot].key == key && hasMiddle(of: rows.slots[slot].name, entry) { return slot }
            bucket = (bucket &+ 1) & table.mask
        }
    }

    /// Whether there is such a slot among `slots`, with the text of `entry` as its name.
    @inline(__always)
    mutating func isName(of slot: Int32, in slots: Table<Slot>, _ entry: TapeEntry) -> Bool {
        guard slots.has(slot), entry.count == slots[slot].key.count else { return false }
        guard entry.count <= 16, view.isPadded(entry) else { return isLongName(of: slot, in: slots, entry) }
        return view.paddedText(of: entry, is: slots[slot].key)
    }

    @inline(never)
    private mutating func isLongName(of slot: Int32, in slots: Table<Slot>, _ entry: TapeEntry) -> Bool {
        view.name(entry) == slots[slot].key && hasMiddle(of: slots[slot].name, entry)
    }

    /// Whether the bytes between the first and the last eight are the name's.
    private mutating func hasMiddle(of name: Int32, _ entry: TapeEntry) -> Bool {
        guard entry.count > 16 else { return true }
        return view.withText(entry) { text in
            for position in 8..<text.count - 8 where rows.names[name &+ Int32(position)] != text[position] {
                return false
            }
            return true
        }
    }

    /// The index of the member's value whose name is the slot's; nil when the object has none.
    mutating func member(named slot: Int32, of object: Int) -> Int? {
        var key = object &+ 1
        for _ in 0..<view.entry(object).count {
            if isName(of: slot, in: rows.slots, view.entry(key)) { return key &+ 1 }
            key = view.next(after: key &+ 1)
        }
        return nil
    }

    mutating func name(of slot: Int32) -> String {
        let slot = rows.slots[slot]
        let bytes = (0..<Int32(slot.key.count)).map { rows.names[slot.name + $0] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
