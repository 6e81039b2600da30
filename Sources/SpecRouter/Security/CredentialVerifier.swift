/// Decides whether a credential is good, and whose it is.
public struct CredentialVerifier: Sendable {
    enum Method: Sendable {
        case keys(KeyStore)
        case users(UserStore)
        case any
        case custom(@Sendable (Credential) async -> Principal?)
    }

    let method: Method

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
        case .any, .custom: []
        }
    }
}
