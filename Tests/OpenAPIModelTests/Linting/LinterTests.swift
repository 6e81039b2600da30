import JSONCore
import OpenAPIModel
import Testing

@Suite("The linter")
struct LinterTests {
    private static let head = "openapi: 3.1.0\ninfo: { title: A, version: \"1\" }\n"

    private func document(_ text: String) throws -> OpenAPIDocument {
        try #require(load(Self.head + text).document)
    }

    private func body(_ schema: String) -> String {
        """
        paths:
          /a:
            post:
              requestBody: { content: { application/json: { schema: \(schema) } } }
              responses: { "200": { description: Done. } }
        """
    }

    @Test(arguments: [
        (LintLevel.off, nil), (.note, Diagnostic.Severity.note), (.warning, .warning), (.error, .error),
    ])
    func `says what a rule finds as loudly as it is told to`(level: LintLevel, severity: Diagnostic.Severity?) throws {
        let document = try document(body("{ type: string, nullable: true }"))
        let found = Linter(levels: ["nullable-keyword": level]).findings(in: document)
        #expect(found.map(\.severity) == (severity.map { [$0] } ?? []))
    }

    @Test func `counts what is beyond its limit`() throws {
        let parts = ["a", "b", "c"].map { "\($0): { nullable: true }" }.joined(separator: ", ")
        let schema = "{ type: object, properties: { \(parts) } }"
        let found = Linter(findingsPerRule: 2).findings(in: try document(body(schema)))
        #expect(found.count == 2)
        #expect(found.first?.hint?.contains("not shown") == false)
        #expect(found.last?.hint?.hasSuffix("Findings of this rule that are not shown: 1.") == true)
    }

    @Test func `finds things in the files that they are in`() throws {
        let entry = Self.head + body("{ $ref: \"pet.yaml#/Pet\" }")
        let loaded = load([("openapi.yaml", entry), ("pet.yaml", "Pet:\n  type: string\n  nullable: true\n")])
        let found = Linter().findings(in: try #require(loaded.document))
        #expect(found.map(\.location) == [SourceLocation(file: "pet.yaml", line: 3, column: 13)])
        #expect(found.map { $0.pointer?.description } == ["/Pet/nullable"])
    }

    @Test func `settles the level of what others find, and silences it at the operation`() throws {
        let document = try document(
            """
            paths:
              /a:
                get: { responses: { "200": { description: Done. } } }
              /b:
                get: { x-specrouter-ignore: ambiguous-paths, responses: { "200": { description: Done. } } }
            """)
        let others = [Diagnostic(.error, .badPath, "Something else.")]
        let found = document.operations.map { operation in
            Diagnostic(.warning, "ambiguous-paths", "Two fit.", location: document.location(of: operation.place))
        }
        #expect(Linter().settled(found + others, of: document) == [found[0]] + others)
        #expect(Linter(levels: ["ambiguous-paths": .off]).settled(found + others, of: document) == others)
        let settled = Linter(levels: ["ambiguous-paths": .error]).settled(found, of: document)
        #expect(settled.map(\.severity) == [.error])
    }

    @Test func `silences only within the object that says so`() throws {
        let silenced = "{ nullable: true, x-specrouter-ignore: nullable-keyword }"
        let schema = "{ type: object, properties: { a: \(silenced), b: { nullable: true }, c: \(silenced) } }"
        let found = Linter().findings(in: try document(body(schema)))
        #expect(found.map { $0.pointer?.tokens.suffix(2) } == [["b", "nullable"]])
    }

    @Test func `keeps to the size of a description that refers to itself everywhere`() throws {
        let count = 2_000
        let schemas = (0..<count).map { index in
            "    S\(index): { allOf: [ { $ref: \"#/components/schemas/S\((index + 1) % count)\" } ],"
                + " discriminator: { propertyName: k }, additionalProperties: false, default: {} }\n"
        }
        let text = body("{ $ref: \"#/components/schemas/S0\" }") + "\ncomponents:\n  schemas:\n" + schemas.joined()
        #expect(Linter(findingsPerRule: 100).findings(in: try document(text)).count <= 200)
    }
}
