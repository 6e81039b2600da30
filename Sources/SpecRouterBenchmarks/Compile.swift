import ArgumentParser
import JSONCore
import JSONSchema
import OpenAPIModel

/// Compiles all schemas of a description into one program.
struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compiles all schemas of a description: time, and memory as a multiple of the description's JSON.")

    @Argument(help: "An OpenAPI description, JSON or YAML.")
    var spec: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        guard let document = DescriptionLoader.load(file: spec).document else {
            throw ValidationError("\(spec) does not load.")
        }
        let size = document.sources.reduce(0) { $0 + $1.root.serializedBytes().count }
        let places = document.schemas
        let time = Samples.median { _ = Self.compile(places, document) }
        let bytes = try Heap.bytes { Self.compile(places, document) }
        output.show(
            Row(spec)
                .with("as JSON", Double(size), .bytes)
                .with("schemas", Double(places.count), .count)
                .with("refused", Double(places.count - Self.compile(places, document).compiled), .count)
                .with("compile", time, .nanoseconds)
                .with("memory", bytes, .bytes)
                .with("memory to JSON", bytes.map { $0 / Double(size) }, .times))
    }

    private static func compile(
        _ schemas: [SchemaLocation], _ document: OpenAPIDocument
    ) -> (program: SchemaProgram, compiled: Int) {
        var compiler = SchemaCompiler(
            registry: document.schemaRegistry(),
            options: .init(dialect: document.schemaDialect, formats: .assert, direction: .request))
        let compiled = schemas.count { (try? compiler.compile($0)) != nil }
        return (compiler.finish(), compiled)
    }
}

extension OpenAPIDocument {
    /// Those of the components, and what stands with parameters, bodies, responses and headers.
    fileprivate var schemas: [SchemaLocation] {
        components + operations.flatMap { places(of: $0) }.map { schemaLocation(of: $0) }
    }

    private var components: [SchemaLocation] {
        sources.flatMap { source in
            (source.root["components"]?["schemas"]?.members.map(\.key) ?? []).map { name in
                SchemaLocation(document: source.uri, pointer: JSONPointer(tokens: ["components", "schemas", name]))
            }
        }
    }

    private func places(of operation: Operation) -> [Place] {
        let responses = operation.responses.map(\.response)
        let contents = (operation.requestBody?.content ?? []) + responses.flatMap(\.content)
        return operation.parameters.compactMap { $0.value.schema } + contents.compactMap(\.schema)
            + responses.flatMap(\.headers).compactMap(\.header.schema)
    }
}
