import RegexCore
import Testing

@Suite struct RefusalTests {
    /// Refused in either syntax, with the offset.
    static let always: [(String, Int)] = [
        ("(", 0), ("(a", 0), ("a)", 1), ("[", 0), ("[a", 0), ("*", 0), ("a**", 2), ("a|*", 2), ("^*", 1), ("\\b+", 2),
        ("a{2,1}", 1), ("{2}", 0), ("[b-a]", 1), ("[0-9A-Za-z_-.]", 10), ("\\", 0), ("\\A", 0), ("a\\Z", 1),
        ("\\h", 0), ("\\a", 0), ("\\x4", 0), ("\\u12", 0), ("\\u{110000}", 0), ("\\u{}", 0), ("\\c1", 0),
        ("\\01", 0), ("\\1", 0), ("(a)\\2", 3), ("\\k<a>", 0), ("\\k", 0), ("(?<a>x)(?<a>y)", 7),
        ("(?:(?<a>x)|b)(?<a>y)", 13), ("(?<a>x|(?<a>y))", 7), ("(?<1>x)", 3),
        ("(?<>x)", 3), ("(?P<n>x)", 0), ("(?i)a", 0), ("a(?i:b)", 1), ("(?-i:a)", 0), ("(?>a)", 0), ("(?#a)", 0),
        ("(?", 0), ("\\p{Foo}", 0),
        ("\\p{L", 0), ("\\pL", 0), ("\\p{Script=Foo}", 0), ("\\p{gc=Foo}", 0), ("\\p{lu}", 0), ("\u{E9}(", 2),
        ("(?<!a)*", 6), ("[\\B]", 1),
    ]

    @Test(arguments: always, [ECMAPattern.Syntax.tolerant, .unicode])
    func `a wrong pattern is refused at its place`(pattern: (String, Int), syntax: ECMAPattern.Syntax) {
        #expect {
            try ECMAPattern(pattern.0, syntax: syntax)
        } throws: { error in
            (error as? ECMAPatternError)?.offset == pattern.1
        }
    }

    @Test(arguments: ["\\-", "\\_", "]", "}", "{", "a{", "a{,5}", "[\\w-.]", "(?=a)*", "\\\"", "[\\_]"])
    func `what Annex B adds is refused by the strict syntax alone`(pattern: String) throws {
        #expect(throws: ECMAPatternError.self) { try ECMAPattern(pattern, syntax: .unicode) }
        _ = try ECMAPattern(pattern, syntax: .tolerant)
    }

    @Test func `a pattern too big to match is refused`() {
        for pattern in [
            String(repeating: "(", count: 100_000), String(repeating: "(?:", count: 100_000) + "a",
            "(?:(?:ab){1000}){1000}", String(repeating: "a", count: 100_000), "(?:ab|c){99999999999}",
            (0..<200).map { "x(?=a*\($0))" }.joined(),
        ] {
            #expect(throws: ECMAPatternError.self) { try ECMAPattern(pattern) }
        }
    }

    @Test func `a check of the grammar allows what cannot be compiled here`() {
        for pattern in ["\\p{Script=Greek}", "[\\p{scx=Latn}]", "\\p{ExtPict}", "(a)\\1", "(?:(?:ab){1000}){1000}"] {
            #expect(ECMAPattern.isWellFormed(pattern, syntax: .unicode), "\(pattern)")
        }
        #expect(!ECMAPattern.isWellFormed("\\p{Foo}", syntax: .unicode))
    }

    @Test(.timeLimit(.minutes(1))) func `a check of the grammar is cheap`() {
        for unit in ["\\p{Alpha}", "[\\p{L}]", "(a)\\1", "a{1,99}", "(?=a)"] {
            let pattern = String(repeating: unit, count: 65_000 / unit.utf8.count)
            #expect(ECMAPattern.isWellFormed(pattern, syntax: .unicode), "\(unit)")
        }
    }
}
