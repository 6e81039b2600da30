import RegexCore
import Testing

@Suite struct BackReferenceTests {
    /// Pattern, texts in which it is found, texts in which it is not.
    static let table: [(String, [String], [String])] = [
        ("^(a|b)\\1$", ["aa", "bb"], ["ab", "a"]),
        ("^(?<quote>[\"']).*\\k<quote>$", ["\"a\"", "''"], ["\"a'", "\""]),
        ("^\\1(a)$", ["a"], ["aa"]),
        ("^(a\\1)$", ["a"], ["aa"]),
        ("^(?:(a)|b)*\\1$", ["ab", "aa", "b"], ["ac"]),
        ("^(?:(a)|(b)\\1)+$", ["ab", "aba"], ["aaba b"]),
        ("^(a+)\\1$", ["aa", "aaaa"], ["a", "aaa"]),
        ("^(a+?)\\1b$", ["aab", "aaaab"], ["aaab"]),
        ("^(\u{1F600}|.)\\1$", ["\u{1F600}\u{1F600}", "xx"], ["\u{1F600}x"]),
        ("^(?=(a+))a*b\\1$", ["aabaa", "aba"], ["aaba"]),
        ("^(?!(a)b)\\1.$", ["a", "c"], ["ab"]),
        ("(?<=(\\d)\\1)x", ["1x", "11x"], ["x"]),
        ("(?<=\\1(\\d))x", ["11x", "211x"], ["12x", "1x"]),
        ("^(?<!(a)b)c\\1$", ["c"], ["abc"]),
        ("^(?:(x)y){2}\\1$", ["xyxyx"], ["xyxy"]),
        ("^(z)((a+)?(b+)?(c))*\\3$", ["zaacbbbcaca", "zaacbbbc"], ["zaacbbbcac"]),
        ("([ab])(,\\1)*", ["a,a", "b"], ["", ","]),
        ("^(x*)*\\1$", ["", "xx"], ["y"]),
        ("^(?:(?<q>a)|(?<q>b))\\k<q>$", ["aa", "bb"], ["ab", "a"]),
        ("^(?:\\k<q>(?<q>a)|(?:(?<q>b)|c))+\\k<q>$", ["bb", "c", "baa"], ["b", "bab"]),
    ]

    @Test(arguments: table)
    func `a back-reference repeats what its group captured last`(
        pattern: String, found: [String], missing: [String]
    ) throws {
        let compiled = try ECMAPattern(pattern)
        #expect(compiled.tier == .backtracker)
        for text in found { #expect(compiled.matches(text), "in \(text.debugDescription)") }
        for text in missing { #expect(!compiled.matches(text), "in \(text.debugDescription)") }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["^(?:(a+)+\\1)+$", "(x+x+)+\\1y", "^(?:(a*)*\\1*)*$"])
    func `a search that explodes is given up`(pattern: String) throws {
        let compiled = try ECMAPattern(pattern)
        let text = Array((String(repeating: pattern.contains("x") ? "x" : "a", count: 40_000) + "!").utf8)
        #expect(compiled.match(text.span) == .exhausted)
    }
}
