public import SpecRouter

/// Where descriptions with an IgniteConnex id are fetched, and where the API key for that is found.
public struct RegistryConfiguration: Sendable, Hashable {
    /// There is no default: without one, such a description is an error.
    public var url: String?
    /// The header field that carries the API key.
    public var header = "x-api-key"
    /// `{registry}` stands for the URL, `{id}` for the id of the spec resource.
    public var template = "{registry}/specs/{id}"
    /// A file that holds the key; when nil, the environment variable does.
    public var keyFile: String?
    public var keyVariable = "IGNITECONNEX_API_KEY"

    public init() {}

    /// Read anew each time; nil when there is none.
    public var key: Secret? {
        if let keyFile { Secret.file(keyFile) } else { Secret.environment(keyVariable) }
    }
}
