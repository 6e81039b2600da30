/// Something that a reader of the description should know about two of its routes.
struct RouteFinding: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// One method, and paths that differ at most in parameter names: requests go to the first whose path
        /// parameters are valid.
        case sameMethod
        /// Paths that differ in parameter names, with different methods: merged.
        case sameShape
        /// Some paths fit both, and each is more specific than the other somewhere: the left-most difference decides.
        case crossing
    }

    let kind: Kind
    /// Numbers of operations, the lower first, except that for `crossing` the first is the one that wins.
    let first: Int
    let second: Int
}

/// Finds templates that compete for paths.
struct RouteOverlaps {
    private(set) var findings: [RouteFinding] = []
    private let trie: RouteTrie
    /// Pairs of nodes left to look at, so that no table makes this take long.
    private var budget = 1_000_000

    init(_ trie: RouteTrie) {
        self.trie = trie
        for node in trie.nodes { compareShapes(node.routes) }
        cross(0, 0, secondIsMoreSpecific: false)
        findings.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private mutating func compareShapes(_ routes: [RouteTableBuilder.Route]) {
        guard let first = routes.first else { return }
        var firstOfMethod: [String: RouteTableBuilder.Route] = [:]
        for route in routes {
            let key = "\(route.method) \(route.template.constraint)"
            if let earlier = firstOfMethod[key] {
                findings.append(.init(kind: .sameMethod, first: earlier.operation, second: route.operation))
            } else {
                firstOfMethod[key] = route
                guard route.template.parameterNames != first.template.parameterNames else { continue }
                findings.append(.init(kind: .sameShape, first: first.operation, second: route.operation))
            }
        }
    }

    /// Walks pairs of prefixes that some path fits; `one` is tried before `two`, or is the same node.
    private mutating func cross(_ one: Int, _ two: Int, secondIsMoreSpecific: Bool) {
        guard budget > 0 else { return }
        budget -= 1
        if one != two, secondIsMoreSpecific, let first = trie.nodes[one].routes.first,
            let second = trie.nodes[two].routes.first
        {
            findings.append(.init(kind: .crossing, first: first.operation, second: second.operation))
        }
        for (index, left) in trie.nodes[one].edges.enumerated() {
            for right in rivals(of: left.segment, at: index, of: one, in: two) {
                cross(
                    left.child, right.child,
                    secondIsMoreSpecific: secondIsMoreSpecific || right.segment.rank < left.segment.rank)
            }
        }
    }

    /// The edges of `two` that some segment has in common with an edge of `one`. A literal is looked up, so that wide
    /// nodes stay cheap.
    private func rivals(
        of segment: PathSegment, at index: Int, of one: Int, in two: Int
    ) -> [(segment: PathSegment, child: Int)] {
        let node = trie.nodes[two]
        let candidates = node.edges[(one == two ? index : 0)...]
        guard case .literal = segment else { return candidates.filter { segment.overlaps($0.segment) } }
        let same = node.children[segment].map { [(segment: segment, child: $0)] } ?? []
        let others = node.edges.reversed().prefix { $0.segment.rank > 0 }.filter { segment.overlaps($0.segment) }
        return same + others.reversed()
    }
}

extension PathSegment {
    /// Whether some segment fits both. Two mixed ones count as overlapping when their beginnings and ends agree.
    fileprivate func overlaps(_ other: PathSegment) -> Bool {
        switch (self, other) {
        case (.literal(let one), .literal(let two)): one == two
        case (.literal(let bytes), .mixed(let literals)), (.mixed(let literals), .literal(let bytes)):
            Self.fits(bytes, literals)
        case (.literal(let bytes), .parameter), (.parameter, .literal(let bytes)): !bytes.isEmpty
        case (.mixed(let one), .mixed(let two)): Self.agree(one, two)
        default: true
        }
    }

    private static func fits(_ bytes: [UInt8], _ literals: [[UInt8]]) -> Bool {
        let pattern = literals.indices.reduce(into: (text: [UInt8](), ranges: [Range<Int>]())) { result, index in
            let start = result.text.count
            result.text += literals[index]
            result.ranges.append(start..<result.text.count)
        }
        var captures = RouteCaptures()
        return MixedPattern(literals: pattern.ranges).match(
            bytes.span, 0..<bytes.count, text: pattern.text, hasEscapes: false, captures: &captures)
    }

    private static func agree(_ one: [[UInt8]], _ two: [[UInt8]]) -> Bool {
        guard let firstStart = one.first, let secondStart = two.first, let firstEnd = one.last, let secondEnd = two.last
        else { return false }
        return zip(firstStart, secondStart).allSatisfy { $0 == $1 }
            && zip(firstEnd.reversed(), secondEnd.reversed()).allSatisfy { $0 == $1 }
    }
}
