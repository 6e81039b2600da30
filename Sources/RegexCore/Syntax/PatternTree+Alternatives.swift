extension PatternTree {
    /// The alternatives as one tree, parts that several begin with said once: `abc|abd|ae` is `a(?:b[cd]|e)`.
    ///
    /// Their order is irrelevant to whether a pattern matches. Long lists of words become a trie, many times smaller.
    static func choosing(_ alternatives: [PatternTree]) -> PatternTree {
        choosing(sequences: alternatives.flatMap(\.alternatives).map { $0.parts[...] })
    }

    /// Recurses where sequences part, not along what they share: not deeper than the root of the pattern's length.
    private static func choosing(sequences: [ArraySlice<PatternTree>]) -> PatternTree {
        var set = ScalarSet()
        var others: [PatternTree] = []
        for group in grouped(sequences) {
            let tree = factored(group)
            if case .set(let scalars) = tree { set = set.union(scalars) } else { others.append(tree) }
        }
        if !set.isEmpty || others.isEmpty { others.append(.set(set)) }
        return others.count == 1 ? others[0] : .alternation(others)
    }

    /// Sequences that begin alike, in the order of their first.
    private static func grouped(_ sequences: [ArraySlice<PatternTree>]) -> [[ArraySlice<PatternTree>]] {
        var groups: [[ArraySlice<PatternTree>]] = []
        var numbers: [PatternTree: Int] = [:]
        for sequence in sequences {
            let head = sequence.first ?? .empty
            if let number = numbers[head] {
                groups[number].append(sequence)
            } else {
                numbers[head] = groups.count
                groups.append([sequence])
            }
        }
        return groups
    }

    private static func factored(_ group: [ArraySlice<PatternTree>]) -> PatternTree {
        guard let first = group.first else { return .empty }
        let shared = group.dropFirst().reduce(first.count) { length, other in
            zip(first.prefix(length), other).prefix { $0 == $1 }.count
        }
        let rests = group.map { $0.dropFirst(shared) }
        let rest: PatternTree = rests.allSatisfy(\.isEmpty) ? .empty : choosing(sequences: rests)
        return joining(first.prefix(shared) + [rest])
    }

    private var alternatives: [PatternTree] {
        if case .alternation(let parts) = self { parts } else { [self] }
    }

    private var parts: [PatternTree] {
        switch self {
        case .empty: []
        case .sequence(let parts): parts
        default: [self]
        }
    }
}
