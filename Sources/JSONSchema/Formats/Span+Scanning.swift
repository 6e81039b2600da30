internal import JSONCore

/// Reading text by index. Each function that advances returns the next index, or nil when the text does not fit.
extension Span<UInt8> {
    /// Nil past the end.
    @inline(__always)
    func byte(at index: Int) -> UInt8? {
        index < count ? self[index] : nil
    }

    @inline(__always)
    func holds(_ character: Unicode.Scalar, at index: Int) -> Bool {
        index < count && self[index] == UInt8(ascii: character)
    }

    /// Whether the text has `word`, byte for byte, at `index`.
    func holds(word: String, at index: Int) -> Bool {
        var index = index
        for byte in word.utf8 {
            guard self.byte(at: index) == byte else { return false }
            index &+= 1
        }
        return true
    }

    /// The index after the characters of `set` that start at `index`.
    @inline(__always)
    func endOfRun(of set: ASCIISet, from index: Int) -> Int {
        guard index < count else { return index }
        let rest = extracting(index..<count)
        for offset in rest.indices where !set.contains(rest[offset]) { return index &+ offset }
        return count
    }

    /// The index after the letters, digits and characters of `set` that start at `index`: eight at a time, as names mostly are
    /// letters.
    @inline(never)
    func endOfRun(ofAlphanumericsAnd set: ASCIISet, from index: Int) -> Int {
        var index = index
        while index < count {
            let others = ASCIISet.othersThanAlphanumerics(in: zeroExtendedWord(at: index))
            index &+= others.trailingZeroBitCount >> 3
            if others == 0 { continue }
            guard index < count, set.contains(self[index]) else { return index }
            index &+= 1
        }
        return index
    }

    /// Eight bytes from `index`, zeros where there are no more.
    @inline(__always)
    private func zeroExtendedWord(at index: Int) -> UInt64 {
        if index <= count &- 8 { return word(at: index) }
        guard count < 8 else { return word(at: count &- 8) >> UInt64(truncatingIfNeeded: (index &+ 8 &- count) &* 8) }
        return (index..<count).reversed().reduce(0) { $0 << 8 | UInt64(self[$1]) }
    }

    /// The first index from `start` on that holds `character`, else `count`.
    func firstIndex(of character: Unicode.Scalar, from start: Int) -> Int {
        var index = start
        while index < count, self[index] != UInt8(ascii: character) { index &+= 1 }
        return index
    }

    /// The value of exactly `length` digits at `index`. At most 18 digits.
    @inline(__always)
    func decimal(at index: Int, length: Int) -> Int? {
        guard index <= count &- length else { return nil }
        var value = 0
        for position in index..<(index &+ length) {
            let digit = self[position] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    /// The index after `%` and two hexadecimal digits.
    func endOfPercentTriplet(from index: Int) -> Int? {
        guard index <= count &- 3, self[index] == UInt8(ascii: "%"),
            ASCIISet.hexDigits.contains(self[index &+ 1]), ASCIISet.hexDigits.contains(self[index &+ 2])
        else { return nil }
        return index &+ 3
    }

    /// Texts are UTF-8 already; whatever is not yields nil, never a trap.
    func scalar(at index: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        guard index < count else { return nil }
        let first = self[index]
        if first < 0x80 { return (Unicode.Scalar(first), index &+ 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC0, index <= count &- length else { return nil }
        var value = UInt32(first) & (0x7F &>> UInt32(length))
        for position in (index &+ 1)..<(index &+ length) {
            guard self[position] & 0xC0 == 0x80 else { return nil }
            value = value &<< 6 | UInt32(self[position] & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, index &+ length)
    }
}
