import JSONCore
import RegexCore

extension JSONPathEvaluator {
    mutating func holds(_ filter: PathFilter, for node: Int) throws(JSONPathExhausted) -> Bool {
        try spend(1)
        switch filter {
        case .any(let filters):
            for filter in filters where try holds(filter, for: node) { return true }
            return false
        case .all(let filters):
            for filter in filters where try !holds(filter, for: node) { return false }
            return true
        case .not(let filter): return try !holds(filter, for: node)
        case .exists(let query): return try !nodes(of: query, from: node).isEmpty
        case .compares(let left, let comparison, let right):
            return try compare(try value(of: left, for: node), comparison, try value(of: right, for: node))
        case .matches(let text, let pattern):
            return try matches(try value(of: text, for: node), pattern, for: node)
        }
    }

    /// Nil where there is no value: "Nothing" in section 2.4.1.
    private mutating func value(of operand: PathOperand, for node: Int) throws(JSONPathExhausted) -> JSON? {
        switch operand {
        case .literal(let json): return json
        case .query(let query): return try self.node(of: query, from: node)
        case .length(let operand): return try value(of: operand, for: node)?.pathLength.map(JSON.init(counting:))
        case .count(let query): return JSON(counting: try nodes(of: query, from: node).count)
        case .value(let query):
            let nodes = try nodes(of: query, from: node)
            return nodes.count == 1 ? JSON(tape: tape, index: nodes[0]) : nil
        }
    }

    /// Section 2.3.5.2.2.
    private mutating func compare(
        _ left: JSON?, _ comparison: PathComparison, _ right: JSON?
    ) throws(JSONPathExhausted) -> Bool {
        switch comparison {
        case .equal: try areEqual(left, right)
        case .notEqual: try !areEqual(left, right)
        case .less: JSON.isLess(left, right)
        case .greater: JSON.isLess(right, left)
        case .lessOrEqual: JSON.isLess(left, right) ? true : try areEqual(left, right)
        case .greaterOrEqual: JSON.isLess(right, left) ? true : try areEqual(left, right)
        }
    }

    private mutating func areEqual(_ left: JSON?, _ right: JSON?) throws(JSONPathExhausted) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        try spend(left.tape.next(after: left.index) - left.index)
        return left == right
    }

    private mutating func matches(
        _ text: JSON?, _ pattern: PathPattern, for node: Int
    ) throws(JSONPathExhausted) -> Bool {
        guard let text, text.kind == .string else { return false }
        guard let pattern = try compiled(pattern, for: node) else { return false }
        // The slowest way of matching takes time in proportion to both.
        try spend(text.entry.count / 16 * (1 + pattern.source.utf8.count / 16))
        return text.matches(pattern)
    }

    private mutating func compiled(_ pattern: PathPattern, for node: Int) throws(JSONPathExhausted) -> ECMAPattern? {
        switch pattern.source {
        case .fixed(let pattern): return pattern
        case .computed(let operand):
            guard let source = try value(of: operand, for: node)?.string else { return nil }
            return try self.pattern(source, pattern.extent)
        }
    }
}
