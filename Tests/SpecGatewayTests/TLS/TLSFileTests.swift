import Foundation
import SpecRouter
import Testing
import X509

@testable import SpecGateway

/// What is wrong with the files is said at the start, by name.
@Suite struct TLSFileTests {
    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgkpHdXRs/3ZMwSe7k
        JXjlUyY+9JGbc1WDXmMQlIkZL2KhRANCAARJKf5qQ9gpS40ktLvVMnV/EekbF1Jz
        dPmnIEnoT6AbwGF1AeKj3cX7lQ4QCihoA7WFec/lVs/XQgnjUPr+jpHm
        -----END PRIVATE KEY-----
        """

    /// The same under the passphrase "open sesame".
    private static let encryptedKey = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg5L4aKGnPJZAICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEFKjsFv9MzLinjGVJyI3BDAEgZAH
        DxTjJAagCV/1DBKUvYxIfvQbxyEqaWXexV0hhD9p+k+ZsbCAbSIDbcEsfpYrKClZ
        YdScKte2NneeiuICOpqwLnzVSO2O2aQ5RwvNY81EKMsYiRrwoOEOBDyxaHJOSYN2
        Z5zD/etzXN1YUmbWFQDp3ihqN/TnvRAhO4u0ZTFETZ+lQ0iJPpfz74xhTA1HvvQ=
        -----END ENCRYPTED PRIVATE KEY-----
        """

    private let authority: TestAuthority

    init() throws {
        authority = try TestAuthority()
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Where \"D\" is the directory.
        let fault: String
        let change: @Sendable (TestAuthority, String, inout TLSSettings) throws -> Void

        init(
            _ name: String, _ fault: String,
            change: @escaping @Sendable (TestAuthority, String, inout TLSSettings) throws -> Void
        ) {
            testDescription = name
            self.fault = fault
            self.change = change
        }
    }

    static let cases = [
        Case("no certificate file", "The certificate file \"D/none.pem\" cannot be read.") { _, directory, settings in
            settings.certificate = directory + "/none.pem"
        },
        Case("no key file", "The key file \"D/none.key\" cannot be read.") { _, directory, settings in
            settings.key = directory + "/none.key"
        },
        Case("a directory", "The certificate file \"D\" cannot be read.") { _, directory, settings in
            settings.certificate = directory
        },
        Case(
            "a certificate that is none",
            "The file \"D/server.pem\" holds no certificate in PEM (\"-----BEGIN CERTIFICATE-----\")."
        ) { _, directory, _ in try write("hello", to: directory + "/server.pem") },
        Case(
            "files exchanged",
            "The file \"D/server.key\" holds no certificate in PEM (\"-----BEGIN CERTIFICATE-----\")."
        ) { _, directory, settings in swap(&settings.certificate, &settings.key) },
        Case(
            "a key that is none",
            "The file \"D/server.key\" holds no private key in PEM (\"-----BEGIN PRIVATE KEY-----\")."
        ) { _, directory, _ in try write("hello", to: directory + "/server.key") },
        Case(
            "another's key",
            """
            The key in "D/server.key" does not belong to the certificate in "D/server.pem": it has to be the private \
            key of the first certificate there.
            """
        ) { authority, directory, _ in try write(authority.server().key, to: directory + "/server.key") },
        Case(
            "an expired certificate", "A certificate in \"D/server.pem\" has expired at 2020-01-01T00:00:00Z: renew it."
        ) {
            authority, directory, _ in
            let end = Date(timeIntervalSince1970: 1_577_836_800)
            _ = try authority.server(from: end - 86_400, until: end).write(to: directory)
        },
        Case(
            "a certificate of the future",
            "A certificate in \"D/server.pem\" is not valid before 2099-01-01T00:00:00Z: is the clock of this machine right?"
        ) { authority, directory, _ in
            let begin = Date(timeIntervalSince1970: 4_070_908_800)
            _ = try authority.server(from: begin, until: begin + 86_400).write(to: directory)
        },
        Case(
            "an encrypted key alone",
            """
            The key in "D/server.key" is encrypted: name the environment variable or the file that holds its passphrase.
            """
        ) { _, directory, _ in try write(encryptedKey, to: directory + "/server.key") },
        Case("a wrong passphrase", "The passphrase does not fit the key in \"D/server.key\".") {
            _, directory, settings in
            try write(encryptedKey, to: directory + "/server.key")
            try write("close sesame\n", to: directory + "/phrase")
            settings.passphrase = .file(directory + "/phrase")
        },
        Case("an empty passphrase", "The file \"D/phrase\" holds no passphrase.") { _, directory, settings in
            try write("\n", to: directory + "/phrase")
            settings.passphrase = .file(directory + "/phrase")
        },
        Case("no passphrase file", "The passphrase file \"D/none\" cannot be read.") { _, directory, settings in
            settings.passphrase = .file(directory + "/none")
        },
        Case("no variable", "The environment variable \"SPECROUTER_TEST_NOTHING\" holds no passphrase.") {
            _, _, settings in
            settings.passphrase = .environment("SPECROUTER_TEST_NOTHING")
        },
    ]

    @Test(arguments: cases) func `a wrong file is named`(wrong: Case) async throws {
        try await withDirectory { directory in
            var settings = try authority.server().write(to: directory)
            try wrong.change(authority, directory, &settings)
            let error = await #expect(throws: ServerError.self) {
                try await withServer(tls: settings) { _ in }
            }
            #expect(error?.description == wrong.fault.replacing("\"D", with: "\"\(directory)"))
        }
    }

    @Test func `an encrypted key serves with its passphrase`() async throws {
        try await withDirectory { directory in
            let name = try DistinguishedName { CommonName("localhost") }
            let identity = try authority.issue(name, key: Self.key)
            var settings = try TestIdentity(certificate: identity.certificate, key: Self.encryptedKey)
                .write(to: directory)
            try write("open sesame\n", to: directory + "/phrase")
            settings.passphrase = .file(directory + "/phrase")
            try await withServer(tls: settings) { server in
                let tls = try authority.client()
                let client = try await server.client(sending: "GET /now HTTP/1.1\r\nHost: a\r\n\r\n", tls: tls)
                #expect(await client.answers(1).map(\.status) == [200])
            }
        }
    }

    @Test func `a configuration names files relative to its own`() throws {
        let configuration = try GatewayConfiguration.parsing(
            """
            specs: [ { source: a.yaml } ]
            server:
              tls: { certificate: c.pem, key: /k.pem, passphraseFile: p, minimumVersion: "1.3" }
            limits: { handshakeTimeout: 3s }
            """)
        var expected = TLSSettings(certificate: "c.pem", key: "/k.pem")
        expected.passphrase = .file("p")
        expected.minimumVersion = .v13
        #expect(configuration.server.tls == expected)
        #expect(configuration.limits.handshakeTimeout == .seconds(3))
    }
}
