/// A pattern as a tree: written out for the engine, and matched naively by trying everything.
package indirect enum FuzzPattern: Sendable {
    case scalar(Unicode.Scalar)
    case any
    case set([Member], negated: Bool)
    case assertion(String)
    case sequence([FuzzPattern])
    case alternation([FuzzPattern])
    case repetition(FuzzPattern, minimum: Int, maximum: Int?, lazy: Bool)
    case group(FuzzPattern, Group)
    case look(Look, FuzzPattern)
    case backReference(group: Int, isNamed: Bool)

    package enum Member: Sendable {
        case range(Unicode.Scalar, Unicode.Scalar)
        /// The letter of an escape such as `\d`.
        case shorthand(Character)
        case property(String)
    }

    package enum Group: Sendable, Equatable {
        case plain
        case capturing(Int)
        case named(Int)

        /// Nil for groups that capture nothing.
        var number: Int? {
            switch self {
            case .plain: nil
            case .capturing(let number), .named(let number): number
            }
        }
    }

    package enum Look: String, Sendable {
        case ahead = "?="
        case notAhead = "?!"
        case behind = "?<="
        case notBehind = "?<!"
    }
}

extension FuzzPattern {
    var children: [FuzzPattern] {
        switch self {
        case .scalar, .any, .set, .assertion, .backReference: []
        case .sequence(let parts), .alternation(let parts): parts
        case .repetition(let body, _, _, _), .group(let body, _), .look(_, let body): [body]
        }
    }

    /// The numbers of the groups inside.
    var groups: [Int] {
        let own: [Int] = if case .group(_, let group) = self { group.number.map { [$0] } ?? [] } else { [] }
        return own + children.flatMap(\.groups)
    }

    var hasBackReference: Bool {
        if case .backReference = self { true } else { children.contains(where: \.hasBackReference) }
    }
}
