extension PatternTree {
    /// The same language in fewer nodes: no captures, no nested sequences, alternatives factored, a repeat of a repeat as one
    /// where the counts allow it (`a{1000}{1000}` is `a{1000000}`).
    ///
    /// Only for patterns without back-references.
    var simplified: PatternTree { reduced.withMergedRuns }

    private var reduced: PatternTree {
        switch self {
        case .empty, .set, .assertion, .backReference: self
        case .capture(let body, _): body.reduced
        case .look(let look, let body): .look(look, body.reduced)
        case .sequence(let parts): Self.joining(parts.map(\.reduced))
        case .alternation(let parts): Self.choosing(parts.map(\.reduced))
        case .repetition(let body, let bounds): Self.repeating(body.reduced, bounds)
        }
    }

    static func joining(_ parts: some Sequence<PatternTree>) -> PatternTree {
        var flat: [PatternTree] = []
        for part in parts {
            switch part {
            case .empty: continue
            case .sequence(let inner): flat += inner
            default: flat.append(part)
            }
        }
        if flat.count == 1 { return flat[0] }
        return flat.isEmpty ? .empty : .sequence(flat)
    }

    private static func repeating(_ body: PatternTree, _ original: RepetitionBounds) -> PatternTree {
        var bounds = original
        bounds.preference = .greedy
        if body.isNullable { bounds.minimum = 0 }
        if body == .empty || bounds.maximum == 0 { return .empty }
        if bounds.minimum == 1, bounds.maximum == 1 { return body }
        if body.isZeroWidth { return bounds.minimum == 0 ? .empty : body }
        guard case .repetition(let inner, let innerBounds) = body, let product = bounds.times(innerBounds) else {
            return .repetition(body, bounds)
        }
        return repeating(inner, product)
    }
}

extension PatternTree {
    /// `aa*` as `a+`, `\d\d` as `\d{2}`. After alternatives were factored, which works on single code points.
    fileprivate var withMergedRuns: PatternTree {
        switch self {
        case .empty, .set, .assertion, .backReference: self
        case .capture(let body, let group): .capture(body.withMergedRuns, group: group)
        case .look(let look, let body): .look(look, body.withMergedRuns)
        case .sequence(let parts): Self.joining(Self.mergingRuns(in: parts.map(\.withMergedRuns)))
        case .alternation(let parts): .alternation(parts.map(\.withMergedRuns))
        case .repetition(let body, let bounds): .repetition(body.withMergedRuns, bounds)
        }
    }

    private static func mergingRuns(in parts: [PatternTree]) -> [PatternTree] {
        var merged: [PatternTree] = []
        for part in parts {
            if let (set, bounds) = part.run, let (previous, others) = merged.last?.run, previous == set {
                merged[merged.count &- 1] = .repetition(.set(set), others.plus(bounds))
            } else {
                merged.append(part)
            }
        }
        return merged
    }

    private var run: (ScalarSet, RepetitionBounds)? {
        switch self {
        case .set(let set): (set, RepetitionBounds(minimum: 1, maximum: 1))
        case .repetition(.set(let set), let bounds): (set, bounds)
        default: nil
        }
    }
}

extension RepetitionBounds {
    /// The bounds of `x{self}x{other}`.
    fileprivate func plus(_ other: RepetitionBounds) -> RepetitionBounds {
        RepetitionBounds(
            minimum: min(minimum + other.minimum, Self.ceiling),
            maximum: maximum.flatMap { mine in other.maximum.map { min(mine + $0, Self.ceiling) } })
    }

    /// The bounds of `x{inner}{self}`, or nil when the counts that are reached leave gaps: `(?:x{3}){1,2}` is not `x{3,6}`.
    func times(_ inner: RepetitionBounds) -> RepetitionBounds? {
        if minimum != maximum, let innerMaximum = inner.maximum {
            let slack = Self.saturatingProduct(innerMaximum - inner.minimum, minimum)
            guard slack >= inner.minimum - 1 else { return nil }
        }
        if minimum == 0, inner.minimum > 1 { return nil }
        return RepetitionBounds(
            minimum: Self.saturatingProduct(minimum, inner.minimum),
            maximum: maximum.flatMap { mine in inner.maximum.map { Self.saturatingProduct(mine, $0) } })
    }

    private static func saturatingProduct(_ left: Int, _ right: Int) -> Int {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? ceiling : min(product, ceiling)
    }
}
