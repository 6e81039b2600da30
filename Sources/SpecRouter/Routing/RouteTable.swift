/// Finds the operation of a request line. Immutable; made by ``RouteTableBuilder``.
///
/// A path is split at its raw slashes, and each segment is matched against the segments that templates have there.
/// With *literal* before *mixed* before *parameter*, and mixed ones in the order of ``PathSegment/isTried(before:)``, the
/// templates that match a path are ordered lexicographically from the left: the first of them is the answer. So
/// `/a/x/{id}` comes before `/a/{id}/y`, and the search goes back where a more specific start has no end.
///
/// - A literal is compared with the decoded segment; `%2F` never splits. A parameter is never empty.
/// - A trailing slash is a last, empty segment: significant, unless the operation's options say otherwise; a template that
///   has it as it is asked for comes first.
/// - Of one template's variants, those with a query constraint come first (more items first).
/// - HEAD is answered by GET's operation where there is no HEAD.
/// - The order of insertion plays no role; operations that nothing tells apart are listed by their number.
///
/// Cost: proportional to the length of the path. Every node of the trie belongs to one prefix of one template and is
/// visited at most once in a search, so going back is bounded by the number of nodes, whatever the path. A hit with at
/// most eight captures allocates nothing.
struct RouteTable: Sendable {
    /// Of one operation.
    struct Options: Sendable, Hashable {
        var trailingSlash = Policy.TrailingSlash.significant
        /// A template goes on to less specific ones when any of its operations says so.
        var methodFallback = Policy.MethodFallback.refuse
    }

    struct Node: Sendable {
        var mixed: Range<Int32> = 0..<0
        var parameter: Int32 = -1
        var leaf: Int32 = -1
    }

    struct MixedEdge: Sendable {
        var pattern: MixedPattern
        var child: Int32
    }

    /// The operations at one template, under one query constraint.
    ///
    /// A class: a search holds it by one reference.
    final class Variant: Sendable {
        let constraint: QueryConstraint
        let methods: [Method]
        let methodFallback: Policy.MethodFallback

        init(constraint: QueryConstraint, methods: [Method], methodFallback: Policy.MethodFallback) {
            self.constraint = constraint
            self.methods = methods
            self.methodFallback = methodFallback
        }
    }

    struct Method: Sendable {
        /// Index in `methodNames`.
        var name: Int
        var operation: Int
        var alternatives: [Int]
        var trailingSlash: Policy.TrailingSlash
    }

    /// Whether any operation ignores it.
    let trailingSlash: Policy.TrailingSlash
    let nodes: [Node]
    let literals: LiteralEdges
    let mixedEdges: [MixedEdge]
    let text: [UInt8]
    let leaves: [[Variant]]
    let methodNames: [String]

    func match(path: Span<UInt8>, query: Span<UInt8>, method: String) -> RouteMatch {
        var search = RouteSearch(method: index(of: method), fallback: method == "HEAD" ? index(of: "GET") : -1)
        guard path.count > 0, path[0] == UInt8(ascii: "/") else { return .notFound }
        _ = descend(0, path, 1, query, &search)
        if let found = search.found {
            return .found(
                RouteHit(operation: found.operation, alternatives: found.alternatives, captures: search.captures))
        }
        return search.isPathKnown ? .methodNotAllowed(allow: allowed(by: search.refusals)) : .notFound
    }

    private func index(of method: String) -> Int {
        for index in methodNames.indices where methodNames[index] == method { return index }
        return -1
    }

    private func allowed(by methods: [Int]) -> [String] {
        Set(methods).sorted().map { methodNames[$0] }
    }
}
