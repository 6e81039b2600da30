/// Nodes that need no code, usable by id from a configuration file.
public struct BuiltInNode: Sendable {
    package let registered: RegisteredNode

    package init(registered: RegisteredNode) {
        self.registered = registered
    }

    /// Answers what a handler would receive: for trying a description and for tests. Its answers are not checked.
    public static let echo = BuiltInNode(registered: RegisteredNode(.echo))

    /// Answers from the description's examples and schemas, or 501 with the reason.
    public static let mock = BuiltInNode(registered: RegisteredNode(.mock))

    /// Answers the same each time.
    public static func respond(_ response: NodeResponse) -> BuiltInNode {
        BuiltInNode(registered: RegisteredNode(.immediate { _ in response }))
    }
}
