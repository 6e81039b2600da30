/// Nodes by the ids that a description names them by. A value: build it, hand it over.
///
/// An id that is registered twice is reported when the API compiles, not here.
public struct NodeRegistry: Sendable {
    package private(set) var nodes: [String: RegisteredNode] = [:]
    package private(set) var duplicates: [String] = []
    package private(set) var fallbackNode: RegisteredNode?

    public init() {}

    /// The registered ids, sorted.
    public var ids: [String] { nodes.keys.sorted() }

    public mutating func register(_ id: String, runs placement: NodePlacement = .onEventLoop, _ node: some Node) {
        add(id, RegisteredNode(.suspending { try await node.respond(to: $0) }, placement: placement))
    }

    /// Registers a closure that may wait. One that never does is answered without a task: the other overload.
    public mutating func register(
        _ id: String, runs placement: NodePlacement = .onEventLoop,
        _ respond: @escaping @Sendable (ValidatedRequest) async throws -> NodeResponse
    ) {
        add(id, RegisteredNode(.suspending(respond), placement: placement))
    }

    public mutating func register(
        _ id: String, _ respond: @escaping @Sendable (ValidatedRequest) throws -> NodeResponse
    ) {
        add(id, RegisteredNode(.immediate(respond)))
    }

    /// Registers a node for the operations without an id, and under the policy `fallback` for unknown ids.
    public mutating func fallback(_ respond: @escaping @Sendable (ValidatedRequest) async throws -> NodeResponse) {
        fallbackNode = RegisteredNode(.suspending(respond))
    }

    public mutating func fallback(_ node: BuiltInNode) {
        fallbackNode = node.registered
    }

    public mutating func register(_ id: String, _ node: BuiltInNode) {
        add(id, node.registered)
    }

    mutating func add(_ id: String, _ node: RegisteredNode) {
        if nodes.updateValue(node, forKey: id) != nil { duplicates.append(id) }
    }
}
