public import JSONCore

/// Who sent a request, as a verifier of credentials established it.
public struct Principal: Sendable, Hashable {
    /// The name of the key, user or token; never the credential itself.
    public var name: String
    /// The scheme's name in the description.
    public var scheme: String
    /// What the credential is good for, in the words of the description's scopes.
    public var scopes: Set<String>
    /// What a requirement of a scheme other than `oauth2` and `openIdConnect` names (OpenAPI 3.1). Nil when the verifier
    /// knows of no roles: then the scopes stand for them.
    public var roles: Set<String>?
    /// The token's claims, or what introspection told of it; an object. Nil for other credentials.
    public var claims: JSON?

    public init(
        name: String, scheme: String, scopes: Set<String> = [], roles: Set<String>? = nil, claims: JSON? = nil
    ) {
        self.name = name
        self.scheme = scheme
        self.scopes = scopes
        self.roles = roles
        self.claims = claims
    }
}
