import JSONCore
import JSONSchema
import Testing

/// Which dialect a schema is read by.
@Suite struct DialectTests {
    @Test(
        "A URI names its dialect, with or without an empty fragment",
        arguments: [
            ("http://json-schema.org/draft-04/schema#", SchemaDialect.draft4),
            ("http://json-schema.org/draft-06/schema", .draft6), ("http://json-schema.org/draft-07/schema#", .draft7),
            ("https://json-schema.org/draft/2019-09/schema", .draft201909),
            ("https://json-schema.org/draft/2020-12/schema", .draft202012),
            ("HTTPS://JSON-Schema.org:443/draft-07/schema", .draft7),
            ("https://spec.openapis.org/oas/2.0/schema/2017-08-27", .openAPI20),
            ("https://spec.openapis.org/oas/3.0/schema", .openAPI30),
            ("https://spec.openapis.org/oas/3.0/schema/2024-10-18", .openAPI30),
            ("https://spec.openapis.org/oas/3.1/dialect/base", .openAPI31),
            ("https://spec.openapis.org/oas/3.1/dialect/2024-11-10", .openAPI31),
            ("https://spec.openapis.org/oas/3.2/dialect/base", .openAPI32),
            ("https://spec.openapis.org/oas/3.2/dialect/2025-09-17", .openAPI32),
        ])
    func named(uri: String, dialect: SchemaDialect) {
        #expect(SchemaDialect(uri: uri) == dialect)
    }

    @Test(
        "An unheard-of URI names none",
        arguments: [
            "https://example.com/schema", "", "json-schema.org/draft-07/schema",
            "ftp://json-schema.org/draft-07/schema",
            "https://spec.openapis.org/oas/3.0/schemas", "https://json-schema.org/draft-07/schema#/definitions",
        ])
    func unknown(uri: String) {
        #expect(SchemaDialect(uri: uri) == nil)
    }

    @Test("A dialect's own URI names it", arguments: SchemaDialect.allCases)
    func ownURI(dialect: SchemaDialect) {
        #expect(SchemaDialect(uri: dialect.uri) == dialect)
    }

    private static let description = #"""
        {"openapi": "3.1.0", "$schema": "https://example.com/editor-help", "components": {"schemas": {
            "Plain": {"type": "string", "nullable": true},
            "Old": {"$schema": "http://json-schema.org/draft-07/schema#", "nullable": true, "type": "array",
                    "items": [{"type": "integer"}], "additionalItems": {"$ref": "#/components/schemas/Plain"}},
            "Odd": {"$schema": "https://example.com/unheard-of"}}}}
        """#

    @Test func `a schema in a description may have a dialect of its own`() throws {
        var compiler = try compiler()
        let plain = try compiler.compile(place("Plain"))
        let old = try compiler.compile(place("Old"))
        #expect(throws: SchemaErrors.self) { try compiler.compile(place("Odd")) }
        let program = compiler.finish()
        #expect(program.schema(plain).isValid(try JSON(parsing: "null")))
        #expect(!program.schema(old).isValid(try JSON(parsing: "null")))
        #expect(program.schema(old).isValid(try JSON(parsing: #"[1, "x", null]"#)))
        #expect(!program.schema(old).isValid(try JSON(parsing: #"["x"]"#)))
        #expect(!program.schema(old).isValid(try JSON(parsing: #"[1, 2]"#)))
    }

    @Test func `a document that is referred to keeps its own dialect`() throws {
        var compiler = try compiler(
            #"{"$ref": "other.json#/definitions/Old"}"#,
            other:
                #"{"$schema": "http://json-schema.org/draft-04/schema#", "definitions": {"Old": {"minimum": 1, "exclusiveMinimum": true}}}"#
        )
        let entry = try compiler.compile(SchemaLocation(document: "https://example.com/api.json", pointer: .root))
        #expect(!compiler.finish().schema(entry).isValid(try JSON(parsing: "1")))
    }

    @Test func `draft 4 wants integers to be written as such`() throws {
        let schema = try JSON(parsing: #"{"type": "integer"}"#)
        let number = try JSON(parsing: "1.0")
        #expect(try !CompiledSchema(schema, dialect: .draft4).isValid(number))
        #expect(try CompiledSchema(schema, dialect: .draft6).isValid(number))
        #expect(try CompiledSchema(schema, dialect: .openAPI30).isValid(number))
    }

    @Test func `formats are asserted or annotated, custom ones come first`() throws {
        let schema = try JSON(parsing: #"{"properties": {"a": {"format": "date"}, "b": {"format": "even"}}}"#)
        var registry = SchemaRegistry()
        registry.add(schema, uri: "x")
        let place = SchemaLocation(document: "x", pointer: .root)
        let wrong = try JSON(parsing: #"{"a": "no date"}"#)
        let odd = try JSON(parsing: #"{"b": "odd"}"#)
        var annotating = SchemaCompiler(registry: registry, options: .init(formats: .annotate))
        let entry = try annotating.compile(place)
        #expect(annotating.finish().schema(entry).isValid(wrong))
        let formats: [String: @Sendable (String) -> Bool] = [
            "even": { $0.utf8.count.isMultiple(of: 2) }, "date": { $0 == "no date" },
        ]
        var custom = SchemaCompiler(registry: registry, options: .init(customFormats: formats))
        let other = try custom.compile(place)
        let compiled = custom.finish().schema(other)
        #expect(compiled.isValid(wrong))
        #expect(!compiled.isValid(odd))
        #expect(compiled.violations(in: odd, atMost: 1).map(\.message) == [#"must be in the format "even""#])
    }

    @Test func `every one of several equal keys is judged`() throws {
        let schema = try CompiledSchema(try JSON(parsing: #"{"properties": {"a": {"type": "integer"}}}"#))
        let options = JSONParser.Options(maximumDepth: 10, duplicateKeys: .allow)
        #expect(!schema.isValid(try JSON(parsing: #"{"a": 1, "a": "x"}"#, options: options)))
        #expect(!schema.isValid(try JSON(parsing: #"{"a": "x", "a": 1}"#, options: options)))
        #expect(schema.isValid(try JSON(parsing: #"{"a": 2, "a": 1}"#, options: options)))
    }

    private func compiler(_ document: String = Self.description, other: String = "{}") throws -> SchemaCompiler {
        var registry = SchemaRegistry()
        registry.add(try JSON(parsing: document), uri: "https://example.com/api.json", dialect: .openAPI31)
        registry.add(try JSON(parsing: other), uri: "https://example.com/other.json")
        return SchemaCompiler(registry: registry, options: .init(dialect: .openAPI31))
    }

    private func place(_ name: String) -> SchemaLocation {
        let pointer = JSONPointer(tokens: ["components", "schemas", name])
        return SchemaLocation(document: "https://example.com/api.json", pointer: pointer)
    }
}
