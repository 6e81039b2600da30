package import JSONCore

/// A query over JSON values (RFC 9535).
///
/// Parsing checks everything that the standard calls validity: the grammar, the range of integers and the types of
/// functions' arguments and results.
package struct JSONPath: Sendable, CustomStringConvertible {
    package let text: String
    let query: PathQuery

    package enum Names: Sendable {
        /// Behind a dot stand letters, digits and `_`, as in RFC 9535.
        case standard
        /// Behind a dot `-` may stand too, as in `$.info.x-logo`: common before the standard, and in Overlay 1.0.0's
        /// own examples.
        case hyphenated
    }

    package init(_ text: String, names: Names = .standard) throws(JSONPathError) {
        self.text = text
        query = try JSONPathParser.parse(text, names)
    }

    /// The values that the query selects from `root`, in the order of the document; one that several selectors select is
    /// there several times.
    ///
    /// Takes time polynomial in the value, its degree being how deep descendants stand in filters. Throws when that would
    /// be more than `steps` values looked at.
    package func nodes(in root: JSON, atMost steps: Int = standardSteps) throws(JSONPathExhausted) -> [JSON] {
        var steps = steps
        return try nodes(in: root, spending: &steps)
    }

    /// Takes from `steps` what was needed.
    func nodes(in root: JSON, spending steps: inout Int) throws(JSONPathExhausted) -> [JSON] {
        var evaluator = JSONPathEvaluator(root: root, steps: steps)
        defer { steps = evaluator.steps }
        return try evaluator.nodes(of: query, from: root.index).map { JSON(tape: root.tape, index: $0) }
    }

    /// A few times what `$..[?@.x]` needs for the largest descriptions.
    package static let standardSteps = 8_000_000

    package var description: String { text }
}

/// Why a text is no JSONPath.
package struct JSONPathError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A full sentence.
    package let message: String
    /// Where in the text, in code points counted from 1.
    package let column: Int

    package var description: String { "\(message) (at character \(column))" }
}

/// A query looked at more values than it may.
package struct JSONPathExhausted: Error, Sendable, Hashable {}

/// What `$` or `@` and the segments behind it say.
struct PathQuery: Sendable {
    enum Start: Sendable {
        case root, current
    }

    var start: Start
    var segments: [PathSegment] = []

    /// Whether it selects at most one value, whatever it is applied to (RFC 9535, section 2.3.5.1).
    var isSingular: Bool { steps != nil }

    /// The names and indices of a singular query; nil for others.
    var steps: [PathSelector]? {
        var steps: [PathSelector] = []
        for segment in segments {
            guard case .children(let selectors) = segment, selectors.count == 1, selectors[0].isSingular else {
                return nil
            }
            steps += selectors
        }
        return steps
    }
}

enum PathSegment: Sendable {
    case children([PathSelector])
    /// Children of the value and of everything within it.
    case descendants([PathSelector])
}

enum PathSelector: Sendable {
    /// UTF-8.
    case name([UInt8])
    /// Negative ones count from the end.
    case index(Int)
    case slice(PathSlice)
    case wildcard
    case filter(PathFilter)

    var isSingular: Bool {
        switch self {
        case .name, .index: true
        case .slice, .wildcard, .filter: false
        }
    }
}

struct PathSlice: Sendable {
    var start: Int?
    var end: Int?
    var step = 1

    /// The positions in an array with `count` elements, in the order in which they are selected (section 2.3.4.2.2).
    ///
    /// Integers are below 2^53, so nothing overflows.
    func positions(count: Int) -> StrideTo<Int> {
        func normalized(_ index: Int) -> Int { index >= 0 ? index : count + index }
        guard step != 0 else { return stride(from: 0, to: 0, by: 1) }
        if step > 0 {
            let lower = min(max(normalized(start ?? 0), 0), count)
            let upper = min(max(normalized(end ?? count), 0), count)
            return stride(from: lower, to: upper, by: step)
        }
        let upper = min(max(normalized(start ?? count - 1), -1), count - 1)
        let lower = end.map { min(max(normalized($0), -1), count - 1) } ?? -1
        return stride(from: upper, to: lower, by: step)
    }
}
