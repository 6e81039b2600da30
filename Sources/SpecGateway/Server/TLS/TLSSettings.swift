/// With what a server proves who it is, and how it speaks TLS. The files are read again when they change.
public struct TLSSettings: Sendable, Hashable {
    /// Of the server's private key, where it is encrypted.
    public enum Passphrase: Sendable, Hashable {
        /// Held by an environment variable of this name.
        case environment(String)
        /// Held by a file at this path; space at its end does not count.
        case file(String)
    }

    public enum Version: String, Sendable, Hashable, CaseIterable {
        case v12 = "1.2"
        case v13 = "1.3"
    }

    /// Which certificates of clients are believed.
    public struct Clients: Sendable, Hashable {
        public enum Verification: String, Sendable, Hashable, CaseIterable {
            /// Without a certificate a client may ask what needs none; with one that is not good it may not.
            case optional
            /// Without a good certificate there is no connection.
            case required
        }

        /// A file in PEM: the authorities that the certificates have to lead to.
        public var authorities: String
        public var verify = Verification.required

        public init(authorities: String) {
            self.authorities = authorities
        }
    }

    /// A file in PEM: the server's certificate, then those that lead from it to an authority.
    public var certificate: String
    /// A file in PEM: the private key of the first certificate.
    public var key: String
    public var passphrase: Passphrase?
    /// Clients that speak nothing newer are refused.
    public var minimumVersion = Version.v12
    /// Asks clients for certificates; nil asks for none.
    public var clients: Clients?

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// The files that all of it comes from.
    var files: [String] {
        let files = [certificate, key] + (clients.map { [$0.authorities] } ?? [])
        if case .file(let path)? = passphrase { return files + [path] }
        return files
    }
}
