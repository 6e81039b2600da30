extension FuzzPattern {
    /// The pattern's source, correct with and without the `u` flag.
    package var text: String {
        switch self {
        case .scalar(let scalar): Self.escaped(scalar, syntaxCharacters: "^$\\.*+?()[]{}|/")
        case .any: "."
        case .set(let members, let negated): Self.text(members, negated: negated)
        case .assertion(let text): text
        case .sequence(let parts): parts.map(\.groupedText).joined()
        case .alternation(let parts): parts.map(\.text).joined(separator: "|")
        case .repetition(let body, let minimum, let maximum, let lazy):
            body.text + Self.quantifier(minimum, maximum) + (lazy ? "?" : "")
        case .group(let body, .plain): "(?:\(body.text))"
        case .group(let body, .capturing): "(\(body.text))"
        case .group(let body, .named(_, let name)): "(?<\(name)>\(body.text))"
        case .look(let look, let body): "(\(look.rawValue)\(body.text))"
        // In a group, so that no digit that follows is read as part of the number.
        case .backReference(.number(let number)): "(?:\\\(number))"
        case .backReference(.name(let name)): "\\k<\(name)>"
        }
    }

    /// An alternation inside a sequence needs a group, the rest does not.
    private var groupedText: String {
        if case .alternation = self { "(?:\(text))" } else { text }
    }

    private static func text(_ members: [Member], negated: Bool) -> String {
        if members.count == 1, !negated, case .shorthand(let letter) = members[0] { return "\\\(letter)" }
        let list = members.map { member in
            switch member {
            case .range(let low, let high) where low == high: escapedInClass(low)
            case .range(let low, let high): "\(escapedInClass(low))-\(escapedInClass(high))"
            case .shorthand(let letter): "\\\(letter)"
            case .property(let name): "\\p{\(name)}"
            }
        }
        return "[\(negated ? "^" : "")\(list.joined())]"
    }

    private static func escapedInClass(_ scalar: Unicode.Scalar) -> String {
        escaped(scalar, syntaxCharacters: "^\\[]-")
    }

    private static func escaped(_ scalar: Unicode.Scalar, syntaxCharacters: String) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\u{2028}": "\\u2028"
        case "\u{1F600}": "\\u{1F600}"
        case _ where syntaxCharacters.unicodeScalars.contains(scalar): "\\\(scalar)"
        default: String(scalar)
        }
    }

    private static func quantifier(_ minimum: Int, _ maximum: Int?) -> String {
        switch (minimum, maximum) {
        case (0, nil): "*"
        case (1, nil): "+"
        case (0, 1): "?"
        case (let least, nil): "{\(least),}"
        case (let least, .some(let most)): least == most ? "{\(least)}" : "{\(least),\(most)}"
        }
    }
}
