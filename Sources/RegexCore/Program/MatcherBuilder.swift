/// Picks the first tier that can match a pattern.
struct MatcherBuilder {
    /// Instructions of an automaton at most. Simulated, a text's length is multiplied by them.
    private static let instructionLimit = 20_000

    var tiers: [ECMAPattern.Tier]

    func build(_ tree: PatternTree) throws(ECMAPatternError) -> Matcher {
        do throws(AutomatonBuilder.Refusal) {
            let isRegular = !tree.contains { if case .backReference = $0 { true } else { false } }
            guard isRegular, tiers.contains(where: { $0 < .backtracker }) else {
                return .backtracker(try BacktrackBuilder.build(tree))
            }
            return try matcher(for: tree.simplified)
        } catch {
            throw ECMAPatternError(message: error.message, offset: 0)
        }
    }

    private func matcher(for tree: PatternTree) throws(AutomatonBuilder.Refusal) -> Matcher {
        if tiers.contains(.shape), let shape = ShapeBuilder.build(tree) { return .shape(Box(shape)) }
        guard tiers.contains(.dfa) else { return try simulated(tree) }
        if let parts = tree.conjuncts, parts.count <= AutomatonBuilder.lookLimit { return try conjunction(parts) }
        if let matcher = deterministic(tree) { return matcher }
        return try simulated(tree)
    }

    private func simulated(_ tree: PatternTree) throws(AutomatonBuilder.Refusal) -> Matcher {
        .nfa(try AutomatonBuilder.build(tree, counting: .counters, limit: Self.instructionLimit))
    }

    private func deterministic(_ tree: PatternTree) -> Matcher? {
        guard !tree.contains(where: { if case .look = $0 { true } else { false } }) else { return nil }
        let automaton = try? AutomatonBuilder.build(tree, counting: .spelledOut, limit: Self.instructionLimit)
        return automaton.flatMap { DFABuilder.build($0, budget: DFABuilder.Budget()) }.map { .dfa(Box($0)) }
    }

    private func conjunction(_ parts: [PatternTree.Conjunct]) throws(AutomatonBuilder.Refusal) -> Matcher {
        var compiled: [Matcher.Part] = []
        for part in parts {
            compiled.append(Matcher.Part(matcher: try matcher(for: part.tree), expected: part.expected))
        }
        return .all(compiled)
    }
}

extension PatternTree {
    struct Conjunct {
        var tree: PatternTree
        var expected: ECMAPattern.Outcome
    }

    /// `^(?=A)(?!B)C` matches where `^C` and `^A` do and `^B` does not, and each can be matched on its own.
    var conjuncts: [Conjunct]? {
        guard case .sequence(let parts) = self, parts.first == .assertion(.start) else { return nil }
        var conjuncts: [Conjunct] = []
        for case .look(let look, let body) in parts.dropFirst().prefix(while: \.isLookahead) {
            let tree = PatternTree.joining([PatternTree.assertion(.start), body])
            conjuncts.append(Conjunct(tree: tree, expected: look.isNegative ? .doesNotMatch : .matches))
        }
        guard !conjuncts.isEmpty else { return nil }
        let rest = PatternTree.joining([.assertion(.start)] + parts.dropFirst(1 + conjuncts.count))
        return [Conjunct(tree: rest, expected: .matches)] + conjuncts
    }

    private var isLookahead: Bool {
        if case .look(let look, _) = self { look.isAhead } else { false }
    }
}

extension AutomatonBuilder.Refusal {
    fileprivate var message: String {
        switch self {
        case .tooLarge: "The pattern's repeats spell out to too many steps. Lower their bounds."
        case .tooManyLooks: "The pattern has too many different lookarounds. Use at most \(AutomatonBuilder.lookLimit)."
        case .tooManyClasses: "The pattern tells too many classes of characters apart. Use fewer different ones."
        }
    }
}
