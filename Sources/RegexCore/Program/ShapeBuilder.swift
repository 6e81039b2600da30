/// Recognises patterns that are runs of sets from the text's start.
struct ShapeBuilder {
    private static let setLimit = 62
    private static let longestHead = 256

    private var runs: [(set: ScalarSet, bounds: RepetitionBounds)] = []

    /// nil when the pattern is no such shape. `tree` is simplified.
    static func build(_ tree: PatternTree) -> ShapeMatcher? {
        var parts: [PatternTree] = [tree]
        if case .sequence(let inner) = tree { parts = inner }
        guard parts.first == .assertion(.start) else { return nil }
        parts.removeFirst()
        let ending: RunMatcher.Ending = parts.last == .assertion(.end) ? .atTextEnd : .anywhere
        if ending == .atTextEnd { parts.removeLast() }
        var builder = ShapeBuilder()
        for part in parts {
            guard builder.append(part) else { return nil }
        }
        if ending == .anywhere { builder.cutTail() }
        return builder.isDeterministic ? builder.finish(ending) : nil
    }

    private mutating func append(_ part: PatternTree) -> Bool {
        switch part {
        case .set(let set): runs.append((set, RepetitionBounds(minimum: 1, maximum: 1)))
        case .repetition(.set(let set), let bounds): runs.append((set, bounds))
        default: return false
        }
        return true
    }

    /// Where the match may end anywhere, the last run need not go on beyond its minimum.
    private mutating func cutTail() {
        while let last = runs.last, last.bounds.minimum == 0 { runs.removeLast() }
        guard let last = runs.popLast() else { return }
        let least = last.bounds.minimum
        runs.append((last.set, RepetitionBounds(minimum: least, maximum: least)))
    }

    private var isDeterministic: Bool {
        runs.indices.allSatisfy { index in
            let run = runs[index]
            if run.bounds.minimum == run.bounds.maximum { return true }
            for follower in runs[(index &+ 1)...] {
                if !follower.set.isDisjoint(with: run.set) { return false }
                if follower.bounds.minimum > 0 { break }
            }
            return true
        }
    }

    private func finish(_ ending: RunMatcher.Ending) -> ShapeMatcher? {
        let sets = Array(Set(runs.map(\.set)))
        guard sets.count <= Self.setLimit, let classes = SymbolClasses(distinguishing: sets) else { return nil }
        var head: [UInt64] = []
        var compiled: [RunMatcher.Run] = []
        for run in runs {
            var bounds = run.bounds
            let bit: UInt64 = 1 << UInt64(sets.firstIndex(of: run.set) ?? 0)
            if compiled.isEmpty, run.set.isASCII, bounds.minimum <= Self.longestHead &- head.count {
                head += repeatElement(bit, count: bounds.minimum)
                bounds = bounds.beyondMinimum
            }
            if bounds.maximum == 0 { continue }
            compiled.append(
                RunMatcher.Run(bit: bit, minimum: bounds.minimum, maximum: bounds.maximum ?? Int.max))
        }
        return ShapeMatcher(
            head: head, runs: RunMatcher(runs: compiled, ending: ending, sets: sets, classes: classes))
    }
}

extension RepetitionBounds {
    fileprivate var beyondMinimum: RepetitionBounds {
        RepetitionBounds(minimum: 0, maximum: maximum.map { $0 &- minimum })
    }
}
