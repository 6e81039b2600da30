/// What a request presents for one scheme, as a verifier of your own receives it.
public enum Credential: Sendable {
    /// The value of the header, query parameter or cookie that the scheme names.
    case apiKey(Secret)
    /// RFC 7617, decoded.
    case basic(user: String, password: Secret)
    /// RFC 6750; also what the schemes `oauth2` and `openIdConnect` take.
    case bearer(Secret)
    /// What follows another scheme's name in `Authorization`. `scheme` is in lower case.
    case other(scheme: String, Secret)
    /// Of the connection, for a scheme of the type `mutualTLS`.
    case certificate(PeerCertificate)
}
