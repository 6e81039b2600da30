public import SpecRouter

extension BuiltInNode {
    /// Hands requests on to another server as they came, once they met the description, and its answers back, checked.
    ///
    /// Nodes made by one call share their connections.
    public static func proxy(_ upstream: Upstream) -> BuiltInNode {
        let node = ProxyNode(upstream)
        return BuiltInNode(
            registered: RegisteredNode(.suspending { try await node.respond(to: $0) }, authorship: .upstream))
    }

    /// The same, with all options as they are by default. Throws when `url` is no http or https URL.
    public static func proxy(_ url: String) throws(UpstreamError) -> BuiltInNode {
        .proxy(try Upstream(url))
    }
}
