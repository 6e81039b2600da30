#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The verifiers of a description's security schemes, by the schemes' names. A scheme without one accepts nothing.
public struct SecurityConfiguration: Sendable, ExpressibleByDictionaryLiteral {
    public var verifiers: [String: CredentialVerifier]
    /// For the schemes that have no verifier of their own.
    public var others: CredentialVerifier?
    /// Tells whether keys have expired.
    public var now: @Sendable () -> Date

    /// Accepts nothing.
    public init() {
        self.init([:])
    }

    public init(_ verifiers: [String: CredentialVerifier], others: CredentialVerifier? = nil) {
        self.verifiers = verifiers
        self.others = others
        now = { Date() }
    }

    /// The last of several verifiers for one scheme counts.
    public init(dictionaryLiteral elements: (String, CredentialVerifier)...) {
        self.init(Dictionary(elements) { $1 })
    }

    /// Every scheme accepts whatever has the form of a credential: see `CredentialVerifier.acceptAny`.
    public static var acceptAny: SecurityConfiguration { SecurityConfiguration([:], others: .acceptAny) }

    /// The verifier of that scheme.
    public subscript(scheme: String) -> CredentialVerifier? {
        get { verifiers[scheme] ?? others }
        set { verifiers[scheme] = newValue }
    }
}
