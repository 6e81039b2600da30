/// The keys of an object that count (of several equal ones the last), found in constant time.
struct MemberKeys: Sendable {
    let tape: JSONTape
    /// Where the keys stand on the tape, in order.
    private(set) var keys: [Int] = []
    private var slots: HashSlots?

    /// No keys when `object` is of another kind.
    init(_ tape: JSONTape, _ object: Int) {
        self.tape = tape
        let entry = tape.entry(object)
        guard entry.kind == .object else { return }
        keys.reserveCapacity(entry.count)
        var index = object + 1
        while index < entry.end {
            keys.append(index)
            index = tape.next(after: index + 1)
        }
        if entry.flags.contains(.duplicateKeys) { keys = tape.lastKeys(keys) }
        if keys.count > 16 { slots = hashed() }
    }

    private func hashed() -> HashSlots {
        var slots = HashSlots(forCount: keys.count)
        for (position, key) in keys.enumerated() {
            _ = tape.withText(at: key) { slots.insert(position, text: $0) { _ in false } }
        }
        return slots
    }

    /// Which of `keys` has this text; looks at `guess` and behind it first.
    func position(of text: Span<UInt8>, near guess: Int) -> Int? {
        func isEqual(_ position: Int) -> Bool { tape.withText(at: keys[position]) { $0.equals(text) } }
        for near in guess..<max(guess, min(guess + 2, keys.count)) where isEqual(near) { return near }
        guard let slots else { return keys.indices.first(where: isEqual) }
        return slots.find(text: text, isEqual: isEqual)
    }
}

extension JSONTape {
    /// Of several equal keys only the last.
    func lastKeys(_ keys: [Int]) -> [Int] {
        var slots = HashSlots(forCount: keys.count)
        var last: [Int] = []
        for key in keys.reversed() {
            let later = withText(at: key) { text in slots.insert(key, text: text) { isSameText($0, key) } }
            if later == nil { last.append(key) }
        }
        return last.reversed()
    }

    private func isSameText(_ left: Int, _ right: Int) -> Bool {
        withText(at: left) { text in withText(at: right) { $0.equals(text) } }
    }
}
