import RegexCore
import Testing

@Suite struct AgreementTests {
    @Test(arguments: UInt64(0)..<8)
    func `all tiers agree with a naive backtracker on random patterns`(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var compared = 0
        for _ in 0..<400 {
            let pattern = RandomPattern.random(depth: 4, using: &random)
            let anchored = random.below(2) == 0 ? RandomPattern.sequence([.assertion("^"), pattern]) : pattern
            let tiers = try [ECMAPattern.Tier.allCases, [.dfa, .nfa], [.nfa]].map {
                try ECMAPattern(anchored.text, tiers: $0)
            }
            for _ in 0..<6 {
                let text = (0..<random.below(8)).map { _ in random.pick(RandomPattern.alphabet) }
                guard let expected = NaiveMatcher.matches(anchored, text) else { continue }
                compared += 1
                let string = String(String.UnicodeScalarView(text))
                for compiled in tiers where compiled.matches(string) != expected {
                    Issue.record("\(compiled) by \(compiled.tier) in \(string.debugDescription): not \(expected)")
                }
            }
        }
        #expect(compared > 2_000)
    }
}
