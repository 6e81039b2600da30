/// Who sent a request, as a verifier of credentials established it.
public struct Principal: Sendable, Hashable {
    /// The name of the key, user or token; never the credential itself.
    public var name: String
    /// The scheme's name in the description.
    public var scheme: String
    /// What the credential is good for, in the words of the description's scopes.
    public var scopes: Set<String>

    public init(name: String, scheme: String, scopes: Set<String> = []) {
        self.name = name
        self.scheme = scheme
        self.scopes = scopes
    }
}
