import Foundation
import NIOSSL
import OpenAPIModel
import SpecRouter
import SwiftASN1
import Synchronization
import Testing
import X509

import struct SpecRouter.CertificateStore

@testable import SpecGateway

/// Certificates of clients, from the handshake to security.
@Suite struct ClientCertificateTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        components: { securitySchemes: { Certificate: { type: mutualTLS } } }
        paths:
          /open: { get: { x-entry-node-id: name, responses: { default: { description: "", content: { "*/*": {} } } } } }
          /closed:
            get:
              x-entry-node-id: name
              security: [ { Certificate: [] } ]
              responses: { default: { description: "", content: { "*/*": {} } } }
        """

    private let authority: TestAuthority
    private let stranger: TestAuthority

    init() throws {
        authority = try TestAuthority()
        stranger = try TestAuthority("Another authority")
    }

    private func api(_ store: CertificateStore) throws -> CompiledAPI {
        var nodes = NodeRegistry()
        nodes.register("name") { request in .text(request.principals.first?.name ?? "nobody") }
        return try StreamServer.compile(
            Self.description, nodes, .hasty(), security: ["Certificate": .certificates(store)])
    }

    private var billing: DistinguishedName {
        get throws {
            try DistinguishedName {
                CountryName("DE")
                OrganizationName("Example, Inc.")
                CommonName("billing")
            }
        }
    }

    private func withServer(
        _ verify: TLSSettings.Clients.Verification, _ store: CertificateStore = .verified,
        _ body: (RunningServer) async throws -> Void
    ) async throws {
        try await withDirectory { directory in
            var settings = try authority.server().write(to: directory)
            try write(authority.pem, to: directory + "/clients.pem")
            settings.clients = TLSSettings.Clients(authorities: directory + "/clients.pem")
            settings.clients?.verify = verify
            try await SpecGatewayTests.withServer(api: try api(store), tls: settings, body)
        }
    }

    /// Nil when the connection ends without an answer.
    private func ask(
        _ path: String, _ server: RunningServer, _ identity: TestIdentity?, protocols: [String] = []
    ) async throws -> (status: Int?, text: String)? {
        let tls = try authority.client(identity, protocols: protocols)
        if protocols == ["h2"] {
            let client = try await FrameClient(server, tls: tls)
            client.send(.get(path))
            let answer = try await client.answer()
            return answer.status.map { ($0, answer.text) }
        }
        let client = try await server.client(sending: "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n", tls: tls)
        let text = await client.received { !Answer.parse($0).isEmpty || client.isClosed }
        return Answer.parse(text).first.map { ($0.status, $0.body) }
    }

    enum Identity: CaseIterable {
        case good, none, strange, expired
    }

    private func identity(_ identity: Identity) throws -> TestIdentity? {
        let past = Date.now - 7200
        return switch identity {
        case .good: try authority.issue(billing)
        case .none: nil
        case .strange: try stranger.issue(billing)
        case .expired: try authority.issue(billing, from: past - 7200, until: past)
        }
    }

    @Test(arguments: Identity.allCases, [[], ["h2"]])
    func `a certificate that is asked for may be missing, but not bad`(
        identity: Identity, protocols: [String]
    ) async throws {
        try await withServer(.optional) { server in
            let certificate = try self.identity(identity)
            let open = try await ask("/open", server, certificate, protocols: protocols)
            let closed = try await ask("/closed", server, certificate, protocols: protocols)
            switch identity {
            case .good:
                #expect(open?.status == 200)
                #expect(closed?.status == 200)
                #expect(closed?.text == "billing")
            case .none:
                #expect(open?.status == 200)
                #expect(closed?.status == 401)
            case .strange, .expired:
                #expect(open == nil)
                #expect(closed == nil)
            }
        }
    }

    @Test(arguments: Identity.allCases, [[], ["h2"]])
    func `without a certificate that is required there is no connection`(
        identity: Identity, protocols: [String]
    ) async throws {
        try await withServer(.required) { server in
            let answer = try await ask("/closed", server, try self.identity(identity), protocols: protocols)
            #expect(answer?.status == (identity == .good ? 200 : nil))
        }
    }

    @Test func `a certificate is known by any of its marks`() async throws {
        let names: [GeneralName] = [
            .dnsName("billing.example"), .uniformResourceIdentifier("spiffe://example/billing"),
            .rfc822Name("billing@example.com"), .ipAddress(.init(contentBytes: [192, 0, 2, 1])),
        ]
        let certificate = try authority.issue(billing, names: names)
        let bytes = try NIOSSLCertificate.fromPEMBytes(Array(certificate.certificate.utf8))[0].toDERBytes()
        let marks: [CertificateStore.Mark] = [
            .subject("CN=billing,O=Example\\, Inc.,C=DE"), .alternativeName("dns:billing.example"),
            .alternativeName("uri:spiffe://example/billing"), .alternativeName("email:billing@example.com"),
            .alternativeName("ip:192.0.2.1"), .sha256(SecretHash(of: bytes)),
        ]
        for mark in marks {
            let store = CertificateStore([.init(name: "known", mark: mark)])
            try await withServer(.optional, store) { server in
                let answer = try await ask("/closed", server, certificate)
                #expect(answer?.text == "known", "\(mark)")
                let other = try await ask("/closed", server, authority.issue(DistinguishedName { CommonName("b") }))
                #expect(other?.status == 401)
            }
        }
    }

    @Test func `a session that is resumed keeps its certificate`() async throws {
        try await withServer(.required) { server in
            for _ in 0..<3 {
                let answer = try await ask("/closed", server, identity(.good))
                #expect(answer?.text == "billing")
            }
        }
    }

    @Test func `a scheme that nobody is asked to meet is told`() throws {
        var gateway = Gateway(.file("t.yaml"), security: ["Certificate": .certificates(.verified)])
        let loaded = DescriptionLoader.load(
            bytes: Array(Self.description.utf8), uri: "file:///t.yaml", name: "t.yaml"
        ) { _ in [] }
        let finding = try #require(gateway.certificateCautions([loaded]).first)
        #expect(finding.code.rawValue == "unasked-certificates")
        #expect(finding.location?.line == 3)
        gateway.server.tls = TLSSettings(certificate: "a", key: "b")
        #expect(gateway.certificateCautions([loaded]).count == 1)
        gateway.server.tls?.clients = TLSSettings.Clients(authorities: "c")
        #expect(gateway.certificateCautions([loaded]).isEmpty)
        #expect(Gateway(.file("t.yaml")).certificateCautions([loaded]).isEmpty)
    }

    @Test func `without authorities no certificate counts`() async throws {
        try await withDirectory { directory in
            let settings = try authority.server().write(to: directory)
            try await SpecGatewayTests.withServer(api: try api(.verified), tls: settings) { server in
                let answer = try await ask("/closed", server, identity(.good))
                #expect(answer?.status == 401)
            }
        }
    }
}
