/// One method of one path, with everything that it inherits already merged in.
public struct Operation: Sendable {
    /// Where the servers that apply to an operation were written.
    public enum ServerLevel: Sendable, Hashable {
        case root, pathItem, operation
        /// Nowhere: the API is at the root of its host.
        case none
    }

    /// In capitals.
    public let method: String
    /// The template, exactly as written.
    public let path: String
    public let operationID: String?
    /// `x-entry-node-id` of the operation, else of its path item, else of the root.
    public let nodeID: String?
    public let nodeIDPlace: Place?
    /// Those of the path item and of the operation, which replaces by name and location.
    public let parameters: [Parameter]
    public let requestBody: RequestBody?
    public let responses: [(key: ResponseKey, response: Response)]
    /// Alternatives, of which one must be met; empty when nothing is required.
    public let security: [SecurityRequirement]
    /// Those of the operation, else of its path item, else of the root.
    public let servers: [Server]
    public let serverLevel: ServerLevel
    public let deprecated: Bool
    public let summary: String?
    public let place: Place
    /// Its path item and what that refers to, the nearest first.
    public let pathItems: [Place]
    /// Whether it stands among the webhooks: it is served under the mount that is given for those, and under no server.
    public let isWebhook: Bool
    /// Whether an error among the diagnostics keeps this operation from being served.
    public let isBroken: Bool

    /// Names the operation where `operationID` may be missing: `"GET /pets/{id}"`.
    public var key: String { method + " " + path }
}
