/// One way to be let in: all of the schemes together.
public struct SecurityRequirement: Sendable {
    /// In the order of the document; empty when anonymous requests are let in.
    public let schemes: [(name: String, scopes: [String])]
    public let place: Place
}

/// How a credential travels.
public enum SecurityScheme: Sendable, Hashable {
    /// Never in a path.
    case apiKey(location: ParameterLocation, name: String)
    /// The authentication scheme of RFC 9110, in lower case.
    case http(scheme: String, bearerFormat: String?)
    /// The URL is that of the authorization server's metadata (RFC 8414; OpenAPI 3.2).
    case oauth2(metadataURL: String?)
    case openIDConnect(url: String)
    case mutualTLS
}

/// A security scheme under the name by which requirements refer to it.
public struct NamedSecurityScheme: Sendable {
    public let name: String
    public let scheme: SecurityScheme
    public let place: Place
}
