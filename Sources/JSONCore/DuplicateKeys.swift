/// Finds a key that an object has twice. Linear in the object: in small ones a key is compared with the earlier ones
/// only when a 64-bit filter says that one may be equal; larger ones go through a table whose hash is seeded per process.
enum DuplicateKeys {
    static let smallObject = 16

    /// The index of the first key that repeats an earlier one. The object must be complete.
    static func first(
        inObjectAt object: Int, _ entries: Span<TapeEntry>, _ text: Span<UInt8>, _ unescaped: Span<UInt8>
    ) -> Int? {
        let count = entries[object].count
        if count > smallObject {
            var table = HashSlots()
            return firstInLarge(object, entries, text, unescaped, &table)
        }
        var index = object &+ 1
        for earlier in 0..<count {
            if repeats(entries[index], inObjectAt: object, count: earlier, entries, text, unescaped) { return index }
            let value = entries[index &+ 1]
            index = value.isContainer ? value.end : index &+ 2
        }
        return nil
    }

    /// One of 64 bits, chosen by the key's length, start and end. `text` has at least eight bytes behind the key.
    @inline(__always)
    static func bit(_ key: TapeEntry, paddedText text: Span<UInt8>) -> UInt64 {
        1 &<< (hash(key, paddedText: text) >> 58)
    }

    /// Of the key's length, start and end; the upper bits are the better ones. Anyone can choose keys that collide.
    @inline(__always)
    static func hash(_ key: TapeEntry, paddedText text: Span<UInt8>) -> UInt64 {
        let (start, count) = (key.offset, key.count)
        let first = text.paddedWord(start)
        return count < 8
            ? hash(first << (64 &- UInt64(truncatingIfNeeded: count) &* 8), count)
            : hash(first ^ text.paddedWord(start &+ count &- 8) << 1, count)
    }

    /// The same bit for the same text elsewhere.
    static func bit(_ key: TapeEntry, unescaped: Span<UInt8>) -> UInt64 {
        let text = unescaped.extracting(key.offset..<(key.offset + key.count))
        guard text.count < 8 else {
            return 1 &<< (hash(text.word(at: 0) ^ text.word(at: text.count - 8) << 1, text.count) >> 58)
        }
        var word: UInt64 = 0
        for index in text.indices { word = word >> 8 | UInt64(text[index]) << 56 }
        return 1 &<< (hash(word, text.count) >> 58)
    }

    @inline(__always)
    private static func hash(_ word: UInt64, _ count: Int) -> UInt64 {
        (word ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    }

    /// Whether one of the object's first `count` keys equals `key`.
    static func repeats(
        _ key: TapeEntry, inObjectAt object: Int, count: Int,
        _ entries: Span<TapeEntry>, _ text: Span<UInt8>, _ unescaped: Span<UInt8>
    ) -> Bool {
        var other = object &+ 1
        for _ in 0..<count {
            if equal(entries[other], key, text, unescaped) { return true }
            let value = entries[other &+ 1]
            other = value.isContainer ? value.end : other &+ 2
        }
        return false
    }

    static func firstInLarge(
        _ object: Int, _ entries: Span<TapeEntry>, _ text: Span<UInt8>, _ unescaped: Span<UInt8>,
        _ table: inout HashSlots
    ) -> Int? {
        let end = entries[object].end
        table.reset(forCount: entries[object].count)
        var index = object &+ 1
        while index < end {
            let key = entries[index]
            let source = key.flags.contains(.escaped) ? unescaped : text
            let keyText = source.extracting(key.offset..<(key.offset + key.count))
            let earlier = table.insert(index, text: keyText) { equal(entries[$0], key, text, unescaped) }
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
}
