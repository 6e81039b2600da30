/// Follows runs of sets one after the other, each as far as it goes.
///
/// That is exact because a run of variable length is followed only by what it cannot contain.
struct RunMatcher: Sendable {
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
    let membership: [UInt64]
    private let classes: SymbolClasses
    /// By symbol: the sets that contain it.
    private let symbolMembership: [UInt64]

    init(runs: [Run], ending: Ending, sets: [ScalarSet], classes: SymbolClasses) {
        self.runs = runs
        self.ending = ending
        self.classes = classes
        symbolMembership = (0..<UInt16(truncatingIfNeeded: classes.count)).map { symbol in
            sets.indices.reduce(0) { $0 | (classes.sets.contains(symbol, inSet: $1) ? 1 << UInt64($1) : 0) }
        }
        let beyondASCII = sets.contains { !$0.isASCII }
        membership = (UInt32(0)...255).map { byte in
            if byte >= 0x80 { return beyondASCII ? Self.wide : 0 }
            return sets.enumerated().reduce(0) { $0 | ($1.element.contains(byte) ? 1 << UInt64($1.offset) : 0) }
        }
    }

    var byteCount: Int {
        let words = membership.count &+ symbolMembership.count
        return words &* 8 &+ runs.count &* MemoryLayout<Run>.stride &+ classes.byteCount
    }

    var leastBytes: Int { runs.reduce(0) { $0 &+ min($1.minimum, RepetitionBounds.ceiling) } }

    /// What all bytes from the start of the runs must have, and how many there may be; nil where there is more to it.
    var soleRun: (bit: UInt64, maximum: Int)? {
        guard ending == .atTextEnd, runs.count <= 1 else { return nil }
        return runs.first.map { ($0.bit, $0.maximum) } ?? (.max, 0)
    }

    @inline(never)
    func matches(_ text: Span<UInt8>, from start: Int) -> Bool {
        let membership = membership.span
        // Always so; it tells the optimizer that no byte needs a check as an index.
        guard membership.count == 256 else { return false }
        var offset = start
        for run in runs {
            var length = Self.follow(run, in: text, from: &offset, membership)
            while length < run.maximum, stepBeyondASCII(run, in: text, from: &offset) {
                length &+= 1
                let rest = Run(bit: run.bit, minimum: 0, maximum: run.maximum &- length)
                length &+= Self.follow(rest, in: text, from: &offset, membership)
            }
            if length < run.minimum { return false }
        }
        return ending == .anywhere || offset == text.count
    }

    /// Follows a run over ASCII. Answers the number of bytes.
    @inline(__always)
    private static func follow(
        _ run: Run, in text: Span<UInt8>, from offset: inout Int, _ membership: Span<UInt64>
    ) -> Int {
        var next = offset
        let limit = run.maximum < text.count &- next ? next &+ run.maximum : text.count
        // Four independent loads at once are twice as fast as one after the other.
        while limit &- next >= 4 {
            let bytes = text.extracting(next..<(next &+ 4))
            let first = membership[Int(bytes[0])] & membership[Int(bytes[1])]
            let last = membership[Int(bytes[2])] & membership[Int(bytes[3])]
            if first & last & run.bit == 0 { break }
            next &+= 4
        }
        while next < limit, membership[Int(text[next])] & run.bit != 0 { next &+= 1 }
        defer { offset = next }
        return next &- offset
    }

    /// Steps over a code point of several bytes if it belongs to the run.
    @inline(__always)
    private func stepBeyondASCII(_ run: Run, in text: Span<UInt8>, from offset: inout Int) -> Bool {
        guard offset < text.count, membership[Int(text[offset])] & Self.wide != 0 else { return false }
        let symbol = classes.symbol(in: text, at: offset)
        guard symbolMembership[Int(symbol)] & run.bit != 0 else { return false }
        offset = UTF8Scalars.next(in: text, after: offset)
        return true
    }
}
