/// The constants of RFC 1951.
enum DeflateTables {
    struct Range: Sendable {
        let base: Int
        /// How many bits follow that are added to it.
        let extra: Int
    }

    /// The order in which lengths of the code for lengths come (section 3.2.7).
    static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    /// The fixed codes (section 3.2.6). They are complete, so that they are codes.
    static let literals = HuffmanCode(
        [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
            + [UInt8](repeating: 8, count: 8))
    static let distances = HuffmanCode([UInt8](repeating: 5, count: 32))

    private static let lengths: [Range] =
        ranges(from: 3, extras: [0, 0, 0, 0] + steps(upTo: 5, times: 4)) + [Range(base: 258, extra: 0)]
    private static let ways = ranges(from: 1, extras: [0, 0] + steps(upTo: 13, times: 2))

    /// Each range begins where the one before it ends.
    private static func ranges(from first: Int, extras: [Int]) -> [Range] {
        var base = first
        return extras.map { extra in
            defer { base += 1 << extra }
            return Range(base: base, extra: extra)
        }
    }

    /// From 0 on, each number several times.
    private static func steps(upTo last: Int, times: Int) -> [Int] {
        (0...last).flatMap { Array(repeating: $0, count: times) }
    }

    /// Nil for a symbol that means none.
    static func length(_ symbol: Int) -> Range? {
        symbol - 257 < lengths.count ? lengths[symbol - 257] : nil
    }

    static func distance(_ symbol: Int) -> Range? { symbol < ways.count ? ways[symbol] : nil }

    /// What a symbol of the code for lengths repeats: how many bits follow, and how often at least.
    static func repetition(_ symbol: Int) -> (extra: Int, base: Int) {
        switch symbol {
        case 16: (2, 3)
        case 17: (3, 3)
        case 18: (7, 11)
        default: (0, 1)
        }
    }
}
