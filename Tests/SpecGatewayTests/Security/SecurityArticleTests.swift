import Foundation
import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

@Suite("The article about security")
struct SecurityArticleTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

    private static func article() throws -> String {
        try String(
            contentsOf: root.appending(path: "Sources/SpecGateway/SpecGateway.docc/Security.md"), encoding: .utf8)
    }

    private static func blocks(_ language: String) throws -> [String] {
        try article().components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    @Test func `shows configurations that are right`() throws {
        for variable in ["INTROSPECTION_SECRET", "API_TOKENS"] { setenv(variable, "a=secret", 1) }
        setenv("API_USERS", "ann=secret", 1)
        let blocks = try Self.blocks("yaml")
        #expect(blocks.count == 7)
        for block in blocks { #expect(GatewayConfiguration.messages(for: block) == [], "\(block)") }
    }

    @Test func `shows the program that is compiled here`() throws {
        let program = try String(
            contentsOf: Self.root.appending(path: "Tests/SpecGatewayTests/Security/SecurityArticle.swift"),
            encoding: .utf8)
        let lines = try #require(program.components(separatedBy: "// article: begin\n").last)
        #expect(try Self.blocks("swift") == [try #require(lines.components(separatedBy: "// article: end").first)])
    }

    @Test(arguments: [("Cookie: s=1", 200), ("Cookie: s=2", 401), ("Cookie: t=1", 401), ("X: y", 401)])
    func `its verifier asks for sessions`(field: String, status: Int) async throws {
        let text = """
            openapi: 3.1.0
            info: { title: T, version: "1" }
            security: [ { Session: [read] } ]
            components: { securitySchemes: { Session: { type: apiKey, in: cookie, name: s } } }
            paths: { /a: { get: { responses: { default: { description: "", content: { "*/*": {} } } } } } }
            """
        try await withDirectory { directory in
            try write(text, to: directory + "/t.yaml")
            var served = gateway(description: directory + "/t.yaml", sessions: Sessions(["1": "ann"]))
            served.specs[0].nodes.fallback(.echo)
            try await GatewayTests().running(served) { port, _ in
                let client = try await SocketClient(port: port)
                client.send("GET /a HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n")
                #expect(await client.answers(1).first?.status == status)
                await client.close()
            }
        }
    }
}
