import Foundation
import OpenAPIModel
import Testing

@testable import SpecRouter

@Suite struct CertificateStoreTests {
    private static let now = Date(timeIntervalSince1970: 1_000_000)

    private static func certificate(
        _ subject: String = "CN=billing,O=Example", names: Set<String> = [], der: String = "der", expires: Date? = nil
    ) -> PeerCertificate {
        PeerCertificate(
            subject: subject, commonName: "billing", alternativeNames: names, sha256: SecretHash(of: der),
            expires: expires)
    }

    private static let store = CertificateStore([
        .init(name: "one", mark: .sha256(SecretHash(of: "one")), scopes: ["write"]),
        .init(name: "subject", mark: .subject("CN=billing,O=Example")),
        .init(name: "name", mark: .alternativeName("dns:billing.example")),
        .init(name: "path", mark: .alternativeName("uri:spiffe://example/billing")),
    ])

    struct Case: Sendable {
        var certificate: PeerCertificate
        var name: String?
    }

    @Test(arguments: [
        Case(certificate: certificate(), name: "subject"),
        Case(certificate: certificate(der: "one"), name: "one"),
        Case(certificate: certificate("CN=other", der: "one"), name: "one"),
        Case(certificate: certificate("CN=other", names: ["dns:billing.example"]), name: "name"),
        Case(certificate: certificate("CN=other", names: ["uri:spiffe://example/billing", "dns:x"]), name: "path"),
        Case(certificate: certificate("CN=other", names: ["uri:dns:billing.example", "billing.example"])),
        Case(certificate: certificate("CN=other")), Case(certificate: certificate("cn=billing,o=example")),
        Case(certificate: certificate("CN=billing,O=Example,C=X")),
        Case(certificate: certificate(expires: now)), Case(certificate: certificate(expires: now + 1), name: "subject"),
    ])
    func `a certificate is known by its mark`(example: Case) {
        #expect(Self.store.principal(of: example.certificate) { Self.now }?.name == example.name)
    }

    @Test func `any verified certificate passes where that is said`() {
        #expect(CertificateStore.verified.principal(of: Self.certificate()) { Self.now }?.name == "billing")
        let nameless = PeerCertificate(subject: "O=Example", sha256: SecretHash(of: "x"))
        #expect(CertificateStore.verified.principal(of: nameless) { Self.now }?.name == "O=Example")
        #expect(CertificateStore.verified.principal(of: Self.certificate(expires: Self.now)) { Self.now } == nil)
    }

    @Test func `what is wrong with a store is said`() {
        #expect(CertificateStore([]).faults == ["It holds no certificates."])
        #expect(
            CertificateStore([.init(name: "a", mark: .subject("x")), .init(name: "b", mark: .subject("x"))]).faults
                == ["The certificates named \"a\" and \"b\" are known by the same mark."])
        #expect(Self.store.faults.isEmpty)
    }

    private static let description = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        paths:
          /a: { get: { security: [ { Mutual: [] } ], responses: { '204': { description: ok } } } }
          /b: { get: { security: [ { Mutual: [write] } ], responses: { '204': { description: ok } } } }
          /c: { get: { security: [ { Mutual: [], Key: [] } ], responses: { '204': { description: ok } } } }
        components:
          securitySchemes:
            Mutual: { type: mutualTLS }
            Key: { type: apiKey, in: header, name: X-Key }
        """

    private static func compilation(_ mutual: CredentialVerifier) throws -> Compilation {
        let loaded = DescriptionLoader.load(bytes: Array(description.utf8), uri: "file:///t.yaml", name: "t.yaml") {
            _ in
            []
        }
        var nodes = NodeRegistry()
        nodes.fallback { _ in NodeResponse(status: .noContent) }
        return APICompiler().compile([
            SpecInput(
                document: try #require(loaded.document), nodes: nodes,
                security: ["Mutual": mutual, "Key": .apiKeys(.plain(["ann": "key"]))])
        ])
    }

    @Test(
        arguments: [
            ("/a", "der", nil, 204), ("/a", nil, nil, 401), ("/a", "stranger", nil, 401), ("/b", "der", nil, 403),
            ("/b", "one", nil, 204), ("/c", "der", "key", 204), ("/c", "der", nil, 401), ("/c", nil, "key", 401),
        ] as [(String, String?, String?, Int)])
    func `the connection's certificate decides`(path: String, der: String?, key: String?, status: Int) async throws {
        let peer = der.map { Self.certificate($0 == "stranger" ? "CN=stranger" : "CN=billing,O=Example", der: $0) }
        let head = RequestHead(
            method: "GET", target: path, fields: key.map { [("X-Key", $0)] } ?? [], requestID: "1", peer: peer)
        let verifiers: [CredentialVerifier] = [
            .certificates(Self.store),
            .custom { credential in
                guard case .certificate(let certificate) = credential, certificate.subject != "CN=stranger" else {
                    return nil
                }
                let isOne = certificate.sha256 == SecretHash(of: "one")
                return Principal(name: certificate.subject, scheme: "", scopes: isOne ? ["write"] : [])
            },
        ]
        for verifier in verifiers {
            let response = await (try #require(try Self.compilation(verifier).api)).respond(to: head)
            #expect(response.status == status)
            #expect(
                response.fields.contains { $0.value.hasPrefix("ClientCertificate realm=\"T\"") } == (status == 401))
        }
    }

    @Test func `other verifiers do not suit`() throws {
        for verifier in [
            CredentialVerifier.apiKeys(.plain(["a": "b"])), .basic(.plain(["a": "b"])), .tokens(.jwks(""), .pets),
        ] {
            let compilation = try Self.compilation(verifier)
            #expect(compilation.api == nil)
            #expect(compilation.diagnostics.contains { $0.code == .unsuitableVerifier })
        }
    }
}
