import Testing

@testable import SpecRouterFuzzing

/// What the engines are held against is right itself.
@Suite struct ReferenceTests {
    @Test(arguments: [
        ("[]", true), (" {\"a\" : [1, -0.5e+3, true, null]} ", true), ("\"\\uD83D\\uDE00\"", true), ("0", true),
        ("", false), ("[1,]", false), ("01", false), ("1.", false), ("\"\\uD83D\"", false), ("\"\t\"", false),
        ("{\"a\":1,\"\\u0061\":2}", false), ("[] []", false), ("+1", false), ("nul", false), ("{1:2}", false),
    ])
    func `the slow reader reads JSON and nothing else`(text: String, isJSON: Bool) {
        let value = try? ReferenceReader.read(Array(text.utf8), maximumDepth: 9, duplicateKeys: .refuse)
        #expect((value != nil) == isJSON)
    }

    @Test func `the slow reader refuses what is nested too deep`() {
        #expect(throws: ReferenceReader.Refusal.tooDeep) {
            try ReferenceReader.read(Array("[[[]]]".utf8), maximumDepth: 2, duplicateKeys: .allow)
        }
    }

    @Test(arguments: [
        ("1", "1.0", "="), ("-0", "0", "="), ("1e2", "100", "="), ("-1", "1", "<"), ("1e-9", "0", ">"),
        ("12", "9", ">"),
        ("-12", "-9", "<"), ("0.1", "0.10000000000000001", "<"),
    ])
    func `slow numbers compare by value`(left: String, right: String, order: String) throws {
        let left = try #require(ReferenceNumber(literal: Array(left.utf8)))
        let right = try #require(ReferenceNumber(literal: Array(right.utf8)))
        #expect((left == right) == (order == "="))
        #expect((left < right) == (order == "<"))
        #expect((right < left) == (order == ">"))
    }

    @Test(arguments: [
        ("4.5", "1.5", true), ("1e3", "8", true), ("1", "0.3", false), ("7", "0", false), ("0", "7", true),
    ])
    func `slow numbers divide`(number: String, divisor: String, isMultiple: Bool) throws {
        let number = try #require(ReferenceNumber(literal: Array(number.utf8)))
        let divisor = try #require(ReferenceNumber(literal: Array(divisor.utf8)))
        #expect(number.isMultiple(of: divisor) == isMultiple)
    }

    private static let captured = FuzzPattern.group(.set([.range("a", "c")], negated: false), .capturing(1))
    private static let repeated = FuzzPattern.backReference(.number(1))

    @Test(arguments: [
        (FuzzPattern.sequence([captured, repeated]), "xbb", true), (.sequence([captured, repeated]), "abc", false),
        (.repetition(.sequence([captured, .scalar("-")]), minimum: 2, maximum: nil, lazy: false), "a-b-", true),
        (.sequence([.assertion("^"), .look(.notAhead, .scalar("a")), .any]), "ab", false),
        (.sequence([.look(.behind, .sequence([captured, repeated])), .assertion("$")]), "caa", true),
        (.sequence([.assertion("\\b"), .scalar("b")]), "ab", false),
    ])
    func `the naive matcher matches as ECMA-262 says`(pattern: FuzzPattern, text: String, isMatch: Bool) {
        #expect(NaiveMatcher.matches(pattern, Array(text.unicodeScalars)) == isMatch)
    }
}
