/// Finds a key that an object has twice. Linear in the object: small ones by a 64-bit filter, and pairwise where that
/// is not enough; larger ones by a table whose hash is seeded per process.
enum DuplicateKeys {
    private static let smallObject = 16

    /// The index of the first key that repeats an earlier one.
    @inline(__always)
    static func first(
        inObjectAt object: Int, _ entries: Span<TapeEntry>, _ text: Span<UInt8>, _ unescaped: Span<UInt8>
    ) -> Int? {
        entries[object].count > smallObject
            ? firstInLarge(object, entries, text, unescaped) : firstInSmall(object, entries, text, unescaped)
    }

    private static func firstInSmall(
        _ object: Int, _ entries: Span<TapeEntry>, _ text: Span<UInt8>, _ unescaped: Span<UInt8>
    ) -> Int? {
        let end = entries[object].end
        var seen: UInt64 = 0
        var index = object &+ 1
        while index < end {
            let key = entries[index]
            let bit = key.flags.contains(.escaped) ? signature(key, unescaped) : signature(key, text)
            if seen & bit != 0, repeats(index, after: object, entries, text, unescaped) { return index }
            seen |= bit
            let value = entries[index &+ 1]
            index = value.isContainer ? value.end : index &+ 2
        }
        return nil
    }

    /// One of 64 bits, chosen by the key's length, start and end.
    @inline(__always)
    private static func signature(_ key: TapeEntry, _ source: Span<UInt8>) -> UInt64 {
        let (start, count) = (key.offset, key.count)
        var mixed = UInt64(truncatingIfNeeded: count)
        if count >= 8 {
            mixed ^= source.word(at: start) ^ source.word(at: start &+ count &- 8) << 1
        } else if start &+ 8 <= source.count {
            mixed ^= source.word(at: start) << (64 &- UInt64(truncatingIfNeeded: count) &* 8)
        }
        return 1 << ((mixed &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }

    private static func repeats(
        _ index: Int, after object: Int, _ entries: Span<TapeEntry>, _ text: Span<UInt8>, _ unescaped: Span<UInt8>
    ) -> Bool {
        let key = entries[index]
        var other = object &+ 1
        while other < index {
            if equal(entries[other], key, text, unescaped) { return true }
            let value = entries[other &+ 1]
            other = value.isContainer ? value.end : other &+ 2
        }
        return false
    }

    private static func firstInLarge(
        _ object: Int, _ entries: Span<TapeEntry>, _ text: Span<UInt8>, _ unescaped: Span<UInt8>
    ) -> Int? {
        let end = entries[object].end
        var table = HashSlots(forCount: entries[object].count)
        var index = object &+ 1
        while index < end {
            let key = entries[index]
            var hasher = Hasher()
            hash(key, text, unescaped, into: &hasher)
            let earlier = table.insert(index, hash: hasher.finalize()) { equal(entries[$0], key, text, unescaped) }
            if earlier != nil { return index }
            let value = entries[index &+ 1]
            index = value.isContainer ? value.end : index &+ 2
        }
        return nil
    }

    private static func equal(
        _ left: TapeEntry, _ right: TapeEntry, _ text: Span<UInt8>, _ unescaped: Span<UInt8>
    ) -> Bool {
        guard left.count == right.count else { return false }
        let leftRange = left.offset..<(left.offset + left.count)
        let rightRange = right.offset..<(right.offset + right.count)
        let leftSource = left.flags.contains(.escaped) ? unescaped : text
        let rightSource = right.flags.contains(.escaped) ? unescaped : text
        return leftSource.extracting(leftRange).equals(rightSource.extracting(rightRange))
    }

    private static func hash(
        _ key: TapeEntry, _ text: Span<UInt8>, _ unescaped: Span<UInt8>, into hasher: inout Hasher
    ) {
        let source = key.flags.contains(.escaped) ? unescaped : text
        source.extracting(key.offset..<(key.offset + key.count)).hash(into: &hasher)
    }
}
