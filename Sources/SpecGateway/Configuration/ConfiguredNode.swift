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
    case proxy(Upstream)

    /// The id that stands for every operation whose own id no other node has.
    public static let anyID = "*"
}

/// Makes the nodes of a configuration. Those with one upstream share its connections.
struct NodeMaker {
    private var proxies: [Upstream: BuiltInNode] = [:]

    mutating func node(_ configured: ConfiguredNode) -> BuiltInNode {
        switch configured {
        case .echo: return .echo
        case .mock: return .mock
        case .respond(let response): return .respond(response)
        case .proxy(let upstream):
            let proxy = proxies[upstream] ?? .proxy(upstream)
            proxies[upstream] = proxy
            return proxy
        }
    }
}
