import Foundation
import NIOSSL
import SpecRouter
import Synchronization
import Testing
import X509

@testable import SpecGateway

/// An upstream that is asked by https.
@Suite struct SecureUpstreamTests {
    private static func context(_ identity: TestIdentity) throws -> NIOSSLContext {
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(identity.certificate.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(identity.key.utf8), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
    }

    /// What a client gets of an upstream with this certificate, how often that one was asked, and what the log says.
    ///
    /// - Parameter believed: an authority; those of the system when nil.
    private static func exchange(
        _ identity: TestIdentity, believing believed: TestAuthority?
    ) async throws -> (answer: Answer, asked: Int, log: [String]) {
        let asked = Mutex(0)
        let lines = Lines()
        var answers: [Answer] = []
        try await withDirectory { directory in
            if let believed { try write(believed.pem, to: directory + "/ca.pem") }
            let play: UpstreamServer.Play = { connection in
                while try await connection.head() != nil {
                    asked.withLock { $0 += 1 }
                    try await connection.answer(#"{"id":1}"#)
                }
            }
            try await UpstreamServer.run(tls: try context(identity), play) { upstream in
                try await ProxyServer.run(
                    before: "https://localhost:\(upstream.port)", logger: lines.logger,
                    change: { $0.authorities = believed == nil ? nil : directory + "/ca.pem" }
                ) { server in
                    let client = try await server.client(sending: `An upstream's answer`.get)
                    answers = await client.answers(1)
                }
            }
        }
        return (try #require(answers.first), asked.withLock { $0 }, lines.all)
    }

    @Test func `is believed with a certificate of the authority`() async throws {
        let authority = try TestAuthority()
        let (answer, asked, _) = try await Self.exchange(try authority.server(), believing: authority)
        #expect(answer.status == 200)
        #expect(answer.body == #"{"id":1}"#)
        #expect(asked == 1)
    }

    enum Fault: CaseIterable {
        case otherAuthority, noAuthority, otherHost, expired, notYetValid
    }

    @Test(arguments: Fault.allCases) func `is not asked when it cannot prove who it is`(fault: Fault) async throws {
        let authority = try TestAuthority()
        let identity =
            switch fault {
            case .otherAuthority: try TestAuthority("Somebody else").server()
            case .noAuthority: try authority.server()
            case .otherHost:
                try authority.issue(DistinguishedName { CommonName("localhost") }, names: [.dnsName("other.example")])
            case .expired: try authority.server(from: .now - 7200, until: .now - 3600)
            case .notYetValid: try authority.server(from: .now + 3600, until: .now + 7200)
            }
        let (answer, asked, log) = try await Self.exchange(
            identity, believing: fault == .noAuthority ? nil : authority)
        #expect(answer.status == 502)
        #expect(answer.body.contains("urn:specrouter:problem:upstream-unreachable"))
        #expect(!answer.body.contains("localhost"))
        #expect(asked == 0)
        #expect(log.contains { $0.contains("TLS could not be agreed on with https://localhost:") }, "\(log)")
    }
}
