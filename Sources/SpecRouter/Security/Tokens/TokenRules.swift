/// What a token has to say to be accepted, and what is taken from it.
public struct TokenRules: Sendable, Hashable {
    /// Whose tokens are accepted: the claim `iss`.
    public enum Issuer: Sendable, Hashable {
        /// The one that the metadata of the keys' source names. Nobody's where the keys come without metadata.
        case announced
        case among(Set<String>)
        /// For keys that sign for one issuer alone.
        case any
    }

    /// Whom tokens are for: the claim `aud`.
    public enum Audience: Sendable, Hashable {
        case among(Set<String>)
        /// Takes tokens that were made for other services as well, which whoever runs one of these can replay here.
        case any
    }

    public var issuer: Issuer
    public var audience: Audience
    /// What a key is not for is refused anyway; HMAC needs a shared secret.
    public var algorithms: Set<SignatureAlgorithm> = Set(SignatureAlgorithm.allCases)
    /// The header's `typ`, as `at+jwt` (RFC 9068), in lower case; nil accepts any.
    public var type: String?
    /// By how much clocks may differ, for `exp` and `nbf`.
    public var leeway = Duration.seconds(30)
    /// The claim that names the principal; `client_id` stands in for it.
    public var name = "sub"
    /// Where the roles are: the names of the claim and of members in it. Nil lets scopes stand for roles.
    public var roles: [String]?
    /// Longer tokens are refused unread, in octets.
    public var maximumBytes = 16 * 1024
    /// How many accepted tokens are remembered.
    public var remembered = 10_000

    public init(issuer: Issuer = .announced, audience: Audience) {
        self.issuer = issuer
        self.audience = audience
    }
}
