import OpenAPIModel

/// Which node answers which operation of a description.
struct NodeBinding {
    private let nodes: NodeRegistry
    private let policies: OperationPolicies
    /// An id that no node is registered under, and the policy does not allow that; or an id registered twice.
    let refuses: Bool

    init(_ spec: SpecInput, _ policies: OperationPolicies, report diagnostics: inout [Diagnostic]) {
        nodes = spec.nodes
        self.policies = policies
        let unknown = spec.operations.filter { operation in
            operation.nodeID.map { spec.nodes.nodes[$0] == nil } ?? false
        }
        let refused = unknown.filter { policies.policy(of: $0).unboundOperations == .refuse }
        refuses = !refused.isEmpty || !spec.nodes.duplicates.isEmpty
        if let first = refused.first { diagnostics.append(Self.unknownNodes(refused, first, spec)) }
        for id in spec.nodes.duplicates { diagnostics.append(Self.duplicate(id)) }
        if spec.nodes.fallbackNode == nil { diagnostics += Self.unboundOperations(spec) }
    }

    /// Nil when the operation answers 501.
    func node(for operation: Operation) -> RegisteredNode? {
        guard let id = operation.nodeID else { return nodes.fallbackNode }
        if let node = nodes.nodes[id] { return node }
        return policies.policy(of: operation).unboundOperations == .fallback ? nodes.fallbackNode : nil
    }

    /// One finding that names every unknown id with its place.
    private static func unknownNodes(
        _ operations: [Operation], _ first: Operation, _ spec: SpecInput
    ) -> Diagnostic {
        let registered = spec.nodes.ids
        let lines = operations.map { operation in
            let id = operation.nodeID ?? ""
            let place = spec.document.location(of: operation.nodeIDPlace ?? operation.place)
            let guess = Spelling.nearest(to: id, in: registered).map { "; did you mean \"\($0)\"?" } ?? ""
            return "\"\(id)\" of \(operation.key) (\(place))\(guess)"
        }
        let known = registered.isEmpty ? "none is registered" : "registered: \(registered.joined(separator: ", "))"
        return Diagnostic(
            .error, .unknownNode, "No node is registered under \(lines.joined(separator: ", ")); \(known).",
            hint: "Register the nodes, mend the ids, or set the policy `unboundOperations: notImplemented`.",
            location: spec.document.location(of: first.nodeIDPlace ?? first.place))
    }

    private static func duplicate(_ id: String) -> Diagnostic {
        Diagnostic(
            .error, .duplicateNode, "The node id \"\(id)\" is registered more than once.",
            hint: "Register each id once.")
    }

    private static func unboundOperations(_ spec: SpecInput) -> [Diagnostic] {
        let unbound = spec.operations.filter { $0.nodeID == nil }
        guard let first = unbound.first else { return [] }
        let names = unbound.prefix(3).map(\.key).joined(separator: ", ")
        let rest = unbound.count > 3 ? " and \(unbound.count - 3) more" : ""
        return [
            Diagnostic(
                .warning, .operationWithoutNode, "Operations without `x-entry-node-id` answer 501: \(names)\(rest).",
                hint: "Give them an id of a registered node, or register a fallback.",
                location: spec.document.location(of: first.place))
        ]
    }

    /// Registered nodes that no description names.
    static func unusedNodes(in specs: [SpecInput]) -> [Diagnostic] {
        let named = Set(specs.flatMap(\.operations).compactMap(\.nodeID))
        let unused = Set(specs.flatMap(\.nodes.ids)).subtracting(named).sorted()
        guard !unused.isEmpty else { return [] }
        let ids = unused.map { "\"\($0)\"" }.joined(separator: ", ")
        return [
            Diagnostic(
                .warning, .unusedNode, "No operation names the registered nodes \(ids).",
                hint: "Name them by `x-entry-node-id`, or drop them.")
        ]
    }
}

extension RegisteredNode {
    var isMock: Bool { if case .mock = action { true } else { false } }
}
