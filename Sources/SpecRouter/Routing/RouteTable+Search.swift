/// The state of one walk through the trie.
struct RouteSearch {
    /// Index of the method's name; -1 when no operation has it.
    let method: Int
    /// The method that answers where `method` is missing; -1 for none.
    let fallback: Int
    var captures = RouteCaptures()
    var found: RouteTable.Method?
    var isPathKnown = false
    /// The methods of what was found without the one that was asked for.
    var refusals: [Int] = []

    init(method: Int, fallback: Int) {
        self.method = method
        self.fallback = fallback
    }
}

extension RouteTable {
    /// Matches from the segment that begins at `start`; true when the search is over.
    func descend(
        _ index: Int, _ path: Span<UInt8>, _ start: Int, _ query: Span<UInt8>, _ search: inout RouteSearch
    ) -> Bool {
        let segment = Segment(path, from: start)
        let node = nodes[index]
        if let child = literals.child(of: index, path, segment, text: text),
            proceed(child, path, segment, query, &search)
        {
            return true
        }
        if segment.range.isEmpty {
            guard trailingSlash == .ignored, segment.isLast, start > 1 else { return false }
            return arrive(index, query, slash: .ignored, &search)
        }
        let depth = search.captures.count
        for edge in node.mixed {
            let edge = mixedEdges[Int(edge)]
            guard
                edge.pattern.match(
                    path, segment.range, text: text, hasEscapes: segment.hasEscapes, captures: &search.captures)
            else { continue }
            if proceed(Int(edge.child), path, segment, query, &search) { return true }
            search.captures.truncate(to: depth)
        }
        guard node.parameter >= 0 else { return false }
        search.captures.append(segment.range)
        if proceed(Int(node.parameter), path, segment, query, &search) { return true }
        search.captures.truncate(to: depth)
        return false
    }

    private func proceed(
        _ child: Int, _ path: Span<UInt8>, _ segment: Segment, _ query: Span<UInt8>, _ search: inout RouteSearch
    ) -> Bool {
        guard segment.isLast else { return descend(child, path, segment.range.upperBound + 1, query, &search) }
        if arrive(child, query, slash: .significant, &search) { return true }
        guard trailingSlash == .ignored, let slash = literals.emptyChild(of: child) else { return false }
        return arrive(slash, query, slash: .ignored, &search)
    }

    /// Looks for the method at the end of a template; true when the search is over.
    ///
    /// - Parameter slash: `ignored` where the path and the template differ in a slash at the end.
    private func arrive(
        _ node: Int, _ query: Span<UInt8>, slash: Policy.TrailingSlash, _ search: inout RouteSearch
    ) -> Bool {
        let leaf = nodes[node].leaf
        guard leaf >= 0 else { return false }
        let variants = leaves[Int(leaf)]
        var isMatched = false
        for variant in variants where variant.offers(slash) && variant.constraint.isSatisfied(by: query) {
            isMatched = true
            search.found = variant.method(search.method, orElse: search.fallback, slash)
            if search.found != nil { return true }
        }
        guard isMatched else { return false }
        search.isPathKnown = true
        let refusing = variants.filter { $0.offers(slash) && $0.constraint.isSatisfied(by: query) }
        search.refusals += refusing.flatMap { variant in variant.methods.filter { $0.allows(slash) }.map(\.name) }
        return !refusing.contains { $0.methodFallback == .lessSpecific }
    }
}

extension RouteTable.Method {
    fileprivate func allows(_ slash: Policy.TrailingSlash) -> Bool {
        slash == .significant || trailingSlash == .ignored
    }
}

extension RouteTable.Variant {
    /// Whether any operation is there for such a path.
    fileprivate func offers(_ slash: Policy.TrailingSlash) -> Bool {
        slash == .significant || methods.contains { $0.trailingSlash == .ignored }
    }

    fileprivate func method(_ name: Int, orElse fallback: Int, _ slash: Policy.TrailingSlash) -> RouteTable.Method? {
        methods.first { $0.name == name && $0.allows(slash) }
            ?? methods.first { $0.name == fallback && $0.allows(slash) }
    }
}

/// A segment of a path, scanned once.
struct Segment {
    let range: Range<Int>
    let hasEscapes: Bool
    let isLast: Bool
    /// Of the octets as they stand; of no use when there are escapes.
    let hash: OctetHash

    @inline(__always)
    init(_ path: Span<UInt8>, from start: Int) {
        var hash = OctetHash()
        var hasEscapes = false
        var end = start
        while end < path.count {
            let byte = path[end]
            if byte == UInt8(ascii: "/") { break }
            if byte == UInt8(ascii: "%") { hasEscapes = true }
            hash.add(byte)
            end &+= 1
        }
        self.range = start..<end
        self.hasEscapes = hasEscapes
        self.isLast = end == path.count
        self.hash = hash
    }
}
