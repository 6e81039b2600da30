/// Answers the requests of the operations that name it by `x-entry-node-id`.
///
/// A node sees only requests that met the description. What it returns is checked against the description before it
/// leaves; what it throws becomes a 500 that says nothing of the error, unless it is a ``Problem``, which is sent as it is.
/// It is called on the connection's event loop, so it must not block there; register it with `runs: .onPool` if it does.
public protocol Node: Sendable {
    func respond(to request: ValidatedRequest) async throws -> NodeResponse
}

/// Where a node's code runs.
public enum NodePlacement: Sendable, Hashable {
    /// On the event loop of the connection: for what awaits but never blocks or computes for long.
    case onEventLoop
    /// On Swift's own thread pool.
    case onPool
}

/// A node as it is stored: typed at the edge, erased once.
package struct RegisteredNode: Sendable {
    package enum Action: Sendable {
        /// Answers without waiting, so without a task.
        case immediate(@Sendable (ValidatedRequest) throws -> NodeResponse)
        case suspending(@Sendable (ValidatedRequest) async throws -> NodeResponse)
        /// What would be handed to a node, as JSON. Exempt from the response check.
        case echo
        /// An answer made from the description's examples and schemas.
        case mock
    }

    /// Whose answers a node gives: who is told of what is wrong with them.
    package enum Authorship: Sendable {
        case node
        /// Another server, to which requests are handed on as they came.
        case upstream
    }

    package let action: Action
    package let placement: NodePlacement
    package let authorship: Authorship
    /// What it decodes requests to; nil for a node that reads them itself.
    let input: TypedInput?

    package init(
        _ action: Action, placement: NodePlacement = .onEventLoop, authorship: Authorship = .node,
        input: TypedInput? = nil
    ) {
        self.action = action
        self.placement = placement
        self.authorship = authorship
        self.input = input
    }
}
