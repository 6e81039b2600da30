import RegexCore
import Testing

@Suite struct RobustnessTests {
    private static let pieces = [
        "a", "b", "\u{E9}", "\u{1F600}", "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>", "[", "[^", "]", "{",
        "}",
        "{2}", "{1,3}", "{,", "*", "+", "?", "|", "^", "$", ".", "\\", "\\d", "\\W", "\\b", "\\1", "\\k<n>", "\\x41",
        "\\u{", "\\uD83D", "\\c", "\\p{Lu}", "-", ",", "0", "9", "/", " ", "\n", "\0",
    ]

    @Test(arguments: UInt64(100)..<104)
    func `no text traps as a pattern, and the strict syntax is part of the tolerant one`(seed: UInt64) {
        var random = SplitMix(state: seed)
        var compiled = 0
        for _ in 0..<2_500 {
            let source = (0...random.below(9)).map { _ in random.pick(Self.pieces) }.joined()
            let tolerant = try? ECMAPattern(source, syntax: .tolerant)
            let strict = try? ECMAPattern(source, syntax: .unicode)
            #expect(strict == nil || tolerant != nil, "\(source.debugDescription)")
            #expect(ECMAPattern.isWellFormed(source, syntax: .unicode) == (strict != nil), "\(source.debugDescription)")
            guard let tolerant else { continue }
            compiled += 1
            for text in ["", "ab", "a\u{E9}\u{1F600}b\n"] {
                let found = tolerant.matches(text)
                #expect(found == (strict?.matches(text) ?? found), "\(source.debugDescription)")
            }
        }
        #expect(compiled > 200)
    }

    @Test(arguments: ["^.{2,9}$", "[\u{E9}-\u{1F600}]b", "a(?=\\W)", "(?<!\\w).$", "(.)\\1", "\\bx", "^[^a]{0,3}a"])
    func `bytes that are no UTF-8 trap no tier`(pattern: String) throws {
        var random = SplitMix(state: 7)
        for tiers in [ECMAPattern.Tier.allCases, [.dfa, .nfa], [.nfa], [.backtracker]] {
            let compiled = try ECMAPattern(pattern, tiers: tiers)
            for _ in 0..<300 {
                let text: [UInt8] = (0..<random.below(9)).map { _ in random.pick(Self.strayBytes) }
                _ = compiled.match(text.span)
            }
        }
    }

    private static let strayBytes: [UInt8] = [0x61, 0x80, 0xBF, 0xC2, 0xE2, 0xED, 0xF0, 0xF4, 0xFF]

    @Test func `patterns as deep as they may be compile in every tier`() throws {
        let openings = String(repeating: "(?:", count: 126)
        let prefixes = (1...350).map { String(repeating: "a", count: $0) }.joined(separator: "|")
        let patterns = [
            "^\(openings)a\(String(repeating: ")*", count: 126))$",
            "^\(openings)a\(String(repeating: "|b)+", count: 126))$",
            "^\(openings.replacing("(?:", with: "(?=x|"))a\(String(repeating: ")", count: 126))", "^(?:\(prefixes))$",
        ]
        for pattern in patterns {
            for tiers in [ECMAPattern.Tier.allCases, [.nfa], [.backtracker]] {
                let compiled = try? ECMAPattern(pattern, tiers: tiers)
                #expect(compiled?.match("a".utf8Bytes.span) != .doesNotMatch, "\(pattern.prefix(20)) by \(tiers)")
            }
        }
    }
}

extension String {
    fileprivate var utf8Bytes: [UInt8] { Array(utf8) }
}
