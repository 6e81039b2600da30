import JSONCore
import JSONSchema
import Synchronization
import Testing

/// Where references find their documents.
@Suite struct SchemaRegistryTests {
    @Test func `documents are asked for when a reference leads to them, and not otherwise`() throws {
        let asked = Mutex<[String]>([])
        let registry = SchemaRegistry { uri in
            asked.withLock { $0.append(uri) }
            return try? JSON(
                parsing: #"{"$defs": {"small": {"maximum": 9}}, "not": {"$ref": "https://example.com/unused"}}"#)
        }
        let schema = try compile(
            #"{"items": {"$ref": "https://example.com/limits#/$defs/small"}, "$id": "https://example.com/"}"#, registry)
        #expect(schema.isValid(try JSON(parsing: "[9]")))
        #expect(!schema.isValid(try JSON(parsing: "[10]")))
        #expect(asked.withLock { $0 } == ["https://example.com/limits"])
    }

    @Test func `a document that nobody has is asked for once, and its references are refused`() throws {
        let count = Mutex(0)
        let registry = SchemaRegistry { _ in
            count.withLock { $0 += 1 }
            return nil
        }
        do throws(SchemaErrors) {
            _ = try compile(
                #"{"allOf": [{"$ref": "https://a.example/x"}, {"$ref": "https://A.example/x#y"}]}"#, registry)
            Issue.record("compiled")
        } catch {
            #expect(error.findings.map(\.code) == [.unresolvableReference, .unresolvableReference])
        }
        #expect(count.withLock { $0 } == 1)
    }

    @Test func `a dictionary of documents is a registry, and places name documents as they were given`() throws {
        let other = try JSON(parsing: #"{"type": "null"}"#)
        let schema = try compile(
            #"{"$ref": "HTTP://Example.com:80/%61"}"#, SchemaRegistry(["http://example.com/a#": other]))
        let violations = schema.violations(in: try JSON(parsing: "1"), atMost: 2)
        #expect(violations.map(\.schema.description) == ["http://example.com/a#/type"])
    }

    private func compile(_ schema: String, _ registry: SchemaRegistry) throws(SchemaErrors) -> CompiledSchema {
        var registry = registry
        if let json = try? JSON(parsing: schema) { registry.add(json, uri: "") }
        var compiler = SchemaCompiler(registry: registry)
        let entry = try compiler.compile(SchemaLocation(document: "", pointer: .root))
        return compiler.finish().schema(entry)
    }
}
