/// What a pattern was compiled to.
enum Matcher: Sendable {
    case nfa(Automaton)

    /// Instructions of a simulated automaton at most: the factor by which a text's length is multiplied.
    private static let simulationLimit = 20_000

    init(_ tree: PatternTree, tiers: [ECMAPattern.Tier]) throws(ECMAPatternError) {
        guard !tree.contains(where: { if case .backReference = $0 { true } else { false } }) else {
            throw ECMAPatternError(
                message:
                    "Back-references are not supported: no matcher is linear with them. Spell the alternatives out.",
                offset: 0)
        }
        let simple = tree.simplified
        do throws(AutomatonBuilder.Refusal) {
            self = .nfa(try AutomatonBuilder.build(simple, counting: .counters, limit: Self.simulationLimit))
        } catch {
            throw ECMAPatternError(message: error.message, offset: 0)
        }
    }

    var tier: ECMAPattern.Tier {
        switch self {
        case .nfa: .nfa
        }
    }

    func match(_ text: Span<UInt8>) -> ECMAPattern.Outcome {
        switch self {
        case .nfa(let automaton):
            var simulation = Simulation(automaton)
            return simulation.matches(text) ? .matches : .doesNotMatch
        }
    }
}

extension AutomatonBuilder.Refusal {
    var message: String {
        switch self {
        case .tooLarge: "The pattern's repeats spell out to too many steps. Lower their bounds."
        case .tooManyClasses: "The pattern tells too many classes of characters apart. Use fewer different ones."
        }
    }
}
