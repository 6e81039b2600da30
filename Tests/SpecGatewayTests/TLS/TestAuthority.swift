import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

@testable import SpecGateway

/// A certificate with its private key, both in PEM.
struct TestIdentity: Sendable {
    let certificate: String
    let key: String
}

/// Issues certificates for tests.
struct TestAuthority: Sendable {
    private let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    private let name: DistinguishedName
    private let root: Certificate

    init(_ commonName: String = "Test authority") throws {
        name = try DistinguishedName { CommonName(commonName) }
        root = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key.publicKey, notValidBefore: .now - 86_400,
            notValidAfter: .now + 86_400, issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
            }, issuerPrivateKey: key)
    }

    /// Of the authority itself.
    var pem: String { get throws { try root.serializeAsPEM().pemString } }

    /// - Parameter pem: the private key; a new one when nil.
    func issue(
        _ subject: DistinguishedName, names: [GeneralName] = [.dnsName("localhost")],
        from begin: Date = .now - 3600, until end: Date = .now + 3600, key pem: String? = nil
    ) throws -> TestIdentity {
        let key =
            try pem.map { try Certificate.PrivateKey(pemEncoded: $0) }
            ?? Certificate.PrivateKey(P256.Signing.PrivateKey())
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key.publicKey, notValidBefore: begin, notValidAfter: end,
            issuer: name, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions { SubjectAlternativeNames(names) }, issuerPrivateKey: self.key)
        return TestIdentity(
            certificate: try certificate.serializeAsPEM().pemString, key: try key.serializeAsPEM().pemString)
    }

    func server(from begin: Date = .now - 3600, until end: Date = .now + 3600) throws -> TestIdentity {
        try issue(DistinguishedName { CommonName("localhost") }, from: begin, until: end)
    }

    /// For a client that believes this authority.
    func client(
        _ identity: TestIdentity? = nil, protocols: [String] = [], versions: ClosedRange<Int> = 2...3
    ) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(pem.utf8)))
        configuration.applicationProtocols = protocols
        let known = [TLSVersion.tlsv1, .tlsv11, .tlsv12, .tlsv13]
        configuration.minimumTLSVersion = known[versions.lowerBound]
        configuration.maximumTLSVersion = known[versions.upperBound]
        if let identity {
            let chain = try NIOSSLCertificate.fromPEMBytes(Array(identity.certificate.utf8))
            configuration.certificateChain = chain.map { .certificate($0) }
            configuration.privateKey = .privateKey(
                try NIOSSLPrivateKey(bytes: Array(identity.key.utf8), format: .pem))
        }
        return try NIOSSLContext(configuration: configuration)
    }
}

extension TestIdentity {
    /// Writes both files into a directory.
    func write(to directory: String, _ name: String = "server") throws -> TLSSettings {
        let settings = TLSSettings(certificate: "\(directory)/\(name).pem", key: "\(directory)/\(name).key")
        try SpecGatewayTests.write(certificate, to: settings.certificate)
        try SpecGatewayTests.write(key, to: settings.key)
        return settings
    }
}
