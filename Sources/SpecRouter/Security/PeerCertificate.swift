#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Who is at the other end of a connection, by the certificate that the server has verified against its authorities.
///
/// Whoever listens fills it in, and only for a certificate whose chain is good: what is here is believed. A class: all
/// requests of a connection share it.
public final class PeerCertificate: Sendable {
    /// The distinguished name as RFC 4514 writes it: `CN=billing,O=Example`.
    public let subject: String
    /// The last common name of the subject; nil when it has none.
    public let commonName: String?
    /// Subject alternative names, each with its kind: `dns:api.example.com`, `uri:spiffe://example.com/billing`,
    /// `email:a@example.com`, `ip:192.0.2.1`.
    public let alternativeNames: Set<String>
    /// Of the certificate in DER.
    public let sha256: SecretHash
    /// From when on the certificate is no longer valid: connections may outlive it.
    public let expires: Date?

    public init(
        subject: String, commonName: String? = nil, alternativeNames: Set<String> = [], sha256: SecretHash,
        expires: Date? = nil
    ) {
        self.subject = subject
        self.commonName = commonName
        self.alternativeNames = alternativeNames
        self.sha256 = sha256
        self.expires = expires
    }
}
