extension TapeScanner {
    /// Reads the key whose opening quote is at `at`, and leaves `at` behind the colon.
    ///
    /// Answers an entry of another kind when the key is broken, repeated, or not followed by a colon.
    @inline(__always)
    mutating func scanKey(
        _ text: Span<UInt8>, _ at: inout Int, _ unescaped: inout [UInt8],
        container: inout Container, _ entries: inout MutableSpan<TapeEntry>
    ) -> TapeEntry {
        let start = at &+ 1
        let end = Self.plainEnd(text, start)
        let key = TapeEntry(plainText: start, end: end)
        let bit = DuplicateKeys.bit(key, paddedText: text)
        guard text.paddedPair(end) == Self.quoteAndColon, container.keys & bit == 0 else {
            let key = scanUnusualKey(text, from: start, stoppedAt: end, &unescaped, container, entries.span)
            at = self.end
            container.keys = container.count < DuplicateKeys.smallObject ? container.keys | keyBit : 0
            if isKeyRepeated { entries[container.index].flags.insert(.duplicateKeys) }
            return key
        }
        container.keys |= bit
        at = end &+ 2
        return key
    }

    private static let quoteAndColon: UInt16 = 0x3A22

    /// A key that is no plain text, may repeat an earlier one, or is not followed by its colon at once.
    ///
    /// Leaves in `end`, `keyBit` and `isKeyRepeated` what else there is to know.
    @inline(never)
    private mutating func scanUnusualKey(
        _ text: Span<UInt8>, from start: Int, stoppedAt stop: Int, _ unescaped: inout [UInt8],
        _ container: Container, _ entries: Span<TapeEntry>
    ) -> TapeEntry {
        let key = scanUnusualString(text, from: start, stoppedAt: stop, &unescaped)
        guard key.kind == .string else { return key }
        keyBit =
            key.flags.contains(.escaped)
            ? DuplicateKeys.bit(key, unescaped: unescaped.span) : DuplicateKeys.bit(key, paddedText: text)
        // Large objects are left to `finishLargeObject`.
        isKeyRepeated =
            container.keys & keyBit != 0 && container.count < DuplicateKeys.smallObject
            && DuplicateKeys.repeats(
                key, inObjectAt: container.index, count: container.count, entries, text, unescaped.span)
        if isKeyRepeated, duplicateKeys == .refuse { return fail(start &- 1, .duplicateKey) }
        if text[end] != UInt8(ascii: ":") {
            end = Self.endOfSpace(text, end)
            guard text[end] == UInt8(ascii: ":") else { return fail(end, .colon) }
        }
        end &+= 1
        return key
    }

    /// The first repeated key of a large object, which is complete.
    @inline(never)
    mutating func repeatedKey(
        inLargeObjectAt object: Int, _ text: Span<UInt8>, _ unescaped: [UInt8], _ entries: Span<TapeEntry>
    ) -> Int? {
        guard let key = largeObjects.firstRepeated(inObjectAt: object, entries, text, unescaped.span) else {
            return nil
        }
        if duplicateKeys == .refuse { fault = JSONSyntaxFault(.duplicateKey, at: entries[key].sourceOffset - 1) }
        return key
    }
}
