import Foundation
import NIOSSL
import SpecRouter
import Testing
import X509

@testable import SpecGateway

@Suite struct CertificateReloadTests {
    private let authority: TestAuthority

    init() throws {
        authority = try TestAuthority()
    }

    private func gateway(_ settings: TLSSettings, in directory: String) throws -> Gateway {
        try write(description("T"), to: directory + "/t.yaml")
        try write("specs: [ { source: t.yaml } ]\nfallback: echo\n", to: directory + "/gateway.yaml")
        var gateway = Gateway(try .load(file: directory + "/gateway.yaml"))
        gateway.server.tls = settings
        return gateway
    }

    /// Asks on a new connection; nil when the client does not believe the server.
    private func status(_ port: Int, believing authority: TestAuthority) async throws -> Int? {
        let client = try await SocketClient(
            port: port, sending: "GET /a HTTP/1.1\r\nHost: a\r\n\r\n", tls: authority.client())
        let text = await client.received { !Answer.parse($0).isEmpty || client.isClosed }
        await client.close()
        return Answer.parse(text).first?.status
    }

    private func waits(for status: Int?, _ port: Int, believing authority: TestAuthority) async throws -> Bool {
        for _ in 0..<1500 {
            if try await self.status(port, believing: authority) == status { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    @Test func `a new certificate is for new connections, and a broken one for none`() async throws {
        let next = try TestAuthority("The next authority")
        try await withDirectory { directory in
            let settings = try authority.server().write(to: directory)
            var gateway = try self.gateway(settings, in: directory)
            gateway.server.certificatePoll = .milliseconds(20)
            let lines = Lines()
            try await GatewayTests().running(gateway, logger: lines.logger) { port, _ in
                let open = try await SocketClient(port: port, tls: authority.client())
                open.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await open.answers(1).map(\.status) == [200])

                _ = try next.server().write(to: directory)
                #expect(try await waits(for: 200, port, believing: next))
                #expect(try await status(port, believing: authority) == nil)
                open.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await open.answers(2).map(\.status) == [200, 200])

                try write("nonsense", to: settings.certificate)
                try await lines.wait { $0.contains("holds no certificate") }
                #expect(try await status(port, believing: next) == 200)
            }
        }
    }

    @Test func `a wish to reload reads the certificate anew`() async throws {
        let next = try TestAuthority("The next authority")
        try await withDirectory { directory in
            let settings = try authority.server().write(to: directory)
            var gateway = try self.gateway(settings, in: directory)
            gateway.server.certificatePoll = .seconds(600)
            let running = gateway
            try await GatewayTests().running(running) { port, _ in
                #expect(try await status(port, believing: authority) == 200)
                _ = try next.server().write(to: directory)
                running.reload()
                #expect(try await waits(for: 200, port, believing: next))
            }
        }
    }
}

extension Lines {
    /// Returns once a line is as wanted.
    func wait(until condition: (String) -> Bool) async throws {
        while !all.contains(where: condition) { try await Task.sleep(for: .milliseconds(5)) }
    }
}
