import JSONCore

/// A dialect's keywords, found by their bytes.
struct KeywordTable: Sendable {
    private(set) var all: [Keyword] = []
    /// Positions in `all` by hash, -1 for free; the count is a power of two.
    private var slots: [Int16] = []

    /// The keyword whose name is the text of `key`.
    subscript(key: JSON) -> Keyword? {
        key.withText { text in
            guard text.count > 0 else { return nil }
            let position = position(Self.hash(text.count, text[0], text[text.count - 1])) { $0.matches(text) }
            return position.map { all[$0] }
        }
    }

    subscript(name: String) -> Keyword? {
        let hash = Self.hash(name.utf8.count, name.utf8.first ?? 0, name.utf8.last ?? 0)
        return position(hash) { $0.name.utf8.elementsEqual(name.utf8) }.map { all[$0] }
    }

    /// Adds it, or replaces the one of the same name.
    mutating func add(_ keyword: Keyword) {
        keep { $0.name != keyword.name }
        all.append(keyword)
        index()
    }

    mutating func keep(_ isKept: (Keyword) -> Bool) {
        all = all.filter(isKept)
        index()
    }

    private mutating func index() {
        var count = 32
        while count < all.count * 2 { count *= 2 }
        slots = Array(repeating: -1, count: count)
        for (position, keyword) in all.enumerated() {
            var slot = Self.hash(keyword.name.utf8.count, keyword.name.utf8.first ?? 0, keyword.name.utf8.last ?? 0)
            slot &= count - 1
            while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = Int16(position)
        }
    }

    private func position(_ hash: Int, _ isWanted: (Keyword) -> Bool) -> Int? {
        let mask = slots.count - 1
        guard mask > 0 else { return nil }
        var slot = hash & mask
        while slots[slot] >= 0 {
            let position = Int(slots[slot])
            if isWanted(all[position]) { return position }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Tells the names of a dialect apart well enough.
    private static func hash(_ count: Int, _ first: UInt8, _ last: UInt8) -> Int {
        count &* 5 &+ Int(first) &* 7 &+ Int(last) &* 11
    }
}

extension Keyword {
    fileprivate func matches(_ text: Span<UInt8>) -> Bool {
        guard name.utf8.count == text.count else { return false }
        for (index, byte) in name.utf8.enumerated() where text[index] != byte { return false }
        return true
    }
}
