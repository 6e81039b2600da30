/// A pattern on which backtracking takes exponential, quadratic or cubic time, and the text that makes it so.
struct PatternTrap: Sendable {
    /// A unit that is repeated, and what comes behind.
    struct Text: Sendable {
        var unit: String
        var tail = ""

        func text(bytes: Int) -> [UInt8] {
            let room = max(bytes - tail.utf8.count, 0) / unit.utf8.count
            return Array(String(repeating: unit, count: room).utf8) + Array(tail.utf8)
        }
    }

    var pattern: String
    var worst: Text
    /// Has to be read to its end too.
    var harmless: Text

    private init(_ pattern: String, _ worst: Text, _ harmless: Text) {
        self.pattern = pattern
        self.worst = worst
        self.harmless = harmless
    }

    static let all = [
        PatternTrap("^(a+)+$", Text(unit: "a", tail: "!"), Text(unit: "a")),
        PatternTrap("^(a|a)*$", Text(unit: "a", tail: "b"), Text(unit: "a")),
        PatternTrap("^(a|aa)+$", Text(unit: "a", tail: "b"), Text(unit: "a")),
        PatternTrap("^([a-zA-Z]+)*$", Text(unit: "z", tail: "0"), Text(unit: "z")),
        PatternTrap("(x+x+)+y", Text(unit: "x"), Text(unit: "-")),
        PatternTrap("(a*)*b", Text(unit: "a"), Text(unit: "-")),
        PatternTrap("(.*a){20}", Text(unit: "b", tail: String(repeating: "a", count: 19)), Text(unit: "b")),
        PatternTrap("(.*a){20}$", Text(unit: "a", tail: "!"), Text(unit: "b")),
        PatternTrap("^(.*?,){11}P", Text(unit: "1,", tail: "Q"), Text(unit: "1")),
        PatternTrap("\\s+$", Text(unit: " ", tail: "x"), Text(unit: "x")),
        PatternTrap("\\b(\\w+\\s*)+\\.", Text(unit: "word ", tail: "!"), Text(unit: "-")),
        PatternTrap("(?=(a+)+$)", Text(unit: "a", tail: "!"), Text(unit: "-")),
        PatternTrap("^(?=.*b)(a+)+$", Text(unit: "a", tail: "!"), Text(unit: "a")),
        PatternTrap("(?<=^(a|a)*)!", Text(unit: "a", tail: "?"), Text(unit: "-")),
        PatternTrap("a{1,5000}b", Text(unit: "a"), Text(unit: "-")),
        PatternTrap("(?:a{2,300}|a{5,900}){3,5}b", Text(unit: "a"), Text(unit: "-")),
        PatternTrap("(a?){30}a{30}b", Text(unit: "a"), Text(unit: "-")),
        PatternTrap("(a|b)*a(a|b){12}c", Text(unit: "abbabaaabbbaab"), Text(unit: "-")),
        PatternTrap("^.{0,2000000}$", Text(unit: "a", tail: "\n"), Text(unit: "a")),
        PatternTrap(".*.*=.*;", Text(unit: "="), Text(unit: "-")),
        PatternTrap("^(([a-z])+.)+[A-Z]([a-z])+$", Text(unit: "a"), Text(unit: "a", tail: "Bc")),
        PatternTrap("^([a-z0-9]+[-._]?)+@[a-z]+$", Text(unit: "ab.", tail: "!"), Text(unit: "ab.", tail: "@c")),
    ]
}
