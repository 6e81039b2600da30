import Foundation
import Testing

@Suite("The commands")
struct CommandTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var input = ""
        var environment: [String: String] = [:]
        var status: Int32
        /// Texts that stderr has to contain.
        var says: [String] = []
        /// A text that stdout has to contain.
        var prints = ""

        var testDescription: String { "specrouter \(arguments.joined(separator: " ")) -> \(status)" }
    }

    static let cases: [Case] = [
        Case(arguments: ["--version"], status: 0, prints: "0.1.0"),
        Case(arguments: ["--help"], status: 0, prints: "SUBCOMMANDS"),
        Case(arguments: ["serve", "--help"], status: 0, prints: "--accept-any-credential"),
        Case(arguments: ["serve"], status: 2, says: ["--config"]),
        Case(arguments: ["serve", "a.yaml", "--prot", "1"], status: 2, says: ["--port"]),
        Case(arguments: ["serve", "a.yaml", "--port", "70000"], status: 2, says: ["0 to 65535"]),
        Case(arguments: ["serve", "a.yaml", "--tls-key", "a.key"], status: 2, says: ["go together"]),
        Case(
            arguments: [
                "serve", "specs/petstore.yaml", "--fallback", "mock", "--accept-any-credential", "--tls-certificate",
                "no.pem", "--tls-key", "no.key",
            ],
            status: 1, says: ["error: The certificate file \"no.pem\" cannot be read."]),
        Case(arguments: ["frobnicate"], status: 2),
        Case(arguments: ["check", "specs/petstore.yaml"], status: 0, prints: "3 operations, 0 errors, 0 warnings"),
        Case(
            arguments: ["check", "Fixtures/descriptions/parameter-in-nowhere.yaml", "--sarif"], status: 1,
            prints: #""startLine": 7"#),
        Case(
            arguments: ["check", "Fixtures/descriptions/parameter-in-nowhere.yaml", "--json"], status: 1,
            prints: #""hint": "Did you mean \"query\"?""#),
        Case(arguments: ["check", "a.yaml", "--json", "--sarif"], status: 2, says: ["one of --json and --sarif"]),
        Case(arguments: ["diff", "specs/petstore.yaml", "specs/petstore.yaml"], status: 0, prints: "0 changes"),
        Case(
            arguments: ["diff", "specs/petstore.yaml", "specs/benchmark.yaml"], status: 1,
            prints: "! removed: the operation."),
        Case(
            arguments: ["diff", "specs/petstore.yaml", "specs/benchmark.yaml", "--json"], status: 1,
            prints: #""breaking": true"#),
        Case(arguments: ["diff", "specs/petstore.yaml", "no-such.yaml"], status: 1, says: ["no-such.yaml"]),
        Case(arguments: ["check", "Fixtures/lint/nullable-keyword.yaml"], status: 0, prints: "0 errors, 1 warning"),
        Case(
            arguments: [
                "check", "Fixtures/lint/nullable-keyword.yaml", "--config", "Fixtures/lint/levels/gateway.yaml",
            ], status: 1, prints: "1 error, 0 warnings"),
        Case(
            arguments: ["check", "Fixtures/lint/invalid-default.yaml", "Fixtures/lint/invalid-default-not.yaml"],
            status: 0, prints: ": 1 operation, 0 errors"),
        Case(arguments: ["check", "no-such.yaml"], status: 1, says: ["no-such.yaml"]),
        Case(arguments: ["check", "README.md"], status: 1, says: ["README.md"]),
        Case(arguments: ["routes", "specs/petstore.yaml"], status: 0, prints: "pets.create"),
        Case(arguments: ["routes", "specs/petstore.yaml", "--json"], status: 0, prints: #""node": "pets.create""#),
        Case(arguments: ["routes", "no-such.yaml"], status: 1, says: ["no-such.yaml"]),
        Case(
            arguments: ["overlay", "specs/petstore.yaml", "Fixtures/overlays/petstore.overlay.yaml"], status: 0,
            says: ["petstore.overlay.yaml:12:13: warning", "petstore.overlay.yaml:11:15: warning"],
            prints: "x-entry-node-id: pets.all"),
        Case(
            arguments: ["overlay", "specs/petstore.yaml", "Fixtures/overlays/incompatible.overlay.yaml"], status: 1,
            says: ["incompatible.overlay.yaml:8:19: error"]),
        Case(arguments: ["overlay", "specs/petstore.yaml"], status: 2, says: ["overlay"]),
        Case(
            arguments: ["check", "specs/petstore.yaml", "--overlay", "Fixtures/overlays/petstore.overlay.yaml"],
            status: 0, says: ["Did you mean \"summary\"?"], prints: "2 operations, 0 errors, 3 warnings"),
        Case(
            arguments: ["check", "specs/petstore.yaml", "--overlay", "no-such.yaml"], status: 1,
            says: ["no-such.yaml"]),
        Case(
            arguments: ["routes", "specs/petstore.yaml", "--overlay", "Fixtures/overlays/petstore.overlay.yaml"],
            status: 0, prints: "pets.all"),
        Case(
            arguments: [
                "serve", "specs/petstore.yaml", "--overlay", "Fixtures/overlays/petstore.overlay.yaml", "--port", "0",
            ], status: 1, says: ["pets.all", "petstore.overlay.yaml:10:24"]),
        Case(arguments: ["bind", "specs/petstore.yaml"], status: 0, says: ["names a node"]),
        Case(arguments: ["bind", "no-such.yaml"], status: 1, says: ["no-such.yaml"]),
        Case(
            arguments: ["hash-key"], input: "abc\n", status: 0,
            prints: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"),
        Case(arguments: ["hash-key"], status: 1, says: ["no key on stdin"]),
        Case(arguments: ["hash-password"], input: "open sesame\n", status: 0, prints: "$scrypt$ln=15,r=8,p=3$"),
        Case(arguments: ["hash-password"], status: 1, says: ["no password on stdin"]),
        Case(
            arguments: ["serve", "specs/petstore.yaml", "--port", "0"], status: 1,
            says: ["pets.list", "petstore.yaml:", "ApiKey"]),
        Case(arguments: ["serve", "a.yaml", "--fallback", "proxy=ftp://a"], status: 2, says: ["proxy=URL"]),
        Case(
            arguments: ["serve", "specs/petstore.yaml", "--fallback", "echo", "--port", "0"], status: 1,
            says: ["ApiKey", "no verifier"]),
        Case(
            arguments: ["serve", "igniteconnex:x", "--fallback", "echo", "--port", "0"], status: 1,
            says: ["--registry"]),
        Case(
            arguments: ["serve", "http://127.0.0.1:1/openapi.yaml", "--fallback", "echo", "--port", "0"],
            environment: ["XDG_CACHE_HOME": "/nonexistent"], status: 1, says: ["127.0.0.1:1"]),
        Case(arguments: ["registry", "no-such-folder"], status: 1, says: ["no-such-folder"]),
        Case(
            arguments: ["registry", "specs", "--port", "0"], environment: ["SPECROUTER_REGISTRY_KEYS": ""], status: 1,
            says: ["SPECROUTER_REGISTRY_KEYS"]),
    ]

    @Test("end and speak as their help says", arguments: cases)
    func ends(_ example: Case) throws {
        let outcome = try CommandLineTool.run(
            example.arguments, input: example.input, environment: example.environment)
        #expect(outcome.status == example.status, "\(outcome)")
        for text in example.says { #expect(outcome.errors.contains(text), "\(outcome)") }
        if !example.prints.isEmpty { #expect(outcome.output.contains(example.prints), "\(outcome)") }
        if example.status != 0, example.prints.isEmpty { #expect(!outcome.errors.isEmpty) }
    }

    @Test("a wrong key of a configuration file is named with its place and the nearest right one")
    func wrongConfigurationKey() throws {
        let file = try CommandLineTool.file("gateway.yaml", "specs: [ { source: a.yaml } ]\nserver:\n  prot: 8080\n")
        let outcome = try CommandLineTool.run(["serve", "--config", file])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("gateway.yaml:3:3"), "\(outcome)")
        #expect(outcome.errors.contains("port"), "\(outcome)")
    }

    @Test("a description is bound by one edit of what bind prints")
    func bindingADescription() throws {
        let description = try CommandLineTool.file(
            "third-party.json",
            """
            {
              "openapi": "3.1.0",
              "info": { "title": "Third party", "version": "1" },
              "paths": {
                "/a": { "get": { "operationId": "getA", "responses": { "200": { "description": "A" } } } },
                "/b/{c}": { "parameters": [{ "name": "c", "in": "path", "required": true, "schema": { "type": "string" } }],
                            "put": { "responses": { "200": { "description": "B" } } } }
              }
            }
            """)
        let skeleton = try CommandLineTool.run(["bind", description])
        #expect(skeleton.status == 0, "\(skeleton)")
        let edited = skeleton.output.replacing("x-entry-node-id: put-b-c", with: "x-entry-node-id: b.put")
        let overlay = try CommandLineTool.file("nodes.overlay.yaml", edited)
        let routes = try CommandLineTool.run(["routes", description, "--overlay", overlay])
        #expect(routes.output.contains("getA       getA"), "\(routes)")
        #expect(routes.output.contains("b.put"), "\(routes)")
        let result = try CommandLineTool.run(["overlay", description, overlay])
        #expect(result.output.hasPrefix("{\n  \"openapi\": \"3.1.0\""), "\(result)")
        #expect(try CommandLineTool.run(["bind", description, "--overlay", overlay]).output.isEmpty)
        let configuration = try CommandLineTool.file(
            "gateway.yaml", "specs: [ { source: \(description), overlays: [ \(overlay) ] } ]\n")
        let serving = try CommandLineTool.run(["serve", "--config", configuration, "--port", "0"])
        #expect(serving.status == 1)
        #expect(serving.errors.contains("b.put"), "\(serving)")
    }

    @Test("findings as JSON carry file, line and column")
    func findingsAsJSON() throws {
        let file = try CommandLineTool.file(
            "broken.yaml",
            """
            openapi: 3.1.0
            info: { title: Broken, version: "1" }
            paths:
              /a:
                get:
                  responses:
                    "200": { $ref: "#/components/responses/Missing" }
            """)
        let outcome = try CommandLineTool.run(["check", file, "--json"])
        #expect(outcome.status == 1)
        let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let findings = try #require(parsed as? [[String: Any]])
        let finding = try #require(findings.first { $0["code"] as? String == "unresolvable-reference" })
        #expect(finding["line"] as? Int == 7)
        #expect((finding["file"] as? String)?.hasSuffix("broken.yaml") == true)
        #expect(finding["operation"] as? String == "GET /a")
    }
}
