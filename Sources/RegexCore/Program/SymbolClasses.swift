/// Code points in classes that no set of a pattern tells apart, numbered from 0.
///
/// Matching works on these symbols. One load gives the symbol of an ASCII byte, and of a lead byte whose code points are
/// all in one class; the others are decoded and searched for.
struct SymbolClasses: Sendable {
    /// In `byBytes`: the byte continues a code point.
    static let continuation: UInt16 = 0xFFFE
    /// In `byBytes`: decode the code point to know.
    static let undecided: UInt16 = 0xFFFF
    static let limit = 4_096

    let count: Int
    /// The sets that were given, in their order.
    let sets: SymbolSets
    let byBytes: [UInt16]
    /// First code points of the intervals, ascending from 0, and the symbol of each.
    private let starts: [UInt32]
    private let symbols: [UInt16]
    /// By 256 code points of the first plane, the interval of the first of them; then that of the planes beyond. Empty where
    /// there are few intervals.
    private let pages: [Int32]
    private static let leastPaged = 32

    /// nil when there are more than `limit` classes.
    init?(distinguishing sets: [ScalarSet]) {
        let (starts, symbols, coverings) = Self.partition(sets)
        guard coverings.count <= Self.limit else { return nil }
        self.starts = starts
        self.symbols = symbols
        pages =
            starts.count < Self.leastPaged
            ? [] : (UInt32(0)...256).map { Int32(truncatingIfNeeded: Self.interval(of: $0 << 8, in: starts)) }
        self.sets = SymbolSets(count: sets.count, coverings: coverings)
        count = coverings.count
        byBytes = (0...255).map { Self.symbol(ofByte: $0, starts, symbols) }
    }

    var byteCount: Int {
        (byBytes.count &+ symbols.count) &* 2 &+ (starts.count &+ pages.count) &* 4 &+ sets.byteCount
    }

    func symbol(of scalar: UInt32) -> UInt16 {
        guard !pages.isEmpty else { return symbols[Self.interval(of: scalar, in: starts)] }
        let page = min(Int(scalar >> 8), 256)
        let end = page < 256 ? Int(pages[page &+ 1]) &+ 1 : starts.count
        return symbols[Self.interval(of: scalar, in: starts, from: Int(pages[page]), to: end)]
    }

    /// Sweeps over the ends of all ranges; intervals covered by the same sets share a class. Answers the sets that cover
    /// each class, as bits, too.
    private static func partition(_ sets: [ScalarSet]) -> ([UInt32], [UInt16], [[UInt64]]) {
        let events = events(of: sets)
        var covering = [UInt64](repeating: 0, count: (sets.count &+ 63) / 64)
        var numbers: [[UInt64]: Int] = [:]
        var coverings: [[UInt64]] = []
        var starts: [UInt32] = []
        var symbols: [UInt16] = []
        var next = 0
        var start: UInt32 = 0
        while start <= ScalarSet.last, coverings.count <= limit {
            while next < events.count, events[next].at == start {
                covering[events[next].set / 64] ^= 1 << (UInt64(events[next].set) % 64)
                next &+= 1
            }
            let number = numbers[covering] ?? coverings.count
            if number == coverings.count {
                numbers[covering] = number
                coverings.append(covering)
            }
            starts.append(start)
            symbols.append(UInt16(truncatingIfNeeded: number))
            start = next < events.count ? events[next].at : ScalarSet.last &+ 1
        }
        return (starts, symbols, coverings)
    }

    /// Where sets begin and end to cover code points, sorted.
    private static func events(of sets: [ScalarSet]) -> [(at: UInt32, set: Int)] {
        var events: [(at: UInt32, set: Int)] = []
        for (index, set) in sets.enumerated() {
            for range in set.ranges {
                events.append((range.lowerBound, index))
                events.append((range.upperBound &+ 1, index))
            }
        }
        return events.sorted { $0.at < $1.at }
    }

    private static func symbol(ofByte byte: UInt32, _ starts: [UInt32], _ symbols: [UInt16]) -> UInt16 {
        guard let scalars = UTF8Scalars.range(ledBy: byte) else { return continuation }
        let first = interval(of: scalars.lowerBound, in: starts)
        let last = interval(of: scalars.upperBound, in: starts)
        let isUniform = (first...last).allSatisfy { symbols[$0] == symbols[first] }
        return isUniform ? symbols[first] : undecided
    }

    private static func interval(of scalar: UInt32, in starts: [UInt32]) -> Int {
        interval(of: scalar, in: starts, from: 0, to: starts.count)
    }

    /// `first` begins no later than the code point, and `last` after it.
    private static func interval(
        of scalar: UInt32, in starts: [UInt32], from first: Int, to last: Int
    ) -> Int {
        var low = first
        var high = last
        while high &- low > 1 {
            let middle = (low &+ high) / 2
            if starts[middle] <= scalar { low = middle } else { high = middle }
        }
        return low
    }
}
