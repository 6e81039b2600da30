/// Gathers templates, then freezes them into a ``RouteTable``.
struct RouteTableBuilder {
    private var routes: [Route] = []

    struct Route {
        let template: PathTemplate
        let method: String
        let operation: Int
        let options: RouteTable.Options
    }

    /// - Parameter operation: a number of the caller's. Lower ones come first where nothing else decides, so it should
    ///   grow with the order in the description.
    mutating func insert(
        _ template: PathTemplate, method: String, operation: Int, options: RouteTable.Options = .init()
    ) {
        routes.append(Route(template: template, method: method, operation: operation, options: options))
    }

    /// The result does not depend on the order of insertion.
    consuming func freeze() -> (RouteTable, [RouteFinding]) {
        var trie = RouteTrie()
        for route in routes.sorted(by: { $0.operation < $1.operation }) { trie.insert(route) }
        trie.sortChildren()
        return (FrozenRoutes(trie).table(trie), RouteOverlaps(trie).findings)
    }
}

/// The trie while it grows: every segment of every template is an edge.
struct RouteTrie {
    struct Node {
        /// In order of trial, once sorted.
        var edges: [(segment: PathSegment, child: Int)] = []
        var children: [PathSegment: Int] = [:]
        var routes: [RouteTableBuilder.Route] = []
    }

    private(set) var nodes: [Node] = [Node()]

    mutating func insert(_ route: RouteTableBuilder.Route) {
        var index = 0
        for segment in route.template.segments { index = child(of: index, segment) }
        nodes[index].routes.append(route)
    }

    private mutating func child(of index: Int, _ segment: PathSegment) -> Int {
        if let child = nodes[index].children[segment] { return child }
        let child = nodes.count
        nodes[index].children[segment] = child
        nodes[index].edges.append((segment, child))
        nodes.append(Node())
        return child
    }

    mutating func sortChildren() {
        for index in nodes.indices {
            nodes[index].edges.sort { $0.segment.isTried(before: $1.segment) }
        }
    }
}

/// Lays the trie out flat.
private struct FrozenRoutes {
    private var nodes: [RouteTable.Node] = []
    private var literals: [LiteralEdges.Edge] = []
    private var mixed: [RouteTable.MixedEdge] = []
    private var text: [UInt8] = []
    private var leaves: [[RouteTable.Variant]] = []
    private let methodNames: [String]

    init(_ trie: RouteTrie) {
        methodNames = Set(trie.nodes.flatMap { $0.routes.map(\.method) }).sorted()
        for (index, node) in trie.nodes.enumerated() { add(node, at: index) }
    }

    func table(_ trie: RouteTrie) -> RouteTable {
        let ignoresSlash = trie.nodes.contains { $0.routes.contains { $0.options.trailingSlash == .ignored } }
        return RouteTable(
            trailingSlash: ignoresSlash ? .ignored : .significant, nodes: nodes, literals: LiteralEdges(literals),
            mixedEdges: mixed, text: text,
            leaves: leaves, methodNames: methodNames)
    }

    private mutating func add(_ source: RouteTrie.Node, at index: Int) {
        var node = RouteTable.Node()
        let firstMixed = Int32(truncatingIfNeeded: mixed.count)
        for (segment, child) in source.edges {
            let child = Int32(truncatingIfNeeded: child)
            switch segment {
            case .parameter: node.parameter = child
            case .mixed(let parts):
                mixed.append(
                    RouteTable.MixedEdge(pattern: MixedPattern(literals: parts.map { store($0) }), child: child))
            case .literal(let bytes):
                literals.append(
                    LiteralEdges.Edge(
                        parent: Int32(truncatingIfNeeded: index), child: child, literal: store(bytes),
                        hash: LiteralEdges.hash(of: bytes, under: index)))
            }
        }
        node.mixed = firstMixed..<Int32(truncatingIfNeeded: mixed.count)
        if !source.routes.isEmpty {
            node.leaf = Int32(truncatingIfNeeded: leaves.count)
            leaves.append(variants(of: source.routes))
        }
        nodes.append(node)
    }

    private mutating func store(_ bytes: [UInt8]) -> Range<Int> {
        text += bytes
        return (text.count - bytes.count)..<text.count
    }

    private func variants(of routes: [RouteTableBuilder.Route]) -> [RouteTable.Variant] {
        let groups = Dictionary(grouping: routes, by: \.template.constraint)
        return groups.keys.sorted { $0.isTried(before: $1) }.map { constraint in
            let routes = groups[constraint] ?? []
            let methods = Dictionary(grouping: routes, by: \.method)
            return RouteTable.Variant(
                constraint: constraint,
                methods: methodNames.enumerated().compactMap { index, name in
                    methods[name].flatMap { RouteTable.Method($0, name: index) }
                },
                methodFallback: routes.contains { $0.options.methodFallback == .lessSpecific }
                    ? .lessSpecific : .refuse)
        }
    }
}

extension RouteTable.Method {
    /// Nil without routes.
    fileprivate init?(_ routes: [RouteTableBuilder.Route], name: Int) {
        guard let first = routes.first else { return nil }
        let ignoresSlash = routes.contains { $0.options.trailingSlash == .ignored }
        self.init(
            name: name, operation: first.operation, alternatives: routes.dropFirst().map(\.operation),
            trailingSlash: ignoresSlash ? .ignored : .significant)
    }
}
