import JSONCore

extension Evaluator {
    /// The slot that has the text of the string at `index` as its name; -1 when there is none. `guess` is tried first.
    func slot(named index: Int, in table: NameTable, guess: Int) -> Int {
        guard table.count > 0 else { return -1 }
        return tape.withText(at: index) { slot(named: $0, in: table, guess: guess) }
    }

    private func slot(named text: Span<UInt8>, in table: NameTable, guess: Int) -> Int {
        let start = Int(table.start)
        if guess < Int(table.count), isName(of: start + guess, text) { return start + guess }
        var bucket = Int(nameHash(text)) & Int(table.mask)
        while true {
            let slot = Int(program.tables.buckets[Int(table.buckets) + bucket])
            if slot < 0 { return -1 }
            if isName(of: slot, text) { return slot }
            bucket = (bucket + 1) & Int(table.mask)
        }
    }

    func isName(of slot: Int, _ text: Span<UInt8>) -> Bool {
        let slot = program.tables.slots[slot]
        guard Int(slot.nameCount) == text.count else { return false }
        let start = Int(slot.nameStart)
        for position in text.indices where program.tables.names[start + position] != text[position] { return false }
        return true
    }

    /// The index of the member's value whose name is the slot's; nil when the object has none.
    func member(named slot: Int32, of object: Int) -> Int? {
        var key = object + 1
        for _ in 0..<tape.entry(object).count {
            if tape.withText(at: key, { isName(of: Int(slot), $0) }) { return key + 1 }
            key = tape.next(after: key + 1)
        }
        return nil
    }

    func name(of slot: Int) -> String {
        let slot = program.tables.slots[slot]
        let start = Int(slot.nameStart)
        return String(decoding: program.tables.names[start..<start + Int(slot.nameCount)], as: UTF8.self)
    }
}

/// Spreads names over the buckets of a table. The names in a table come from the schema alone, so nobody can choose
/// collisions: an instance's name walks at most the longest cluster of the schema's.
func nameHash(_ text: Span<UInt8>) -> UInt32 {
    let count = text.count
    guard count > 0 else { return 0 }
    var hash = UInt32(truncatingIfNeeded: count) &* 0x9E37_79B1
    hash = (hash ^ UInt32(text[0])) &* 0x85EB_CA6B
    hash = (hash ^ UInt32(text[count - 1])) &* 0xC2B2_AE35
    hash = (hash ^ UInt32(text[count >> 1])) &* 0x27D4_EB2F
    return hash ^ (hash >> 15)
}
