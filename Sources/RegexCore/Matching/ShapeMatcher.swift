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

    /// By position: the bit that its byte must have. What the pattern begins with, as far as that has one length and is ASCII.
    private let head: [UInt64]
    private let runs: [Run]
    private let ending: Ending
    /// By byte: the sets that contain it.
    private let membership: [UInt64]
    private let classes: SymbolClasses
    /// By symbol: the sets that contain it.
    private let symbolMembership: [UInt64]
    private let leastBytes: Int

    init(head: [UInt64], runs: [Run], ending: Ending, sets: [ScalarSet], classes: SymbolClasses) {
        self.head = head
        self.runs = runs
        self.ending = ending
        self.classes = classes
        leastBytes = runs.reduce(head.count) { $0 &+ min($1.minimum, RepetitionBounds.ceiling) }
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
        let words = head.count &+ membership.count &+ symbolMembership.count
        return words &* 8 &+ runs.count &* MemoryLayout<Run>.stride &+ classes.byteCount
    }

    func matches(_ text: Span<UInt8>) -> Bool {
        guard text.count >= leastBytes else { return false }
        let membership = membership.span
        // Always so; it tells the optimizer that no byte needs a check as an index.
        guard membership.count == 256, hasHead(text, membership) else { return false }
        var offset = head.count
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

    /// One loop without branches, whatever the runs were.
    @inline(__always)
    private func hasHead(_ text: Span<UInt8>, _ membership: Span<UInt64>) -> Bool {
        let head = head.span
        let bytes = text.extracting(0..<head.count)
        var missing: UInt64 = 0
        for position in bytes.indices { missing |= head[position] & ~membership[Int(bytes[position])] }
        return missing == 0
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
