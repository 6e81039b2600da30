/// A JSON Web Key Set as it was fetched.
public struct FetchedKeys: Sendable {
    /// RFC 7517, section 5.
    public var jwks: [UInt8]
    /// Where metadata said whose keys they are (RFC 8414, section 2).
    public var issuer: String?
    /// How long the source says that they are fresh; nil when it does not say.
    public var lifetime: Duration?

    public init(jwks: [UInt8], issuer: String? = nil, lifetime: Duration? = nil) {
        self.jwks = jwks
        self.issuer = issuer
        self.lifetime = lifetime
    }
}
