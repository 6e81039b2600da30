extension JSONTape {
    /// Where the storage's arrays have their elements.
    ///
    /// The elements of an array do not move while it is not written to, and the tape that has this view holds the arrays:
    /// the view is made anew after each write (`publish`), and is read while the tape is alive. Readers check bounds.
    @safe @usableFromInline
    struct Elements {
        @usableFromInline let entries: UnsafeBufferPointer<TapeEntry>
        @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
        @usableFromInline let unescaped: UnsafeBufferPointer<UInt8>

        init(_ storage: borrowing Storage) {
            unsafe entries = storage.entries.withUnsafeBufferPointer { unsafe $0 }
            unsafe bytes = storage.bytes.withUnsafeBufferPointer { unsafe $0 }
            unsafe unescaped = storage.unescaped.withUnsafeBufferPointer { unsafe $0 }
        }
    }
}

extension JSONTape {
    /// Calls `body` with the entries, the bytes and the unescaped text, where they stand until it returns. No array is retained.
    @inlinable
    @unsafe package func withElements<Result>(
        _ body: (UnsafeBufferPointer<TapeEntry>, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        withExtendedLifetime(self) { unsafe body(elements.entries, elements.bytes, elements.unescaped) }
    }
}

extension JSONTape {
    /// The text that was parsed, without a copy; nil for documents that were built.
    package var source: ArraySlice<UInt8>? {
        let count = unsafe storage.sourceCount
        return count > 0 ? bytes.prefix(count) : nil
    }
}

extension JSON {
    /// The same document in memory of its own size, for documents that are kept: parsing makes room for more entries than
    /// come. Linear in their number.
    package var compacted: JSON {
        guard index == 0 else { return self }
        var storage = unsafe tape.storage
        storage.entries = Array(storage.entries.prefix(tape.next(after: 0)))
        return JSON(tape: JSONTape(storage), index: 0)
    }
}

extension JSONTape.Storage {
    /// Drops what is too large to be kept for the next text; answers whether that was anything.
    mutating func shrink(toBytes limit: Int) -> Bool {
        let entriesLimit = limit / MemoryLayout<TapeEntry>.stride
        guard bytes.count > limit || unescaped.capacity > limit || entries.count > entriesLimit || !positions.isEmpty
        else { return false }
        if bytes.count > limit { bytes = [] }
        if unescaped.capacity > limit { unescaped = [] }
        if entries.count > entriesLimit { entries = [] }
        positions = []
        return true
    }
}

extension JSON {
    static let placeholder = TapeBuilder().finish()
}

extension [UInt8] {
    /// Overwrites the start with `text` and zeros behind it; the array must be long enough.
    mutating func copyPadded(_ text: Span<UInt8>) {
        let needed = text.count + JSONTape.padding
        precondition(count >= needed)
        // Both buffers are at least `text.count` bytes long, by the check above.
        unsafe withUnsafeMutableBytes { target in
            unsafe text.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
            for index in text.count..<needed { unsafe target[index] = 0 }
        }
    }
}
