import RegexCore
import Testing

/// Tiers against each other. Against a naive matcher, the fuzzing tests hold them.
@Suite struct AgreementTests {
    @Test(arguments: UInt64(0)..<4)
    func `counters agree with repeats spelled out`(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var compared = 0
        for _ in 0..<60 {
            let pattern = "^" + Self.countedPattern(depth: 2, using: &random) + random.pick(["$", "b$", ""])
            let counted = try ECMAPattern(pattern, tiers: [.nfa])
            let spelledOut = try ECMAPattern(pattern, tiers: [.dfa, .nfa])
            guard spelledOut.tier == .dfa else { continue }
            for _ in 0..<20 {
                let text = String((0..<random.below(60)).map { _ in random.below(8) == 0 ? "b" : "a" })
                compared += 1
                #expect(counted.matches(text) == spelledOut.matches(text), "\(pattern) in \(text)")
            }
        }
        #expect(compared > 300)
    }

    @Test(arguments: UInt64(0)..<4)
    func `shapes agree with the simulation`(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var shapes = 0
        for _ in 0..<300 {
            let runs = (0...random.below(4)).map { _ in
                random.pick(Self.shapeSets) + random.pick(["", "", "+", "*", "?", "{3}", "{2,4}", "{1,300}", "{260}"])
            }
            let pattern = "^" + runs.joined() + random.pick(["$", "$", ""])
            let shape = try ECMAPattern(pattern)
            guard shape.tier == .shape else { continue }
            shapes += 1
            let simulated = try ECMAPattern(pattern, tiers: [.nfa])
            for _ in 0..<20 {
                let unit = random.pick(["a", "ab", "b7", "\u{E9}", "a\u{1F600}", "7-"])
                let text = String((0..<random.below(3)).map { _ in "a7b-\u{E9}".randomElement(using: &random) ?? "a" })
                let whole = text + String(repeating: unit, count: random.pick([0, 1, 2, 3, 260]))
                #expect(shape.matches(whole) == simulated.matches(whole), "\(pattern) in \(whole)")
            }
        }
        #expect(shapes > 100)
    }

    private static let shapeSets = ["a", "b", "[a-c]", "7", "\\d", "-", ".", "[^a]", "\u{E9}", "[a\u{E9}]", "\\W"]

    private static func countedPattern(depth: Int, using random: inout SplitMix) -> String {
        guard depth > 0, random.below(3) > 0 else {
            let least = random.pick([0, 0, 1, 2, 5, 9])
            return random.pick(["a", "b", "[ab]"]) + "{\(least),\(least + random.pick([8, 9, 12, 20]))}"
        }
        let parts = (0...random.below(2)).map { _ in countedPattern(depth: depth - 1, using: &random) }
        return "(?:" + parts.joined(separator: random.pick(["", "|"])) + ")" + random.pick(["", "?", "*", "{1,2}"])
    }
}
