/// A prefix code given by the lengths of its words (RFC 1951, section 3.2.2).
struct HuffmanCode: Sendable {
    /// What the next bits are; a length of 0 when they are no word.
    struct Word {
        let symbol: Int
        /// In bits.
        let length: Int
    }

    static let longest = 15
    /// Words up to this length are found at once.
    private static let quick = 9

    /// By the next bits: `symbol << 4 | length`; 0 for what is longer, or no word.
    private var table = [UInt16](repeating: 0, count: 1 << Self.quick)
    /// How many words there are of each length, and the symbols in the order of their words.
    private var counts = [Int](repeating: 0, count: Self.longest + 1)
    private var symbols: [UInt16] = []
    /// False for lengths that leave words without a symbol or ask for more words than there are. One word alone may be of
    /// length 1 (RFC 1951, section 3.2.7); that there is no word at all is left for its use to find.
    let isComplete: Bool

    /// - Parameter lengths: each at most `longest`; 0 for a symbol without a word.
    init(_ lengths: some RandomAccessCollection<UInt8>) {
        for length in lengths { counts[Int(length)] += 1 }
        counts[0] = 0
        var open = 1
        for length in 1...Self.longest {
            open = open < 0 ? open : open << 1 - counts[length]
        }
        let words = counts.reduce(0, +)
        isComplete = open == 0 || words == 0 || words == 1 && counts[1] == 1
        if isComplete { sort(lengths, words) }
    }

    private mutating func sort(_ lengths: some RandomAccessCollection<UInt8>, _ words: Int) {
        symbols = [UInt16](repeating: 0, count: words)
        var places = [Int](repeating: 0, count: Self.longest + 2)
        var next = [Int](repeating: 0, count: Self.longest + 2)
        for length in 1...Self.longest {
            places[length + 1] = places[length] + counts[length]
            next[length + 1] = (next[length] + counts[length]) << 1
        }
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let length = Int(length)
            symbols[places[length]] = UInt16(symbol)
            places[length] += 1
            if length <= Self.quick { enter(next[length], length, symbol) }
            next[length] += 1
        }
    }

    /// Words stand in the stream with their highest bit first.
    private mutating func enter(_ word: Int, _ length: Int, _ symbol: Int) {
        var reversed = 0
        for bit in 0..<length where word & 1 << bit != 0 { reversed |= 1 << (length - 1 - bit) }
        for index in stride(from: reversed, to: table.count, by: 1 << length) {
            table[index] = UInt16(symbol << 4 | length)
        }
    }

    /// The word at the beginning of `bits`. Where bits are missing they have to be 0: then the word may be longer than what
    /// is there.
    @inline(__always)
    func word(_ bits: UInt64) -> Word {
        let entry = Int(table[Int(truncatingIfNeeded: bits) & (1 << Self.quick - 1)])
        if entry != 0 { return Word(symbol: entry >> 4, length: entry & 15) }
        return longWord(bits)
    }

    /// Length by length: words of one length are consecutive numbers.
    private func longWord(_ bits: UInt64) -> Word {
        var word = 0
        var first = 0
        var place = 0
        for length in 1...Self.longest {
            word |= Int(bits >> UInt64(length - 1) & 1)
            let count = counts[length]
            if word - first < count { return Word(symbol: Int(symbols[place + word - first]), length: length) }
            place += count
            first = (first + count) << 1
            word <<= 1
        }
        return Word(symbol: 0, length: 0)
    }
}
