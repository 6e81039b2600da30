public import SpecRouter

/// The node for operations without an id, and under the policy `fallback` for ids without a node.
public enum FallbackNode: String, Sendable, Hashable, CaseIterable {
    case none, echo, mock

    var node: BuiltInNode? {
        switch self {
        case .none: nil
        case .echo: .echo
        case .mock: .mock
        }
    }
}

/// A built-in node as a configuration names it.
public enum ConfiguredNode: Sendable {
    case echo
    case mock
    case respond(NodeResponse)

    var node: BuiltInNode {
        switch self {
        case .echo: .echo
        case .mock: .mock
        case .respond(let response): .respond(response)
        }
    }
}
