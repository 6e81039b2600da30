extension ECMAPattern {
    /// What simulating costs, to be held against the length of the text.
    package struct Effort: Sendable {
        /// Instructions looked at.
        package var steps = 0
        /// Instructions that there are.
        package var instructions = 0
    }

    /// What a match of `text` costs in all automata that are simulated for this pattern; nothing where another tier matches.
    package func simulationEffort(in text: Span<UInt8>) -> Effort {
        var effort = Effort()
        for automaton in compiled.matcher.simulated {
            var simulation = Simulation(automaton)
            _ = simulation.matches(text)
            effort.steps += simulation.steps
            effort.instructions += automaton.instructionCount
        }
        return effort
    }
}

extension Automaton {
    var instructionCount: Int {
        looks.reduce(main.instructions.count) { $0 + $1.program.instructions.count }
    }
}

extension Matcher {
    fileprivate var simulated: [Automaton] {
        switch self {
        case .nfa(let automaton): [automaton]
        case .all(let parts): parts.flatMap(\.matcher.simulated)
        case .shape, .dfa, .backtracker: []
        }
    }
}
