extension JSONTape.Storage {
    /// Drops what is too large to be kept for the next text.
    mutating func shrink(toBytes limit: Int) {
        if bytes.capacity > limit { bytes = [] }
        if unescaped.capacity > limit { unescaped = [] }
        if entries.capacity * MemoryLayout<TapeEntry>.stride > limit { entries = [] }
        positions = []
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
