import JSONCore
import RegexCore

/// A logical expression (RFC 9535, section 2.3.5), its types checked.
indirect enum PathFilter: Sendable {
    case any([PathFilter])
    case all([PathFilter])
    case not(PathFilter)
    case exists(PathQuery)
    case compares(PathOperand, PathComparison, PathOperand)
    case matches(PathOperand, PathPattern)
}

enum PathComparison: String, Sendable, CaseIterable {
    // Longer ones first, so that the first that fits is the right one.
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
}

/// What gives a value, or none (`ValueType` in section 2.4.1).
indirect enum PathOperand: Sendable {
    case literal(JSON)
    /// Singular.
    case query(PathQuery)
    case length(PathOperand)
    case count(PathQuery)
    case value(PathQuery)
}

/// The second argument of `match` and `search`.
struct PathPattern: Sendable {
    enum Source: Sendable {
        /// Nil for what is no I-Regexp: it matches nothing.
        case fixed(ECMAPattern?)
        case computed(PathOperand)
    }

    var source: Source
    var extent: IRegexp.Extent
}
