import JSONCore
import JSONSchema

/// One schema and the instances to judge by it.
struct TestCase {
    private let body: JSON
    private let dialect: SchemaDialect
    private let formats: SchemaCompiler.Formats

    init(_ body: JSON, dialect: SchemaDialect, formats: SchemaCompiler.Formats) {
        self.body = body
        self.dialect = dialect
        self.formats = formats
    }

    /// The members of the answer beside `seq`: a result for each test, or why there is none.
    func write(to writer: inout JSONWriter) {
        guard let schema = body["schema"], let tests = body["tests"], tests.kind == .array else {
            return Self.writeError("The case lacks \"schema\" or a list of \"tests\".", to: &writer)
        }
        do throws(SchemaErrors) {
            let compiled = try compile(schema)
            writer.key("results")
            writer.beginArray()
            for test in tests.elements { Self.write(test, by: compiled, to: &writer) }
            writer.endArray()
        } catch {
            Self.writeError("\(error)", to: &writer)
        }
    }

    private static func write(_ test: JSON, by schema: CompiledSchema, to writer: inout JSONWriter) {
        writer.beginObject()
        if let instance = test["instance"] {
            writer.key("valid")
            writer.bool(schema.isValid(instance))
        } else {
            writeError("The test lacks \"instance\".", to: &writer)
        }
        writer.endObject()
    }

    private static func writeError(_ message: String, to writer: inout JSONWriter) {
        writer.key("errored")
        writer.bool(true)
        writer.key("context")
        writer.beginObject()
        writer.key("message")
        writer.string(message)
        writer.endObject()
    }

    private func compile(_ schema: JSON) throws(SchemaErrors) -> CompiledSchema {
        var registry = SchemaRegistry()
        for (uri, document) in body["registry"]?.members.map({ $0 }) ?? [] { registry.add(document, uri: uri) }
        registry.add(schema, uri: "")
        var compiler = SchemaCompiler(registry: registry, options: .init(dialect: dialect, formats: formats))
        let entry = try compiler.compile(SchemaLocation(document: "", pointer: .root))
        return compiler.finish().schema(entry)
    }
}
