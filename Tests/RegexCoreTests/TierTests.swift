import RegexCore
import Testing

@Suite struct TierTests {
    @Test(arguments: [
        ("^[a-z]{1,5000}$", ECMAPattern.Tier.shape), ("^.{0,262144}$", .shape), ("^AC[0-9a-fA-F]{32}$", .shape),
        ("^https://", .shape), ("^.*$", .shape), ("^$", .shape), ("^\\d+\\.\\d+$", .shape), ("^a?b?c$", .shape),
        ("^a*ba*b$", .shape), ("^[ab]*a$", .dfa), ("^(a|b)*abb$", .dfa), ("\\bfoo\\b", .dfa), ("[0-9]{2,}", .dfa),
        ("", .dfa),
        ("^(?!\\d+$)\\w+\\S+", .dfa), ("^(?=.*\\d)(?=.*[a-z]).{4,8}$", .dfa), ("^(?!a)b", .shape),
        ("^(?:[a-z]{1,5000}|[0-9]{3,9000}x)$", .nfa), ("(a|b)*a(a|b){12}", .nfa), ("a(?=b)", .nfa),
        ("(?<=a)b", .nfa), ("^(?:a{1000}){1000}", .shape),
        ("^[a-z][a-z]*$", .shape), ("^a+a$", .shape), ("^\\d\\d-\\d\\d$", .shape), ("^(?:a|b|[cd])+$", .shape),
        (words(5_000), .dfa),
    ])
    func `a pattern is matched by the expected tier`(pattern: String, tier: ECMAPattern.Tier) throws {
        #expect(try ECMAPattern(pattern).tier == tier)
    }

    private static func words(_ count: Int) -> String {
        (0..<count).map { "word\($0)" }.joined(separator: "|")
    }

    @Test(arguments: SemanticsTests.table)
    func `every tier matches as ECMA-262 says`(pattern: String, found: [String], missing: [String]) throws {
        for tiers in [[ECMAPattern.Tier.dfa, .nfa], [.nfa], [.backtracker]] {
            let compiled = try ECMAPattern(pattern, tiers: tiers)
            for text in found { #expect(compiled.matches(text), "\(tiers), in \(text.debugDescription)") }
            for text in missing { #expect(!compiled.matches(text), "\(tiers), in \(text.debugDescription)") }
        }
    }
}
