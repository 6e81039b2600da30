import Testing

@testable import RegexCore

@Suite struct HostilePatternTests {
    private static let mebibyte = 1 << 20

    /// Shapes and deterministic automata take a step a byte by construction. Simulated automata count theirs, on a part of the
    /// text: that they take twice as many for twice the text is `LinearityTests`' matter.
    @Test(.timeLimit(.minutes(5)), arguments: HostilePatterns.table)
    func `the worst text takes at most twice the steps of a harmless one`(
        pattern: String, unit: String, tail: String
    ) throws {
        let matcher = try MatcherBuilder(tiers: ECMAPattern.Tier.allCases).build(
            PatternParser.parse(pattern, syntax: .tolerant))
        let bytes = matcher.tier < .nfa ? Self.mebibyte : Self.mebibyte / 32
        let harmless = String(repeating: unit, count: bytes / unit.utf8.count)
        let worst = String(repeating: unit, count: (bytes - tail.utf8.count) / unit.utf8.count) + tail
        let limit = 2 * steps(matcher, over: Array(harmless.utf8))
        #expect(steps(matcher, over: Array(worst.utf8)) <= limit)
        if matcher.tier < .nfa { _ = matcher.match(Array(worst.utf8).span) }
    }

    @Test func `there are forty hostile patterns and more, and nearly all become deterministic`() throws {
        let patterns = HostilePatterns.table.map(\.pattern)
        #expect(Set(patterns).count >= 50)
        let tiers = try patterns.map { try ECMAPattern($0).tier }
        #expect(tiers.filter { $0 <= .dfa }.count >= 45)
        #expect(!tiers.contains(.backtracker))
    }

    private func steps(_ matcher: Matcher, over text: [UInt8]) -> Int {
        switch matcher {
        case .shape, .dfa: return text.count
        case .nfa(let automaton):
            var simulation = Simulation(automaton)
            _ = simulation.matches(text.span)
            return simulation.steps
        case .all(let parts): return parts.reduce(0) { $0 + steps($1.matcher, over: text) }
        case .backtracker: return Int.max / 4
        }
    }

    static let large = [
        "a{1000}{1000}", "^.{0,262144}$", "(a{0,1000}){0,1000}", "^(?:a{0,1000}){0,1000}$", "\\p{L}{1,1000}",
        "^(?:\\p{L}|\\d){1,1000}x", "(?:a|b){1,9000}c", "[a-z]{1,262144}@[a-z]{1,262144}",
        "^(?:\\p{Script=Han}|\\p{scx=Latn}|\\p{Emoji}|\\p{L})+$", "(?:[^a]{1,500}|[^b]{1,500}){1,5}",
        "^[\(stride(from: 0x100, to: 0x6000, by: 2).map { "\\u{\(String($0, radix: 16))}" }.joined())]+$",
        (0..<10_000).map { "w\($0 &* 7_919 % 100_003)" }.joined(separator: "|").prefix(60_000).description,
        String(repeating: "\\p{L}", count: 3_000), String(repeating: "[\\p{L}\\d]+-", count: 500),
        String(repeating: "(?:\\w{1,9}|", count: 100) + "x" + String(repeating: ")", count: 100),
        (0..<64).map { "(?=.*\($0)x)" }.joined(), (1...100).map { "a{\($0),\($0 * 10)}b" }.joined(separator: "|"),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: large)
    func `a large pattern takes a bounded amount of memory`(source: String) {
        do throws(ECMAPatternError) {
            let pattern = try ECMAPattern(source)
            #expect(pattern.footprint <= 1 << 20, "\(pattern.tier)")
            _ = pattern.matches("a")
        } catch {
            #expect(!error.message.isEmpty)
        }
    }
}
