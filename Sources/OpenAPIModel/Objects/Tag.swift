/// A group that operations can belong to.
public struct Tag: Sendable {
    public let name: String
    public let summary: String?
    /// The name of the tag that this one is nested under (OpenAPI 3.2); never in a circle.
    public let parent: String?
    /// What sort of group it is: `"nav"`, `"badge"`, `"audience"` or any other (OpenAPI 3.2).
    public let kind: String?
    public let place: Place
}
