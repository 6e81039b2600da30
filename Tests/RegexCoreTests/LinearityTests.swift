import Testing

@testable import RegexCore

@Suite struct LinearityTests {
    /// Patterns that make a backtracker take exponential or cubic time, with what they choke on.
    static let traps: [(String, String, String)] = [
        ("^(a+)+$", "a", "!"), ("(x+x+)+y", "x", ""), ("(.*a){20}$", "a", "!"), ("^(a|a)*$", "a", "b"),
        ("^(a|aa)+$", "a", "b"), ("(a*)*b", "a", ""), ("^([a-zA-Z]+)*$", "z", "0"), ("\\s+$", " ", "x"),
        ("^(.*?,){11}P", "1,", "Q"), ("(?=(a+)+$)", "a", "!"), ("^(?=.*b)(a+)+$", "a", "!"),
        ("(?<=^(a|a)*)!", "a", "?"), ("a{1,5000}b", "a", ""), ("(?:a{2,300}|a{5,900}){3,5}b", "a", ""),
        ("\\b(\\w+\\s*)+\\.", "word ", "!"), ("(a?){30}a{30}b", "a", ""),
    ]

    @Test(arguments: traps)
    func `twice the text takes twice the steps`(pattern: String, unit: String, tail: String) throws {
        let tree = try PatternParser.parse(pattern, syntax: .tolerant).simplified
        let automaton = try AutomatonBuilder.build(tree, counting: .counters, limit: 10_000)
        let half = steps(automaton, text(of: unit, bytes: 4_096) + tail)
        let whole = steps(automaton, text(of: unit, bytes: 8_192) + tail)
        #expect(whole <= half * 2 + half / 50)
        #expect(whole <= 8_300 * automaton.instructionCount * 3)
    }

    @Test(.timeLimit(.minutes(1)), arguments: traps)
    func `the engine takes 64 KiB of a trap`(pattern: String, unit: String, tail: String) throws {
        let text = text(of: unit, bytes: 65_536) + tail
        _ = try ECMAPattern(pattern).match(Array(text.utf8).span)
    }

    @Test func `large bounds take little memory`() throws {
        for pattern in ["x(?:.{0,262144}|a{5000,900000})y", "^(?:a{1000}){1000}$", "^[a-z]{1,5000}$"] {
            let tree = try PatternParser.parse(pattern, syntax: .tolerant).simplified
            let automaton = try AutomatonBuilder.build(tree, counting: .counters, limit: 10_000)
            #expect(automaton.instructionCount < 20)
        }
    }

    private func text(of unit: String, bytes: Int) -> String {
        String(repeating: unit, count: bytes / unit.utf8.count)
    }

    private func steps(_ automaton: Automaton, _ text: String) -> Int {
        var simulation = Simulation(automaton)
        _ = simulation.matches(Array(text.utf8).span)
        return simulation.steps
    }
}
