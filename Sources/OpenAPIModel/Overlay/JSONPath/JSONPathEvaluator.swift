import JSONCore
import RegexCore

/// Evaluates queries over one value. Nodes are indices on its tape.
struct JSONPathEvaluator {
    let root: JSON
    let tape: JSONTape
    private(set) var steps: Int
    /// Patterns that the value itself holds.
    private var patterns: [String: ECMAPattern?] = [:]

    init(root: JSON, steps: Int) {
        self.root = root
        tape = root.tape
        self.steps = steps
    }

    /// Everything that takes time pays for it here.
    mutating func spend(_ count: Int) throws(JSONPathExhausted) {
        steps -= count
        guard steps >= 0 else { throw JSONPathExhausted() }
    }

    mutating func nodes(of query: PathQuery, from current: Int) throws(JSONPathExhausted) -> [Int] {
        var nodes = [query.start == .root ? root.index : current]
        for segment in query.segments {
            var selected: [Int] = []
            for node in nodes {
                switch segment {
                case .children(let selectors): try select(selectors, from: node, into: &selected)
                case .descendants(let selectors): try descend(selectors, from: node, into: &selected)
                }
            }
            nodes = selected
        }
        return nodes
    }

    /// On the tape a value stands before its children, and those of an array in order: as section 2.5.2.2 asks for.
    private mutating func descend(
        _ selectors: [PathSelector], from node: Int, into selected: inout [Int]
    ) throws(JSONPathExhausted) {
        let end = tape.next(after: node)
        try spend(end - node)
        for index in node..<end where tape.entry(index).isContainer {
            try select(selectors, from: index, into: &selected)
        }
    }

    private mutating func select(
        _ selectors: [PathSelector], from node: Int, into selected: inout [Int]
    ) throws(JSONPathExhausted) {
        for selector in selectors {
            switch selector {
            case .name, .index:
                try spend(1)
                if let child = child(of: node, selector) { selected.append(child) }
            case .slice(let slice):
                let children = tape.entry(node).kind == .array ? try children(of: node) : []
                for position in slice.positions(count: children.count) { selected.append(children[position]) }
            case .wildcard: selected += try children(of: node)
            case .filter(let filter):
                for child in try children(of: node) where try holds(filter, for: child) { selected.append(child) }
            }
        }
    }

    private mutating func children(of node: Int) throws(JSONPathExhausted) -> [Int] {
        let entry = tape.entry(node)
        guard entry.isContainer else { return [] }
        try spend(entry.count)
        var children: [Int] = []
        children.reserveCapacity(entry.count)
        let keys = entry.kind == .object ? 1 : 0
        var index = node + 1
        while index < entry.end {
            children.append(index + keys)
            index = tape.next(after: index + keys)
        }
        return children
    }

    /// By a name or an index; nil for other selectors.
    private func child(of node: Int, _ selector: PathSelector) -> Int? {
        let json = JSON(tape: tape, index: node)
        switch selector {
        case .name(let name): return json.member(name.span)?.index
        case .index(let index) where json.kind == .array: return json[index < 0 ? json.count + index : index]?.index
        default: return nil
        }
    }

    /// The only node of a singular query.
    mutating func node(of query: PathQuery, from current: Int) throws(JSONPathExhausted) -> JSON? {
        var node = query.start == .root ? root.index : current
        for step in query.steps ?? [] {
            try spend(1)
            guard let child = child(of: node, step) else { return nil }
            node = child
        }
        return JSON(tape: tape, index: node)
    }

    /// Nil when the text is no I-Regexp.
    mutating func pattern(_ text: String, _ extent: IRegexp.Extent) throws(JSONPathExhausted) -> ECMAPattern? {
        let key = (extent == .whole ? "=" : "~") + text
        if let known = patterns[key] { return known }
        try spend(10_000 + text.utf8.count)
        if patterns.count >= 64 { patterns = [:] }
        let pattern = IRegexp.pattern(text, extent)
        patterns.updateValue(pattern, forKey: key)
        return pattern
    }
}
