import JSONCore
import JSONSchema
import Testing

/// What a metaschema's `$vocabulary` switches on, switches off and demands.
@Suite struct VocabularyTests {
    private static let draft = "https://json-schema.org/draft/2020-12/vocab/"

    static let cases: [(vocabularies: [String: Bool], schema: String, instance: String, isValid: Bool)] = [
        ([draft + "core": true, draft + "validation": true], #""minimum": 1"#, "0", false),
        ([draft + "core": true], #""minimum": 1"#, "0", true),
        ([draft + "core": true, draft + "applicator": false], #""allOf": [false]"#, "0", false),
        ([draft + "core": true, draft + "validation": true], #""allOf": [false]"#, "0", true),
        ([draft + "applicator": true], #""unevaluatedItems": false"#, "[0]", true),
        ([draft + "unevaluated": true], #""unevaluatedItems": false"#, "[0]", false),
        ([draft + "format-annotation": true], #""format": "date""#, #""x""#, true),
        ([draft + "format-assertion": true], #""format": "date""#, #""x""#, false),
        ([draft + "format-assertion": false], #""format": "date""#, #""x""#, false),
        (
            ["https://example.com/vocab/mine": false, draft + "validation": true], #""mine": 0, "minimum": 1"#, "0",
            false
        ),
        ([draft + "validation": true], #""type": "string", "nullable": true"#, "null", false),
        (
            [draft + "validation": true, "https://spec.openapis.org/oas/3.1/vocab/base": true],
            #""type": "string", "nullable": true"#, "null", true
        ),
        (
            [draft + "validation": true, "https://spec.openapis.org/oas/3.2/vocab/base": false],
            #""type": "string", "nullable": true"#, "null", true
        ),
    ]

    @Test("A vocabulary that is left out turns its keywords off", arguments: cases)
    func vocabulary(vocabularies: [String: Bool], schema: String, instance: String, isValid: Bool) throws {
        let compiled = try compile(#"{"$schema": "https://example.com/meta", \#(schema)}"#, vocabularies)
        #expect(compiled.isValid(try JSON(parsing: instance)) == isValid)
    }

    @Test func `a vocabulary that is required and not known is refused by name`() throws {
        let unknown = "https://example.com/vocab/mine"
        do throws(SchemaErrors) {
            _ = try compile(#"{"$schema": "https://example.com/meta"}"#, [unknown: true])
            Issue.record("compiled")
        } catch {
            #expect(error.findings.map(\.code) == [.unknownDialect])
            #expect(error.findings[0].message.contains("requires the vocabulary \"\(unknown)\""))
        }
    }

    @Test func `metaschemas that name each other in a circle are of no dialect`() throws {
        var registry = SchemaRegistry()
        for (name, other) in [("a", "b"), ("b", "a")] {
            registry.add(
                try JSON(parsing: #"{"$schema": "https://example.com/\#(other)"}"#), uri: "https://example.com/\(name)")
        }
        registry.add(try JSON(parsing: #"{"$schema": "https://example.com/a"}"#), uri: "")
        var compiler = SchemaCompiler(registry: registry)
        #expect(throws: SchemaErrors.self) { try compiler.compile(SchemaLocation(document: "", pointer: .root)) }
    }

    private func compile(_ schema: String, _ vocabularies: [String: Bool]) throws(SchemaErrors) -> CompiledSchema {
        let list = vocabularies.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
        let base = "https://json-schema.org/draft/2020-12/schema"
        guard let metaschema = try? JSON(parsing: #"{"$schema": "\#(base)", "$vocabulary": {\#(list)}}"#),
            let schema = try? JSON(parsing: schema)
        else { throw SchemaErrors([]) }
        let registry = SchemaRegistry(["https://example.com/meta": metaschema, "": schema])
        var compiler = SchemaCompiler(registry: registry, options: .init(formats: .annotate))
        let entry = try compiler.compile(SchemaLocation(document: "", pointer: .root))
        return compiler.finish().schema(entry)
    }
}
