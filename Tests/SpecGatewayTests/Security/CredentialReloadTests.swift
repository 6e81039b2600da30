import Foundation
import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

@Suite("Files of credentials")
struct CredentialReloadTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        security: [ { Key: [] }, { Basic: [] } ]
        components:
          securitySchemes:
            Key: { type: apiKey, in: header, name: X-Key }
            Basic: { type: http, scheme: basic }
        paths:
          /a: { get: { responses: { default: { description: "", content: { "*/*": {} } } } } }
        """

    private static func configuration(_ more: String = "") -> String {
        """
        specs: [ { source: t.yaml } ]
        fallback: echo
        security:
          Key: { file: keys.yaml }
          Basic: { file: users.json, holds: users }
        \(more)
        """
    }

    private static func keys(_ key: String) -> String { "- { name: ann, sha256: \(KeyStore.hash(key)) }\n" }

    private static func users(_ password: String) -> String {
        let hash = PasswordHash(hashing: Secret(password), iterations: 1000)
        return #"[{"name": "bob", "password": "\#(hash)"}]"#
    }

    private func withFiles(_ body: (String) async throws -> Void) async throws {
        try await withDirectory { directory in
            try write(Self.description, to: directory + "/t.yaml")
            try write(Self.configuration(), to: directory + "/gateway.yaml")
            try write(Self.keys("one"), to: directory + "/keys.yaml")
            try write(Self.users("pw"), to: directory + "/users.json")
            try await body(directory)
        }
    }

    private func status(_ field: String, port: Int) async throws -> Int {
        let client = try await SocketClient(port: port)
        client.send("GET /a HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n")
        let answer = await client.answers(1).first
        await client.close()
        return try #require(answer).status
    }

    /// Asks until the answer has that status.
    private func waits(for status: Int, _ field: String, port: Int) async throws -> Bool {
        for _ in 0..<1500 {
            if try await self.status(field, port: port) == status { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    private static func basic(_ text: String) -> String {
        "Authorization: Basic \(Data(text.utf8).base64EncodedString())"
    }

    @Test func `are read again when they change, and bad ones change nothing`() async throws {
        try await withFiles { directory in
            var gateway = Gateway(try .load(file: directory + "/gateway.yaml"))
            gateway.credentials?.poll = .milliseconds(20)
            try await GatewayTests().running(gateway) { port, journal in
                #expect(try await status("X-Key: one", port: port) == 200)
                #expect(try await status(Self.basic("bob:pw"), port: port) == 200)
                try write(Self.keys("two"), to: directory + "/keys.yaml")
                #expect(try await waits(for: 200, "X-Key: two", port: port))
                #expect(try await status("X-Key: one", port: port) == 401)
                try write(Self.users("other"), to: directory + "/users.json")
                #expect(try await waits(for: 200, Self.basic("bob:other"), port: port))
                #expect(try await status(Self.basic("bob:pw"), port: port) == 401)
                let reports = journal.reported.count
                try write("- { name: ann, sha256: nonsense }\n", to: directory + "/keys.yaml")
                try await journal.reports(reports + 1)
                #expect(journal.reported.last?.first?.location?.description == "\(directory)/keys.yaml:1:24")
                #expect(try await status("X-Key: two", port: port) == 200)
                try write(
                    Self.configuration().replacing(
                        "file: keys.yaml", with: "keys: [ { name: x, sha256: \(KeyStore.hash("three")) } ]"),
                    to: directory + "/gateway.yaml")
                #expect(try await waits(for: 200, "X-Key: three", port: port))
                #expect(try await status("X-Key: two", port: port) == 401)
            }
        }
    }

    @Test(arguments: [
        ("keys.yaml", "[]", "keys.yaml:1:1"), ("keys.yaml", "- { name: ann }", "keys.yaml:1:3"),
        ("keys.yaml", "- { name: ann, sha256: x }", "keys.yaml:1:24"), ("keys.yaml", "a: b", "keys.yaml:1:1"),
        ("keys.yaml", "- { name: ann, sha: x }", "keys.yaml:1:3"), ("keys.yaml", "[", "keys.yaml:2:1"),
        ("users.json", #"[{"name": "a:b", "password": "x"}]"#, "users.json:1:11"),
    ])
    func `are refused where they are wrong`(name: String, text: String, place: String) async throws {
        try await withFiles { directory in
            try write(text + "\n", to: "\(directory)/\(name)")
            do throws(DiagnosticError) {
                _ = try GatewayConfiguration.load(file: directory + "/gateway.yaml")
                Issue.record("accepted")
            } catch {
                let places = error.diagnostics.compactMap { $0.location?.description }
                #expect(places.contains("\(directory)/\(place)"), "\(places)")
            }
        }
    }

    @Test func `that are missing are named`() async throws {
        try await withFiles { directory in
            try FileManager.default.removeItem(atPath: directory + "/keys.yaml")
            do throws(DiagnosticError) {
                _ = try GatewayConfiguration.load(file: directory + "/gateway.yaml")
                Issue.record("accepted")
            } catch {
                #expect(error.diagnostics.contains { $0.location?.line == 4 })
                #expect(error.diagnostics.contains { $0.message.contains("keys.yaml") })
            }
        }
    }
}
