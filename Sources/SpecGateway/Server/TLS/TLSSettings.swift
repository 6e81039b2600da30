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

    /// A file in PEM: the server's certificate, then those that lead from it to an authority.
    public var certificate: String
    /// A file in PEM: the private key of the first certificate.
    public var key: String
    public var passphrase: Passphrase?
    /// Clients that speak nothing newer are refused.
    public var minimumVersion = Version.v12

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// The files that all of it comes from.
    var files: [String] {
        let files = [certificate, key]
        if case .file(let path)? = passphrase { return files + [path] }
        return files
    }
}
