import RegexCore
import Testing

@testable import SpecRouterFuzzing

@Suite struct PatternAgreementTests {
    private static let tiers: [[ECMAPattern.Tier]] = [
        ECMAPattern.Tier.allCases, [.dfa, .nfa, .backtracker], [.nfa, .backtracker], [.backtracker],
    ]

    @Test(arguments: UInt64(0)..<8)
    func `all tiers agree with a naive matcher on random patterns`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (compared, matched) = (0, 0)
        for _ in 0..<400 {
            var choices = Choices(random.bytes(Int.random(in: 8...96, using: &random)))
            let pattern = PatternGrammar.pattern(using: &choices)
            let compiled = try Self.tiers.map { try ECMAPattern(pattern.text, tiers: $0) }
            for _ in 0..<6 {
                var noise = Choices(random.bytes(24))
                let subject = SubjectGrammar.subject(for: pattern, using: &noise)
                guard let expected = NaiveMatcher.matches(pattern, subject) else { continue }
                compared += 1
                matched += expected ? 1 : 0
                let text = String(String.UnicodeScalarView(subject))
                for tier in compiled where tier.matches(text) != expected {
                    Issue.record("\(tier) by \(tier.tier) in \(text.debugDescription): not \(expected)")
                }
            }
        }
        #expect(compared > 2_000)
        #expect(matched > 400 && compared - matched > 400)
    }
}
