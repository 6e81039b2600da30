import JSONSchema
import OpenAPIModel

/// Every schema that a description's operations check against, compiled once.
struct SchemaTable {
    enum Direction: Hashable {
        case request, response
    }

    private struct Key: Hashable {
        var place: Place
        var direction: Direction
    }

    /// What an operation needs is broken: it cannot be served.
    private(set) var brokenOperations: Set<String> = []
    private var schemas: [Key: CompiledSchema] = [:]

    init(_ operations: [Operation], of document: OpenAPIDocument, report diagnostics: inout [Diagnostic]) {
        let registry = document.schemaRegistry()
        for direction in [Direction.request, .response] {
            var builder = Builder(document: document, registry: registry, direction: direction)
            for operation in operations { builder.add(operation) }
            builder.finish(into: &self, report: &diagnostics)
        }
    }

    /// Nil when there is no such schema, or it did not compile.
    func schema(at place: Place, _ direction: Direction) -> CompiledSchema? {
        schemas[Key(place: place, direction: direction)]
    }

    /// Compiles the schemas of one direction into one program.
    private struct Builder {
        let document: OpenAPIDocument
        let direction: Direction
        var compiler: SchemaCompiler
        var entries: [Place: CompiledSchema.Entry] = [:]
        var failures: [Place: [SchemaError]] = [:]
        var broken: [(operation: String, errors: [SchemaError])] = []

        init(document: OpenAPIDocument, registry: SchemaRegistry, direction: Direction) {
            self.document = document
            self.direction = direction
            let options = SchemaCompiler.Options(
                dialect: document.schemaDialect, formats: .assert,
                direction: direction == .request ? .request : .response)
            compiler = SchemaCompiler(registry: registry, options: options)
        }

        mutating func add(_ operation: Operation) {
            var errors: [SchemaError] = []
            for place in operation.schemaPlaces(direction) { errors += add(place) }
            if !errors.isEmpty { broken.append((operation.key, errors)) }
        }

        private mutating func add(_ place: Place) -> [SchemaError] {
            if entries[place] != nil { return [] }
            if let known = failures[place] { return known }
            do throws(SchemaErrors) {
                entries[place] = try compiler.compile(document.schemaLocation(of: place))
                return []
            } catch {
                failures[place] = error.findings
                return error.findings
            }
        }

        consuming func finish(into table: inout SchemaTable, report diagnostics: inout [Diagnostic]) {
            let direction = direction
            let program = compiler.finish()
            for (place, entry) in entries {
                table.schemas[Key(place: place, direction: direction)] = program.schema(entry)
            }
            for (operation, errors) in broken {
                table.brokenOperations.insert(operation)
                for error in errors {
                    let diagnostic = Diagnostic(error, operation: operation, in: document)
                    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
                }
            }
        }
    }
}

extension Operation {
    /// The schemas that a request, or a response, of the operation is checked against.
    fileprivate func schemaPlaces(_ direction: SchemaTable.Direction) -> [Place] {
        switch direction {
        case .request: parameters.compactMap(\.value.schema) + (requestBody?.content.compactMap(\.schema) ?? [])
        case .response: responses.flatMap(\.response.content).compactMap(\.schema)
        }
    }
}
