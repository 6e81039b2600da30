/// What the answer about an opaque token has to say, and how long it is believed (RFC 7662).
public struct IntrospectionRules: Sendable, Hashable {
    /// What is demanded of the answer's claims, beside that the token is active. `exp` may be missing.
    public var claims: TokenRules
    /// How long an answer is believed at most: for so long a token that was revoked is still accepted.
    public var acceptedFor = Duration.seconds(60)
    /// How long a token that is not active is refused without asking again.
    public var refusedFor = Duration.seconds(10)
    /// How many questions may be open at the same time; further ones are answered 503.
    public var questions = 64

    public init(claims: TokenRules = TokenRules(issuer: .any, audience: .any)) {
        self.claims = claims
    }
}
