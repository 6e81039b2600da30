extension TapeScanner {
    /// Reads the key whose opening quote is at `at`, and leaves `at` behind the colon.
    ///
    /// Answers an entry of another kind when the key is broken, repeated, or not followed by a colon.
    @inline(__always)
    mutating func scanKey(
        _ text: Span<UInt8>, _ at: inout Int, _ unescaped: inout [UInt8],
        container: inout Container, _ entries: inout MutableSpan<TapeEntry>
    ) -> TapeEntry {
        let start = at
        let key = scanString(text, &at, &unescaped)
        guard key.kind == .string else { return key }
        let bit = key.flags.contains(.escaped) ? Self.keyBit(key, unescaped) : DuplicateKeys.bit(key, paddedText: text)
        if container.keys & bit != 0 {
            guard checkSmallObject(key, text, unescaped, container, &entries) else {
                return fail(start, .duplicateKey)
            }
        }
        container.keys |= bit
        if text[at] != UInt8(ascii: ":") {
            at = Self.endOfSpace(text, at)
            guard text[at] == UInt8(ascii: ":") else { return fail(at, .colon) }
        }
        at &+= 1
        return key
    }

    private static func keyBit(_ key: TapeEntry, _ unescaped: [UInt8]) -> UInt64 {
        DuplicateKeys.bit(key, unescaped: unescaped.span)
    }

    /// Compares the key with the earlier ones of its object; leaves large objects to `finishLargeObject`.
    private func checkSmallObject(
        _ key: TapeEntry, _ text: Span<UInt8>, _ unescaped: [UInt8], _ container: Container,
        _ entries: inout MutableSpan<TapeEntry>
    ) -> Bool {
        guard container.count < DuplicateKeys.smallObject else { return true }
        let isRepeated = DuplicateKeys.repeats(
            key, inObjectAt: container.index, count: container.count, entries.span, text, unescaped.span)
        guard isRepeated else { return true }
        entries[container.index].flags.insert(.duplicateKeys)
        return duplicateKeys == .allow
    }

    mutating func finishLargeObject(
        _ object: Int, _ text: Span<UInt8>, _ unescaped: [UInt8], _ entries: inout MutableSpan<TapeEntry>
    ) -> Bool {
        guard let key = DuplicateKeys.firstInLarge(object, entries.span, text, unescaped.span, &table) else {
            return true
        }
        entries[object].flags.insert(.duplicateKeys)
        guard duplicateKeys == .refuse else { return true }
        fault = JSONSyntaxFault(.duplicateKey, at: entries[key].sourceOffset - 1)
        return false
    }
}
