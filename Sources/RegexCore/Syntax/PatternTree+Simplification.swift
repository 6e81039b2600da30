extension PatternTree {
    /// The same language in fewer nodes: no captures, no nested sequences, one-code-point alternatives as one set, and a
    /// repeat of a repeat as one where the counts allow it (`a{1000}{1000}` is `a{1000000}`).
    ///
    /// Only for patterns without back-references.
    var simplified: PatternTree {
        switch self {
        case .empty, .set, .assertion, .backReference: self
        case .capture(let body, _): body.simplified
        case .look(let look, let body): .look(look, body.simplified)
        case .sequence(let parts): Self.joining(parts.map(\.simplified))
        case .alternation(let parts): Self.choosing(parts.map(\.simplified))
        case .repetition(let body, let bounds): Self.repeating(body.simplified, bounds)
        }
    }

    static func joining(_ parts: [PatternTree]) -> PatternTree {
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

    private static func choosing(_ parts: [PatternTree]) -> PatternTree {
        var flat: [PatternTree] = []
        for part in parts {
            switch (part, flat.last) {
            case (.alternation(let inner), _): flat += inner
            case (.set(let new), .set(let old)): flat[flat.count &- 1] = .set(old.union(new))
            default: flat.append(part)
            }
        }
        return flat.count == 1 ? flat[0] : .alternation(flat)
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

extension RepetitionBounds {
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
