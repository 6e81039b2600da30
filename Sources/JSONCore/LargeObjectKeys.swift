/// Finds a repeated key of an object that has more than `DuplicateKeys.smallObject` members.
///
/// Linear: mostly 4,096 bits say that no two keys can be equal, but for one or two that are compared with all before
/// them; else the object goes through a table with a seeded hash.
struct LargeObjectKeys: Sendable {
    private var filter: [UInt64] = []
    private var slots = HashSlots()

    private static let filterWords = 64
    /// In larger objects too many keys have a bit in common.
    private static let filteredMembers = 64
    private static let comparedKeys = 3

    private enum Finding { case none, repeated(Int), unsure }

    /// The index of the first key that repeats an earlier one. The object must be complete.
    mutating func firstRepeated(
        inObjectAt object: Int, _ entries: Span<TapeEntry>, _ text: Span<UInt8>, _ unescaped: Span<UInt8>
    ) -> Int? {
        if entries[object].count <= Self.filteredMembers {
            switch filtered(object, entries, text, unescaped) {
            case .none: return nil
            case .repeated(let key): return key
            case .unsure: break
            }
        }
        return DuplicateKeys.firstInLarge(object, entries, text, unescaped, &slots)
    }

    private mutating func filtered(
        _ object: Int, _ entries: Span<TapeEntry>, _ text: Span<UInt8>, _ unescaped: Span<UInt8>
    ) -> Finding {
        filter.removeAll(keepingCapacity: true)
        filter.append(contentsOf: repeatElement(0, count: Self.filterWords))
        var filter = filter.mutableSpan
        var (index, compared) = (object &+ 1, 0)
        for earlier in 0..<entries[object].count {
            let key = entries[index]
            guard !key.flags.contains(.escaped) else { return .unsure }
            let hash = DuplicateKeys.hash(key, paddedText: text)
            let (word, bit) = (Int(truncatingIfNeeded: hash >> 58), 1 as UInt64 &<< (hash >> 52 & 63))
            if filter[word] & bit != 0 {
                compared &+= 1
                guard compared <= Self.comparedKeys else { return .unsure }
                if DuplicateKeys.repeats(key, inObjectAt: object, count: earlier, entries, text, unescaped) {
                    return .repeated(index)
                }
            }
            filter[word] |= bit
            let value = entries[index &+ 1]
            index = value.isContainer ? value.end : index &+ 2
        }
        return .none
    }

    /// Drops what is too large to be kept for the next text.
    mutating func shrink(toBytes limit: Int) { slots.shrink(toBytes: limit) }
}
