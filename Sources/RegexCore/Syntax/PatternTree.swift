/// A pattern as parsed, independent of how it will be matched.
indirect enum PatternTree: Sendable, Hashable {
    case empty
    /// One code point out of the set.
    case set(ScalarSet)
    case sequence([PatternTree])
    case alternation([PatternTree])
    case repetition(PatternTree, RepetitionBounds)
    case assertion(Assertion)
    case look(Look, PatternTree)
    case capture(PatternTree, group: Int)
    case backReference(group: Int)
}

struct RepetitionBounds: Sendable, Hashable {
    /// No text is this long; larger bounds are cut to it.
    static let ceiling = 1 << 40

    enum Preference: Sendable { case greedy, lazy }

    var minimum: Int
    /// nil: unbounded.
    var maximum: Int?
    /// Irrelevant to whether a pattern matches, except where captures are read back.
    var preference = Preference.greedy

    static let optional = RepetitionBounds(minimum: 0, maximum: 1)
}

enum Assertion: Sendable, Hashable {
    case start, end, wordBoundary, notWordBoundary
}

enum Look: Sendable, Hashable {
    case ahead, notAhead, behind, notBehind

    var isNegative: Bool { self == .notAhead || self == .notBehind }
    var isAhead: Bool { self == .ahead || self == .notAhead }
}

extension PatternTree {
    var children: [PatternTree] {
        switch self {
        case .empty, .set, .assertion, .backReference: []
        case .sequence(let parts), .alternation(let parts): parts
        case .repetition(let body, _), .look(_, let body), .capture(let body, _): [body]
        }
    }

    func contains(where predicate: (PatternTree) -> Bool) -> Bool {
        predicate(self) || children.contains { $0.contains(where: predicate) }
    }

    /// Whether the empty text matches at every position. Says no when that depends on the position.
    var isNullable: Bool {
        switch self {
        case .empty: true
        case .set, .assertion, .look, .backReference: false
        case .sequence(let parts): parts.allSatisfy(\.isNullable)
        case .alternation(let parts): parts.contains(where: \.isNullable)
        case .repetition(let body, let bounds): bounds.minimum == 0 || body.isNullable
        case .capture(let body, _): body.isNullable
        }
    }

    /// Whether it never consumes anything.
    var isZeroWidth: Bool {
        switch self {
        case .empty, .assertion, .look: true
        case .set, .backReference: false
        case .sequence(let parts), .alternation(let parts): parts.allSatisfy(\.isZeroWidth)
        case .repetition(let body, _), .capture(let body, _): body.isZeroWidth
        }
    }
}
