/// Matches what four of five patterns in the wild are: from the text's start, runs of sets one after the other.
///
/// Each run is as long as can be. That is exact because a run of variable length is followed only by what it cannot
/// contain.
struct ShapeMatcher: Sendable {
    struct Run: Sendable {
        /// The bit of its set in `membership`.
        var bit: UInt64
        var minimum: Int
        var maximum: Int
    }

    /// In `membership`: a byte outside of ASCII, where a set has such code points.
    static let wide: UInt64 = 1 << 63

    enum Ending: Sendable { case atTextEnd, anywhere }

    private let runs: [Run]
    private let ending: Ending
    /// By byte: the sets that contain it.
    private let membership: [UInt64]
    private let classes: SymbolClasses
    /// By symbol: the sets that contain it.
    private let symbolMembership: [UInt64]
    private let leastBytes: Int

    init(runs: [Run], ending: Ending, sets: [ScalarSet], classes: SymbolClasses) {
        self.runs = runs
        self.ending = ending
        self.classes = classes
        leastBytes = runs.reduce(0) { $0 &+ min($1.minimum, RepetitionBounds.ceiling) }
        let rows = sets.map(classes.bits)
        symbolMembership = (0..<classes.count).map { symbol in
            rows.enumerated().reduce(0) { bits, row in
                bits | (row.element[symbol / 64] >> UInt64(symbol % 64) & 1) << UInt64(row.offset)
            }
        }
        let beyondASCII = sets.contains { !$0.isDisjoint(with: ScalarSet([0x80...ScalarSet.last])) }
        membership = (UInt32(0)...255).map { byte in
            if byte >= 0x80 { return beyondASCII ? Self.wide : 0 }
            return sets.enumerated().reduce(0) { $0 | ($1.element.contains(byte) ? 1 << UInt64($1.offset) : 0) }
        }
    }

    func matches(_ text: Span<UInt8>) -> Bool {
        guard text.count >= leastBytes else { return false }
        let membership = membership.span
        var offset = 0
        for run in runs {
            var next = offset
            let limit = run.maximum < text.count &- offset ? offset &+ run.maximum : text.count
            while next < limit, membership[Int(text[next])] & run.bit != 0 { next &+= 1 }
            var length = next &- offset
            if next < text.count, length < run.maximum, membership[Int(text[next])] & Self.wide != 0 {
                length &+= continueRun(run, in: text, from: &next, atMost: run.maximum &- length)
            }
            if length < run.minimum { return false }
            offset = next
        }
        return ending == .anywhere || offset == text.count
    }

    /// Goes on by code points. Answers their number.
    @inline(never)
    private func continueRun(_ run: Run, in text: Span<UInt8>, from offset: inout Int, atMost limit: Int) -> Int {
        var length = 0
        while offset < text.count, length < limit {
            let symbol = classes.symbol(in: text, at: offset)
            guard symbolMembership[Int(symbol)] & run.bit != 0 else { break }
            offset = UTF8Scalars.next(in: text, after: offset)
            length &+= 1
        }
        return length
    }
}
