/// Finds names of the description by octets: open addressing, at most half full.
struct NameTable: Sendable {
    private let text: [UInt8]
    private let entries: [(range: Range<Int>, hash: UInt32)]
    /// Indices of entries, -1 for free; the count is a power of two.
    private let slots: [Int32]

    /// The first of equal names is the one that is found.
    init(_ names: [[UInt8]]) {
        var count = 4
        while count < names.count * 2 { count *= 2 }
        var text: [UInt8] = []
        var entries: [(range: Range<Int>, hash: UInt32)] = []
        var slots = [Int32](repeating: -1, count: count)
        for (index, name) in names.enumerated() {
            var hash = OctetHash()
            for byte in name { hash.add(byte) }
            var slot = Int(hash.mixed(with: 0)) & (count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index)
            entries.append((text.count..<(text.count + name.count), hash.mixed(with: 0)))
            text += name
        }
        self.text = text
        self.entries = entries
        self.slots = slots
    }

    /// The position of the name in what the table was made of.
    func index(of name: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var running = OctetHash()
        for index in range { running.add(name[index]) }
        let hash = running.mixed(with: 0)
        var slot = Int(hash) & (slots.count &- 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].hash == hash, equals(name, range, entries[index].range) { return index }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return nil
    }

    private func equals(_ name: Span<UInt8>, _ range: Range<Int>, _ own: Range<Int>) -> Bool {
        guard range.count == own.count else { return false }
        let distance = own.lowerBound &- range.lowerBound
        for index in range where name[index] != text[index &+ distance] { return false }
        return true
    }
}
