/// Makes patterns up, and texts that nearly match them.
package struct PatternGrammar {
    static let pieces = [
        "a", "b", "\u{E9}", "\u{1F600}", "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>", "[", "[^", "]", "{",
        "}", "{2}", "{1,3}", "{0,}", "{1000}", "{,", "*", "+", "?", "|", "^", "$", ".", "\\", "\\d", "\\W", "\\s",
        "\\b",
        "\\B", "\\1", "\\2", "\\k<n>", "\\x41", "\\u{", "\\uD83D", "\\uDE00", "\\u0041", "\\cA", "\\p{Lu}", "\\P{L}",
        "\\p{Script=Greek}", "-", ",", "0", "9", "/", " ", "\n", "\0", "(a+)+", ".*", "(?i)",
    ]

    static let alphabet: [Unicode.Scalar] = [
        "a", "b", "A", "-", "7", "_", "\u{E9}", "\u{2028}", "\u{1F600}", "\n", " ", "\\", "]", "\0",
    ]

    private var groups = 0
    /// All names so far, and those that a further group must not bear.
    private var names: Set<String> = []
    private var taken: Set<String> = []

    package static func pattern(using choices: inout Choices) -> FuzzPattern {
        var grammar = PatternGrammar()
        let body = grammar.pattern(depth: 1 + choices.below(4), &choices)
        return switch choices.below(4) {
        case 0: body
        case 1: .sequence([.assertion("^"), body])
        case 2: .sequence([.assertion("^"), body, .assertion("$")])
        default: .sequence([body, .assertion("$")])
        }
    }

    private mutating func pattern(depth: Int, _ choices: inout Choices) -> FuzzPattern {
        switch choices.below(depth > 0 ? 17 : 6) {
        case 0...1: .scalar(choices.pick(Self.alphabet))
        case 2...3: set(&choices)
        case 4: choices.below(2) == 0 ? .any : set(&choices)
        case 5: choices.below(2) == 0 ? .scalar("a") : .assertion(choices.pick(["^", "$", "\\b", "\\B"]))
        case 6...8: .sequence(parts(depth, &choices))
        case 9...10: .alternation(alternatives(depth, &choices))
        case 11...13: repetition(depth, &choices)
        case 14: group(depth, &choices)
        case 15:
            .look(choices.pick([.ahead, .notAhead, .behind, .notBehind]), pattern(depth: depth - 1, &choices))
        default: backReference(&choices)
        }
    }

    private mutating func parts(_ depth: Int, _ choices: inout Choices) -> [FuzzPattern] {
        (0...choices.below(4)).map { _ in pattern(depth: depth - 1, &choices) }
    }

    /// What one alternative names, another may name again.
    private mutating func alternatives(_ depth: Int, _ choices: inout Choices) -> [FuzzPattern] {
        let before = taken
        var after = taken
        let parts = (0...choices.below(4)).map { _ in
            taken = before
            defer { after.formUnion(taken) }
            return pattern(depth: depth - 1, &choices)
        }
        taken = after
        return parts
    }

    private mutating func group(_ depth: Int, _ choices: inout Choices) -> FuzzPattern {
        guard choices.below(3) > 0 else { return .group(pattern(depth: depth - 1, &choices), .plain) }
        groups += 1
        let number = groups
        let free = ["n", "m", "name"].filter { !taken.contains($0) }
        guard choices.below(2) == 0, !free.isEmpty else {
            return .group(pattern(depth: depth - 1, &choices), .capturing(number))
        }
        let name = choices.pick(free)
        names.insert(name)
        taken.insert(name)
        return .group(pattern(depth: depth - 1, &choices), .named(number, name))
    }

    private mutating func repetition(_ depth: Int, _ choices: inout Choices) -> FuzzPattern {
        let minimum = choices.pick([0, 0, 1, 1, 2, 3])
        let maximum: Int? = choices.below(2) == 0 ? nil : minimum + choices.pick([0, 1, 1, 3, 9])
        let isLazy = choices.once(in: 3)
        let single = choices.below(2) == 0
        let body = single ? set(&choices) : group(depth, &choices)
        return .repetition(body, minimum: minimum, maximum: maximum, lazy: isLazy)
    }

    private mutating func backReference(_ choices: inout Choices) -> FuzzPattern {
        guard groups > 0 else { return .scalar("b") }
        guard !names.isEmpty, choices.below(2) == 0 else { return .backReference(.number(1 + choices.below(groups))) }
        return .backReference(.name(choices.pick(names.sorted())))
    }

    private mutating func set(_ choices: inout Choices) -> FuzzPattern {
        let members = (0...choices.below(3)).map { _ in member(&choices) }
        return .set(members, negated: choices.once(in: 4))
    }

    private func member(_ choices: inout Choices) -> FuzzPattern.Member {
        switch choices.below(6) {
        case 0...1:
            let scalar = choices.pick(Self.alphabet)
            return .range(scalar, scalar)
        case 2: return choices.pick([.range("a", "z"), .range("0", "9"), .range("A", "F"), .range("a", "b")])
        case 3:
            let (one, other) = (choices.pick(Self.alphabet), choices.pick(Self.alphabet))
            return .range(min(one, other), max(one, other))
        case 4: return .shorthand(choices.pick(["d", "w", "s", "D", "W", "S"]))
        default: return .property(choices.pick(["Lu", "L", "Nd", "Zs"]))
        }
    }
}
