/// Makes an automaton without counters and lookarounds deterministic, within a budget.
///
/// A state is the set of instructions that threads wait at, assertions about what follows among them: those are decided
/// one symbol later. Where such are waiting, the state also says what precedes.
struct DFABuilder {
    struct Budget: Sendable {
        var states = 2_048
        /// States times symbols.
        var entries = 65_536
        /// Instructions looked at while building: milliseconds.
        var steps = 2_000_000
    }

    private struct Place: Hashable {
        var isStart = false
        var followsWord = false
    }

    private enum Following {
        case unknown, end, symbol(UInt16)
    }

    private struct State: Hashable {
        var threads: [Program.Index]
        var place: Place
    }

    private static let dead = 0
    private static let accepting = 1

    private let automaton: Automaton
    private let program: Program
    private let budget: Budget
    private var steps = 0
    private var numbers: [State: Int] = [:]
    private var states: [State] = []
    private var seen: [Int]
    private var round = 0

    /// nil when the budget does not suffice.
    static func build(_ automaton: Automaton, budget: Budget) -> DFA? {
        guard automaton.classes.count <= DFA.symbolLimit else { return nil }
        var builder = DFABuilder(automaton, budget: budget)
        guard let (rows, start) = builder.explore() else { return nil }
        let (live, renumbered) = DeadStates.removing(from: rows, start: start)
        return DFA(rows: live, start: renumbered, classes: automaton.classes)
    }

    private init(_ automaton: Automaton, budget: Budget) {
        self.automaton = automaton
        self.budget = budget
        program = automaton.main
        seen = [Int](repeating: 0, count: program.instructions.count)
    }

    /// All states that a text can lead to, each a row of successors: one for each symbol and one for the text's end.
    private mutating func explore() -> (rows: [[Int]], start: Int)? {
        let symbols = UInt16(truncatingIfNeeded: automaton.classes.count)
        let width = Int(symbols) &+ 1
        states = [State(threads: [], place: Place()), State(threads: [], place: Place())]
        numbers[states[Self.dead]] = Self.dead
        var rows = [Self.dead, Self.accepting].map { [Int](repeating: $0, count: width) }
        let start = number(of: [program.start], at: Place(isStart: true))
        while rows.count < states.count {
            guard states.count <= budget.states, steps <= budget.steps,
                states.count &* (Int(symbols) &+ DFA.extraColumns) <= budget.entries
            else { return nil }
            let state = states[rows.count]
            var row = (0..<symbols).map { successor(of: state, over: $0) }
            row.append(accepts(atEndFrom: state) ? Self.accepting : Self.dead)
            rows.append(row)
        }
        return (rows, start)
    }

    private mutating func successor(of state: State, over symbol: UInt16) -> Int {
        guard let threads = threads(of: state, before: .symbol(symbol)) else { return Self.accepting }
        steps &+= threads.count
        // The search may begin anew at every position.
        var seeds = [program.start]
        for index in threads {
            guard case .consume(let set, let next) = program.instructions[Int(index)] else { continue }
            if automaton.sets.contains(symbol, inSet: Int(set)) { seeds.append(next) }
        }
        let isWord = automaton.wordSet.map { automaton.sets.contains(symbol, inSet: $0) } ?? false
        return number(of: seeds, at: Place(followsWord: isWord))
    }

    private mutating func accepts(atEndFrom state: State) -> Bool {
        threads(of: state, before: .end) == nil
    }

    /// Decides the assertions that wait in the state. nil when that completes a match.
    private mutating func threads(of state: State, before following: Following) -> [Program.Index]? {
        guard state.threads.contains(where: isAssertion) else {
            return state.threads
        }
        return closure(of: state.threads, at: state.place, before: following)
    }

    private func isAssertion(_ index: Program.Index) -> Bool {
        if case .assertion = program.instructions[Int(index)] { true } else { false }
    }

    private mutating func number(of seeds: [Program.Index], at place: Place) -> Int {
        guard let threads = closure(of: seeds, at: place, before: .unknown) else { return Self.accepting }
        let state = State(threads: threads, place: threads.contains(where: isAssertion) ? place : Place())
        if let number = numbers[state] { return number }
        states.append(state)
        numbers[state] = states.count &- 1
        return states.count &- 1
    }

    /// Where threads come to wait, sorted. nil when one accepts.
    private mutating func closure(
        of seeds: [Program.Index], at place: Place, before following: Following
    ) -> [Program.Index]? {
        round &+= 1
        var stack = seeds
        var waiting: [Program.Index] = []
        while let index = stack.popLast() {
            guard seen[Int(index)] != round else { continue }
            seen[Int(index)] = round
            steps &+= 1
            switch program.instructions[Int(index)] {
            case .accept: return nil
            case .split(let first, let second): stack += [first, second]
            case .consume, .look, .count: waiting.append(index)
            case .assertion(let assertion, let next):
                switch decide(assertion, at: place, before: following) {
                case .some(true): stack.append(next)
                case .some(false): break
                case nil: waiting.append(index)
                }
            }
        }
        return waiting.sorted()
    }

    /// nil when it depends on what follows.
    private func decide(_ assertion: Assertion, at place: Place, before following: Following) -> Bool? {
        if assertion == .start { return place.isStart }
        let nextIsWord: Bool
        switch following {
        case .unknown: return nil
        case .end:
            if assertion == .end { return true }
            nextIsWord = false
        case .symbol(let symbol):
            if assertion == .end { return false }
            nextIsWord = automaton.wordSet.map { automaton.sets.contains(symbol, inSet: $0) } ?? false
        }
        return (assertion == .wordBoundary) == (place.followsWord != nextIsWord)
    }
}
