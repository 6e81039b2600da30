import JSONCore
import JSONSchema
import Testing

/// What keeps a schema from compiling, all of it, each with its place.
@Suite struct SchemaErrorTests {
    static let faults: [(schema: String, expected: [String])] = [
        (#"{"type": "text"}"#, ["bad-keyword-value /type"]),
        (#"{"type": ["text", "null", 1]}"#, ["bad-keyword-value /type/0", "bad-keyword-value /type/2"]),
        (
            #"{"minLength": -1, "maxLength": "3", "minItems": 1.5}"#,
            [
                "bad-keyword-value /maxLength", "bad-keyword-value /minItems", "bad-keyword-value /minLength",
            ]
        ),
        (
            #"{"$id": 1, "$anchor": [], "$dynamicAnchor": {}, "$comment": 2, "$defs": [], "items": {"$schema": null}}"#,
            [
                "bad-keyword-value /$id", "bad-keyword-value /$anchor", "bad-keyword-value /$dynamicAnchor",
                "bad-keyword-value /$comment", "bad-keyword-value /$defs", "bad-keyword-value /items/$schema",
            ]
        ),
        (#"{"multipleOf": 0}"#, ["bad-keyword-value /multipleOf"]),
        (#"{"properties": []}"#, ["bad-keyword-value /properties"]),
        (#"{"required": "a"}"#, ["bad-keyword-value /required"]),
        (#"{"enum": {}}"#, ["bad-keyword-value /enum"]),
        (#"{"allOf": []}"#, ["bad-keyword-value /allOf"]),
        (
            #"{"properties": {"a": {"pattern": "["}, "b": {"pattern": "(?i)x"}}}"#,
            [
                "bad-pattern /properties/a/pattern", "bad-pattern /properties/b/pattern",
            ]
        ),
        (#"{"patternProperties": {"[": {}}}"#, ["bad-pattern /patternProperties/["]),
        (
            ##"{"items": {"$ref": "#/$defs/none"}, "not": {"$ref": "other.json"}}"##,
            [
                "unresolvable-reference /items/$ref", "unresolvable-reference /not/$ref",
            ]
        ),
        (#"{"properties": {"a": 1}}"#, ["not-a-schema /properties/a"]),
        (
            ##"{"items": {"$dynamicRef": "#d"}, "not": {"$dynamicAnchor": "d"}, "contains": {"$anchor": "d"}}"##,
            ["bad-keyword-value /not/$dynamicAnchor", "bad-keyword-value /contains/$anchor"]
        ),
        (
            #"{"items": {"$id": "x"}, "not": {"properties": {"a": {"$id": "x"}}}}"#,
            ["bad-keyword-value /items/$id", "bad-keyword-value /not/properties/a/$id"]
        ),
        (#"{"$schema": "https://example.com/unheard-of"}"#, ["unknown-dialect /$schema"]),
        (##"{"$ref": "#"}"##, ["endless-reference "]),
        (
            ##"{"allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"allOf": [{"$ref": "#"}]}}}"##,
            [
                "endless-reference ", "endless-reference /$defs/a",
            ]
        ),
    ]

    @Test("Everything wrong is found, each with code and place", arguments: faults)
    func fault(schema: String, expected: [String]) throws {
        let json = try JSON(parsing: schema)
        do throws(SchemaErrors) {
            _ = try CompiledSchema(json)
            Issue.record("compiled")
        } catch {
            #expect(Set(error.findings.map { "\($0.code.rawValue) \($0.location.pointer)" }) == Set(expected))
            for finding in error.findings { #expect(finding.message.hasSuffix(".")) }
        }
    }

    @Test func `all is found at once, in the order of the documents`() throws {
        let other = ##"{"items": {"$ref": "#/items"}, "not": {"pattern": "(?<a>"}}"##
        let schema = ##"""
            {"properties": {"a": {"minimum": "1"}, "b": {"$ref": "https://example.com/other"}, "c": 5,
                            "d": {"$id": "https://example.com/d", "$schema": "https://example.com/unknown"}},
             "anyOf": [], "if": {"$ref": "#/nowhere"}, "then": {"patternProperties": {"*": {"maxLength": 0.5}}}}
            """##
        let registry = SchemaRegistry([
            "": try JSON(parsing: schema), "https://example.com/other": try JSON(parsing: other),
        ])
        var compiler = SchemaCompiler(registry: registry)
        do throws(SchemaErrors) {
            _ = try compiler.compile(SchemaLocation(document: "", pointer: .root))
            Issue.record("compiled")
        } catch {
            #expect(
                error.findings.map { "\($0.code.rawValue) \($0.location)" } == [
                    "bad-keyword-value #/properties/a/minimum", "not-a-schema #/properties/c",
                    "unknown-dialect #/properties/d/$schema", "bad-keyword-value #/anyOf",
                    "unresolvable-reference #/if/$ref", "bad-pattern #/then/patternProperties/*",
                    "bad-keyword-value #/then/patternProperties/*/maxLength",
                    "endless-reference https://example.com/other#/items",
                    "bad-pattern https://example.com/other#/not/pattern",
                ])
        }
    }

    @Test func `a broken part breaks only the schemas that reach it`() throws {
        let document = try JSON(
            parsing: #"""
                {"components": {"schemas": {
                    "Good": {"type": "string"},
                    "Bad": {"properties": {"a": {"$ref": "#/components/schemas/Worse"}}},
                    "Worse": {"pattern": "["}}}}
                """#)
        var registry = SchemaRegistry()
        registry.add(document, uri: "file:///api.json")
        var compiler = SchemaCompiler(registry: registry, options: .init(dialect: .openAPI30))
        func place(_ name: String) -> SchemaLocation {
            SchemaLocation(document: "file:///api.json", pointer: JSONPointer(tokens: ["components", "schemas", name]))
        }
        #expect(throws: SchemaErrors.self) { try compiler.compile(place("Bad")) }
        let good = try compiler.compile(place("Good"))
        #expect(throws: SchemaErrors.self) { try compiler.compile(place("Bad")) }
        #expect(throws: SchemaErrors.self) { try compiler.compile(place("Missing")) }
        let schema = compiler.finish().schema(good)
        #expect(schema.isValid(try JSON(parsing: #""x""#)))
        #expect(!schema.isValid(try JSON(parsing: "1")))
    }

    @Test func `a handle of another compiler accepts nothing`() throws {
        var registry = SchemaRegistry()
        registry.add(try JSON(parsing: #"{"items": {"items": {"items": {"minimum": 1}}}}"#), uri: "a")
        var compiler = SchemaCompiler(registry: registry)
        let deep = try compiler.compile(
            SchemaLocation(document: "a", pointer: JSONPointer(tokens: ["items", "items", "items"])))
        let empty = SchemaCompiler(registry: SchemaRegistry()).finish().schema(deep)
        #expect(!empty.isValid(try JSON(parsing: "1")))
        #expect(empty.violations(in: try JSON(parsing: "1"), atMost: 1).count == 1)
    }
}
