import Foundation
import JSONCore
import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

extension ReadingLimits {
    fileprivate static let tests = ReadingLimits(
        maximumBytes: 10_000, maximumSources: 1, maximumDepth: 10, aliasNodes: 10)
}

/// Signals and files of a real process.
@Suite struct HangupTests {
    private static let renewed = "The certificate was read anew."

    private func serving(
        _ settings: String, in directory: String, _ body: (GatewayProcess) async throws -> Void
    ) async throws {
        try write(description("One"), to: directory + "/one.yaml")
        try write(Self.configuration(settings), to: directory + "/gateway.yaml")
        try await GatewayProcess.run(["--config", "gateway.yaml"], in: directory, body)
    }

    private static func configuration(_ server: String, _ more: String = "") -> String {
        "specs: [ { source: one.yaml } ]\nfallback: echo\nserver: { threads: 1, accessLog: off, \(server) }\n\(more)"
    }

    /// Nil when the client does not believe the server.
    private func status(_ path: String, _ process: GatewayProcess, _ authority: TestAuthority) async throws -> Int? {
        let client = try await SocketClient(
            port: process.port, sending: "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n", tls: authority.client())
        let text = await client.received { !Answer.parse($0).isEmpty || client.isClosed }
        await client.close()
        return Answer.parse(text).first?.status
    }

    @Test func `SIGHUP reads certificate and descriptions anew, and loses nobody`() async throws {
        let (authority, next) = (try TestAuthority(), try TestAuthority("The next authority"))
        try await withDirectory { directory in
            _ = try authority.server().write(to: directory)
            try await serving("tls: { certificate: server.pem, key: server.key }", in: directory) { process in
                let open = try await SocketClient(
                    port: process.port, sending: "GET /a HTTP/1.1\r\nHost: a\r\n\r\n", tls: authority.client())
                #expect(await open.answers(1).map(\.status) == [200])
                process.signal(SIGHUP)
                try await process.says(Self.renewed)

                _ = try next.server().write(to: directory)
                try write(description("One", paths: ["/a", "/b"]), to: directory + "/one.yaml")
                process.signal(SIGHUP)
                while try await status("/b", process, next) != 200 {}
                #expect(try await status("/b", process, authority) == nil)
                open.send("GET /b HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await open.answers(2).map(\.status) == [200, 200])

                try write("nonsense", to: directory + "/server.pem")
                process.signal(SIGHUP)
                try await process.says("The changed certificate cannot be used; the last good one stays.")
                #expect(try await status("/a", process, next) == 200)
            }
        }
    }

    @Test func `settings that need a restart are said when they change`() async throws {
        let authority = try TestAuthority()
        try await withDirectory { directory in
            _ = try authority.server().write(to: directory)
            _ = try TestAuthority("Another").server().write(to: directory, "other")
            try await serving("tls: { certificate: server.pem, key: server.key }", in: directory) { process in
                let changed = Self.configuration(
                    "tls: { certificate: other.pem, key: other.key }", "limits: { connections: 10 }\n")
                try write(changed, to: directory + "/gateway.yaml")
                try await process.says("counts from the next start on")
                #expect(process.log.contains("settings=limits, server.tls"))
                #expect(try await status("/a", process, authority) == 200)
            }
        }
    }

    @Test(arguments: [
        ("a: 1", "a: 1", []), ("a: 1", "a: 2", ["a"]), ("a: 1\nb: 2", "b: 2", ["a"]), ("b: 2", "b: 2\na: 1", ["a"]),
        ("server: { port: 1, host: a }", "server: { port: 2, host: a }", ["server.port"]),
        ("server: { port: 1 }", "server: { tls: { key: a } }", ["server.port", "server.tls"]),
        ("a: 1", "server: { port: 1 }\na: 1", ["server"]),
        ("security: { A: 1 }", "security: { A: 2 }", []),
        ("specs: [ { source: a, security: { A: 1 } } ]", "specs: [ { source: a } ]", []),
        ("specs: [ { source: a } ]", "specs: [ { source: b } ]", ["specs"]),
        ("specs: [ { source: a } ]", "specs: [ { source: a }, { source: b } ]", ["specs"]),
    ])
    func `all but verifiers counts from the next start on`(old: String, new: String, settings: [String]) throws {
        func json(_ text: String) throws -> JSON {
            try StructuredText.parse(Array(text.utf8), name: "g.yaml", limits: .tests)
        }
        #expect(StartSettings.changes(from: try json(old), to: try json(new)) == settings)
    }
}
