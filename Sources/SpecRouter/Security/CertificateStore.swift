#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The client certificates that a scheme of the type `mutualTLS` accepts, among those that the server's authorities
/// vouch for.
public struct CertificateStore: Sendable {
    /// What a certificate is known by.
    public enum Mark: Sendable, Hashable {
        /// As in ``PeerCertificate/subject``.
        case subject(String)
        /// One of ``PeerCertificate/alternativeNames``, with its kind.
        case alternativeName(String)
        /// The fingerprint of that one certificate.
        case sha256(SecretHash)
    }

    public struct Entry: Sendable {
        /// Becomes the principal's name; several marks may share one.
        public var name: String
        public var mark: Mark
        public var scopes: Set<String>

        public init(name: String, mark: Mark, scopes: Set<String> = []) {
            self.name = name
            self.mark = mark
            self.scopes = scopes
        }
    }

    private enum Accepted: Sendable {
        case verified
        case among([Mark: Entry])
    }

    private let accepted: Accepted
    /// Full sentences.
    let faults: [String]

    /// Every certificate that the server's authorities vouch for. The principal is named by the common name, else by the
    /// subject.
    public static var verified: CertificateStore { CertificateStore(accepted: .verified, faults: []) }

    public init(_ entries: [Entry]) {
        var marks: [Mark: Entry] = [:]
        var faults = entries.isEmpty ? ["It holds no certificates."] : []
        for entry in entries {
            if let first = marks[entry.mark] {
                faults.append(
                    "The certificates named \"\(first.name)\" and \"\(entry.name)\" are known by the same mark.")
            } else {
                marks[entry.mark] = entry
            }
        }
        self.init(accepted: .among(marks), faults: faults)
    }

    private init(accepted: Accepted, faults: [String]) {
        self.accepted = accepted
        self.faults = faults
    }

    /// Whose certificate it is, without the scheme's name; nil when it is not accepted. The closest mark counts: the
    /// certificate's own, then its subject, then its alternative names in their order.
    func principal(of certificate: PeerCertificate, now: () -> Date) -> Principal? {
        if let expires = certificate.expires, expires <= now() { return nil }
        switch accepted {
        case .verified: return Principal(name: certificate.commonName ?? certificate.subject, scheme: "")
        case .among(let marks):
            let names = certificate.alternativeNames.sorted().map { Mark.alternativeName($0) }
            let known = [.sha256(certificate.sha256), .subject(certificate.subject)] + names
            guard let entry = known.lazy.compactMap({ marks[$0] }).first else { return nil }
            return Principal(name: entry.name, scheme: "", scopes: entry.scopes)
        }
    }
}
