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
    case backReference(Reference)

    package enum Member: Sendable {
        case range(Unicode.Scalar, Unicode.Scalar)
        /// The letter of an escape such as `\d`.
        case shorthand(Character)
        case property(String)
    }

    package enum Group: Sendable, Equatable {
        case plain
        case capturing(Int)
        /// Groups of different alternatives may share a name.
        case named(Int, String)

        /// Nil for groups that capture nothing.
        var number: Int? {
            switch self {
            case .plain: nil
            case .capturing(let number), .named(let number, _): number
            }
        }
    }

    package enum Reference: Sendable, Hashable {
        case number(Int)
        case name(String)
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

    /// The capturing groups, this one and those inside.
    var groups: [Group] {
        let own: [Group] = if case .group(_, let group) = self, group != .plain { [group] } else { [] }
        return own + children.flatMap(\.groups)
    }
}
