/// A value behind one reference: a class so that a hot loop can borrow it without counting the references within.
final class Box<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}

/// What a pattern was compiled to.
indirect enum Matcher: Sendable {
    case shape(Box<ShapeMatcher>)
    case dfa(Box<DFA>)
    case nfa(Automaton)
    case backtracker(BacktrackProgram)
    /// Every part must match, or not match, as it says.
    case all([Part])

    struct Part: Sendable {
        var matcher: Matcher
        var expected: ECMAPattern.Outcome
    }

    var tier: ECMAPattern.Tier {
        switch self {
        case .shape: .shape
        case .dfa: .dfa
        case .nfa: .nfa
        case .backtracker: .backtracker
        case .all(let parts): parts.map(\.matcher.tier).max() ?? .shape
        }
    }

    var byteCount: Int {
        switch self {
        case .shape(let shape): shape.value.byteCount
        case .dfa(let dfa): dfa.value.byteCount
        case .nfa(let automaton): automaton.byteCount
        case .backtracker(let program): program.byteCount
        case .all(let parts): parts.reduce(0) { $0 &+ $1.matcher.byteCount }
        }
    }

    func match(_ text: Span<UInt8>) -> ECMAPattern.Outcome {
        switch self {
        case .shape(let shape): return shape.value.matches(text) ? .matches : .doesNotMatch
        case .dfa(let dfa): return dfa.value.matches(text) ? .matches : .doesNotMatch
        case .nfa(let automaton):
            var simulation = Simulation(automaton)
            return simulation.matches(text) ? .matches : .doesNotMatch
        case .backtracker(let program): return Backtracker.match(program, text)
        case .all(let parts):
            for part in parts where part.matcher.match(text) != part.expected { return .doesNotMatch }
            return .matches
        }
    }
}
