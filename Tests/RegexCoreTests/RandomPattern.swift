/// A pattern as the tests see it: written out for the engine, and matched naively by trying everything.
indirect enum RandomPattern {
    case scalar(Unicode.Scalar)
    case set([Unicode.Scalar], negated: Bool)
    case dot, word, notWord, digit
    case assertion(String)
    case sequence([RandomPattern])
    case alternation([RandomPattern])
    case repetition(RandomPattern, minimum: Int, maximum: Int?, lazy: Bool)
    case group(RandomPattern, opening: String)
    case look(String, RandomPattern)

    static let alphabet: [Unicode.Scalar] = ["a", "b", "-", "7", "\u{E9}", "\u{2028}", "\u{1F600}", "\n"]

    static func random(depth: Int, using random: inout SplitMix) -> RandomPattern {
        switch depth <= 0 ? random.below(7) : random.below(16) {
        case 0...2: .scalar(random.pick(alphabet))
        case 3: .set((0...random.below(3)).map { _ in random.pick(alphabet) }, negated: random.below(3) == 0)
        case 4: random.pick([.dot, .word, .notWord, .digit])
        case 5: random.below(2) == 0 ? .scalar("a") : .assertion(random.pick(["^", "$", "\\b", "\\B"]))
        case 6: .scalar("a")
        case 7...9: .sequence((0...random.below(3)).map { _ in Self.random(depth: depth - 1, using: &random) })
        case 10...11: .alternation((0...random.below(3)).map { _ in Self.random(depth: depth - 1, using: &random) })
        case 12...14: repetition(of: Self.random(depth: depth - 1, using: &random), using: &random)
        default:
            .look(random.pick(["?=", "?!", "?<=", "?<!"]), Self.random(depth: depth - 1, using: &random))
        }
    }

    private static func repetition(of body: RandomPattern, using random: inout SplitMix) -> RandomPattern {
        let minimum = random.below(3)
        let maximum: Int? = random.below(2) == 0 ? nil : minimum + random.pick([0, 1, 1, 3, 9])
        let grouped = RandomPattern.group(body, opening: random.below(2) == 0 ? "(" : "(?:")
        return .repetition(grouped, minimum: minimum, maximum: maximum, lazy: random.below(2) == 0)
    }

    var text: String {
        switch self {
        case .scalar(let scalar): Self.escaped(scalar)
        case .set(let scalars, let negated): "[\(negated ? "^" : "")\(scalars.map(Self.escaped).joined())]"
        case .dot: "."
        case .word: "\\w"
        case .notWord: "\\W"
        case .digit: "\\d"
        case .assertion(let text): text
        case .sequence(let parts): parts.map(\.groupedText).joined()
        case .alternation(let parts): parts.map(\.text).joined(separator: "|")
        case .repetition(let body, let minimum, let maximum, let lazy):
            body.text + Self.quantifier(minimum, maximum) + (lazy ? "?" : "")
        case .group(let body, let opening): opening + body.text + ")"
        case .look(let opening, let body): "(" + opening + body.text + ")"
        }
    }

    /// An alternation inside a sequence needs a group, the rest does not.
    private var groupedText: String {
        if case .alternation = self { "(?:\(text))" } else { text }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "-": "\\-"
        case "\u{2028}": "\\u2028"
        default: String(scalar)
        }
    }

    private static func quantifier(_ minimum: Int, _ maximum: Int?) -> String {
        switch (minimum, maximum) {
        case (0, nil): "*"
        case (1, nil): "+"
        case (0, 1): "?"
        case (let least, nil): "{\(least),}"
        case (let least, .some(let most)): "{\(least),\(most)}"
        }
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
}
