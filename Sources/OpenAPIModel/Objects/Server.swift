/// Where an API is to be found.
public struct Server: Sendable {
    /// As written: may be relative to the document, and may contain `{variables}`.
    public let url: String
    /// OpenAPI 3.2.
    public let name: String?
    /// In the order of the document. `allowed` is nil when any text will do.
    public let variables: [(name: String, default: String, allowed: [String]?)]
    public let place: Place
}
