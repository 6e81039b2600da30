/// Decides whether a credential is good, and whose it is.
public struct CredentialVerifier: Sendable {
    enum Method: Sendable {
        case keys(KeyStore)
        case users(UserStore)
        case tokens(TokenVerifier)
        /// Of schemes that say where their keys are. Becomes `tokens` where a scheme is known.
        case discovery(TokenDiscovery)
        case introspection(Introspection)
        case certificates(CertificateStore)
        case any
        case custom(@Sendable (Credential) async -> Principal?)
    }

    let method: Method
    /// What it was made from, where that can change while a gateway runs: an equal one can stand for it, and knows what
    /// it has fetched and remembered.
    package var origin: SecretHash?

    /// For schemes of type `apiKey`.
    public static func apiKeys(_ keys: KeyStore) -> CredentialVerifier {
        CredentialVerifier(method: .keys(keys))
    }

    /// For schemes of type `http` with the scheme `basic`.
    public static func basic(_ users: UserStore) -> CredentialVerifier {
        CredentialVerifier(method: .users(users))
    }

    /// For schemes whose credential is a bearer token known beforehand.
    public static func bearer(_ tokens: KeyStore) -> CredentialVerifier {
        CredentialVerifier(method: .keys(tokens))
    }

    /// For JSON Web Tokens, in schemes of the types `http` with the scheme `bearer`, `oauth2` and `openIdConnect`, or in a
    /// field of their own.
    public static func tokens(_ keys: TokenKeys, _ rules: TokenRules) -> CredentialVerifier {
        CredentialVerifier(method: .tokens(TokenVerifier(keys, rules)))
    }

    /// For JSON Web Tokens whose keys are found by the scheme's `openIdConnectUrl` or `oauth2MetadataUrl`, which the
    /// closure gets. It has to see to it that the URL may be asked, and that the metadata is of the issuer it says.
    public static func discovered(
        _ rules: TokenRules, timing: KeyTiming = KeyTiming(),
        _ fetch: @escaping @Sendable (_ metadataURL: String) async throws -> FetchedKeys
    ) -> CredentialVerifier {
        CredentialVerifier(method: .discovery(TokenDiscovery(rules, timing: timing, fetch: fetch)))
    }

    /// For tokens that only the authorization server can tell something about (RFC 7662). The closure sends it the token
    /// and gives back the answer's body; it throws when there is no answer with status 200.
    public static func introspection(
        _ rules: IntrospectionRules = IntrospectionRules(), ask: @escaping @Sendable (Secret) async throws -> [UInt8]
    ) -> CredentialVerifier {
        CredentialVerifier(method: .introspection(Introspection(rules, ask: ask)))
    }

    /// For schemes of the type `mutualTLS`.
    public static func certificates(_ certificates: CertificateStore) -> CredentialVerifier {
        CredentialVerifier(method: .certificates(certificates))
    }

    /// Accepts every credential that has the form its scheme demands; the principal is named `unverified` and passes
    /// for every scope. For trying a description, and behind a gateway that verifies.
    public static var acceptAny: CredentialVerifier { CredentialVerifier(method: .any) }

    /// Asks a closure. Nil refuses. The principal's scopes are checked against the operation's; its scheme is filled in.
    public static func custom(_ verify: @escaping @Sendable (Credential) async -> Principal?) -> CredentialVerifier {
        CredentialVerifier(method: .custom(verify))
    }

    /// What is wrong with its keys or users, in full sentences.
    var faults: [String] {
        switch method {
        case .keys(let keys): keys.faults
        case .users(let users): users.faults
        case .tokens(let tokens): tokens.faults
        case .discovery(let discovery): discovery.faults
        case .introspection(let introspection): introspection.faults
        case .certificates(let certificates): certificates.faults
        case .any, .custom: []
        }
    }
}
