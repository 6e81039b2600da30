import Testing

@testable import SpecRouter

@Suite struct MockPatternTests {
    @Test(arguments: [
        ("", ""), ("^abc$", "abc"), ("^[a-z]+$", "a"), ("^[0-9]{3}-[A-Z]{2}$", "000-AA"), ("a|b", "a"),
        ("^(foo|bar)$", "foo"),
        ("^(?:x(?<n>y))?$", ""), (#"^\d{4}-\d{2}$"#, "0000-00"), (#"^\w+@\w+\.com$"#, "a@a.com"), (".", "a"),
        ("^[^a]$", "A"), (#"^[\w.-]+$"#, "a"), (#"^\+[1-9]\d{1,14}$"#, "+10"), ("a{2,}", "aa"), ("x{,2}", "x{,2}"),
        ("a*?b", "ab"), (#"^[\u4e00-\u9fa5]$"#, "一"), (#"^\x41\u{42}$"#, "AB"), (#"^\p{L}\p{Lu}$"#, "aA"),
        (#"^[A-Z][a-z]*\b$"#, "Aa"), ("^$", ""),
    ])
    func `a pattern that can be seen through has an example`(pattern: String, expected: String) {
        #expect(MockPattern.example(of: pattern, minimumLength: 0) == expected)
    }

    @Test(arguments: [
        ("^[a-z]*$", 5, "aaaaa"), ("^a[0-9]+b+$", 6, "a0000b"), ("^(ab){1,9}$", 5, "ababab"), ("^a{2}$", 9, "aa"),
    ])
    func `an example is as long as it has to be`(pattern: String, length: Int, expected: String) {
        #expect(MockPattern.example(of: pattern, minimumLength: length) == expected)
    }

    @Test(arguments: [
        "(?=a)b", "(?<!a)b", #"(a)\1"#, "(", ")", "a)", "[", "*", "a{999999999}", #"\"#,
        "(?<n",
        String(repeating: "(", count: 200), #"\u{110000}"#, #"\p{"#, "[z-a]",
    ])
    func `what cannot be seen through has none`(pattern: String) {
        #expect(MockPattern.example(of: pattern, minimumLength: 0) == nil)
    }
}
