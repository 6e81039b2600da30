import Foundation
import SpecRouter
import Testing
import X509

@testable import SpecGateway

@Suite struct TLSArticleTests {
    /// The configuration of the article.
    private func example() throws -> String {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let article = root.appending(path: "Sources/SpecGateway/SpecGateway.docc/TLS.md")
        let parts = try String(contentsOf: article, encoding: .utf8).split(separator: "```")
        return String(try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5))
    }

    @Test func `the configuration of the article serves`() async throws {
        let authority = try TestAuthority()
        try await withDirectory { directory in
            try FileManager.default.createDirectory(atPath: directory + "/tls", withIntermediateDirectories: false)
            _ = try authority.server().write(to: directory + "/tls")
            try write(authority.pem, to: directory + "/tls/clients.pem")
            try write(description("Pets"), to: directory + "/petstore.yaml")
            try write(try example(), to: directory + "/gateway.yaml")
            let gateway = Gateway(try .load(file: directory + "/gateway.yaml"))
            #expect(gateway.limits == Limits())
            #expect(gateway.server.port == 8443)
            #expect(gateway.server.tls?.clients?.verify == .optional)
            try await GatewayTests().running(gateway) { port, _ in
                let identity = try authority.issue(DistinguishedName { CommonName("a") })
                let tls = try authority.client(identity, protocols: ["h2"])
                let client = try await FrameClient(try await SocketClient(port: port, tls: tls))
                client.send(.get("/a"))
                #expect(try await client.answer().status == 200)
            }
        }
    }
}
