import NIOCore
import NIOSSL

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The certificate and the rules that new connections get.
struct ServerTLS: Sendable {
    let context: NIOSSLContext

    /// Reads and checks all files: what would fail each handshake fails here, once and by name.
    init(_ settings: TLSSettings, _ http2: HTTP2Use = .withTLS, now: Date = Date()) throws(TLSFault) {
        let chain = try Self.chain(settings.certificate, now: now)
        let key = try Self.key(settings)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = settings.minimumVersion == .v13 ? .tlsv13 : .tlsv12
        // Ephemeral keys and authenticated encryption alone; those of TLS 1.3 are not for choice.
        configuration.cipherSuites = "ECDHE+AESGCM:ECDHE+CHACHA20"
        configuration.applicationProtocols = http2 == .never ? ["http/1.1"] : ["h2", "http/1.1"]
        configuration.shutdownTimeout = .seconds(1)
        if let clients = settings.clients {
            configuration.trustRoots = .certificates(try Self.certificates(clients.authorities, "authorities"))
            configuration.certificateVerification =
                clients.verify == .required ? .noHostnameVerification : .optionalVerification
            configuration.sendCANameList = true
        }
        do {
            context = try NIOSSLContext(configuration: configuration)
        } catch {
            throw TLSFault(
                """
                The key in "\(settings.key)" does not belong to the certificate in "\(settings.certificate)": it has to \
                be the private key of the first certificate there.
                """)
        }
    }

    private static func chain(_ path: String, now: Date) throws(TLSFault) -> [NIOSSLCertificate] {
        let chain = try certificates(path, "certificate")
        for certificate in chain { try check(certificate, path, now: now) }
        return chain
    }

    private static func certificates(_ path: String, _ role: String) throws(TLSFault) -> [NIOSSLCertificate] {
        let bytes = try contents(of: path, role)
        guard let certificates = try? NIOSSLCertificate.fromPEMBytes(bytes), !certificates.isEmpty else {
            throw TLSFault("The file \"\(path)\" holds no certificate in PEM (\"-----BEGIN CERTIFICATE-----\").")
        }
        return certificates
    }

    private static func check(_ certificate: NIOSSLCertificate, _ path: String, now: Date) throws(TLSFault) {
        let end = Date(timeIntervalSince1970: Double(certificate.notValidAfter))
        let begin = Date(timeIntervalSince1970: Double(certificate.notValidBefore))
        guard end > now else {
            throw TLSFault("A certificate in \"\(path)\" has expired at \(end.formatted(.iso8601)): renew it.")
        }
        guard begin <= now else {
            throw TLSFault(
                """
                A certificate in "\(path)" is not valid before \(begin.formatted(.iso8601)): is the clock of this \
                machine right?
                """)
        }
    }

    private static func key(_ settings: TLSSettings) throws(TLSFault) -> NIOSSLPrivateKey {
        let path = settings.key
        let bytes = try contents(of: path, "key")
        let phrase = try settings.passphrase.map { (passphrase) throws(TLSFault) in try octets(of: passphrase) }
        // Without a phrase, BoringSSL would ask for one on the terminal.
        let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem) { (set: NIOSSLPassphraseSetter<[UInt8]>) in
            set(phrase ?? [])
        }
        if let key { return key }
        guard String(decoding: bytes, as: UTF8.self).contains("ENCRYPTED") else {
            throw TLSFault("The file \"\(path)\" holds no private key in PEM (\"-----BEGIN PRIVATE KEY-----\").")
        }
        guard phrase == nil else { throw TLSFault("The passphrase does not fit the key in \"\(path)\".") }
        throw TLSFault(
            "The key in \"\(path)\" is encrypted: name the environment variable or the file that holds its passphrase.")
    }

    private static func octets(of passphrase: TLSSettings.Passphrase) throws(TLSFault) -> [UInt8] {
        switch passphrase {
        case .environment(let name):
            guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
                throw TLSFault("The environment variable \"\(name)\" holds no passphrase.")
            }
            return Array(value.utf8)
        case .file(let path):
            let bytes = try contents(of: path, "passphrase")
            let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x0a && $0 != 0x0d }
            guard let end else { throw TLSFault("The file \"\(path)\" holds no passphrase.") }
            return Array(bytes[...end])
        }
    }

    private static func contents(of path: String, _ role: String) throws(TLSFault) -> [UInt8] {
        do throws(KeyFile.Unreadable) {
            return try KeyFile.contents(of: path)
        } catch {
            throw TLSFault("The \(role) file \"\(path)\" cannot be read.")
        }
    }
}

/// Why TLS cannot be spoken with the files that are there; a full sentence that names the file.
struct TLSFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
