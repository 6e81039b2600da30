import JSONSchema
import OpenAPIModel

/// Every schema that a description's operations check against, compiled once for each way of reading it.
struct SchemaTable {
    enum Direction: Hashable, CaseIterable {
        case request, response
    }

    /// What decides how a schema is read, beside its dialect.
    struct Reading: Hashable {
        var direction: Direction
        var nullable: Policy.Nullable
        var wrongWay: Policy.WrongWay

        init(_ direction: Direction, _ policy: Policy) {
            self.direction = direction
            nullable = policy.nullable
            wrongWay = policy.wrongWay
        }
    }

    private struct Key: Hashable {
        var place: Place
        var reading: Reading
    }

    /// What an operation needs is broken: it cannot be served.
    private(set) var brokenOperations: Set<String> = []
    private var schemas: [Key: CompiledSchema] = [:]

    init(_ spec: SpecInput, _ policies: OperationPolicies, report diagnostics: inout [Diagnostic]) {
        let registry = spec.document.schemaRegistry()
        for direction in Direction.allCases {
            var builders: [Reading: Builder] = [:]
            var order: [Reading] = []
            for operation in spec.operations {
                let reading = Reading(direction, policies.policy(of: operation))
                if builders[reading] == nil { order.append(reading) }
                builders[reading, default: Builder(spec, registry, reading)].add(operation)
            }
            for reading in order {
                builders.removeValue(forKey: reading)?.finish(into: &self, report: &diagnostics)
            }
        }
    }

    /// Nil when there is no such schema, or it did not compile.
    func schema(at place: Place, _ reading: Reading) -> CompiledSchema? {
        schemas[Key(place: place, reading: reading)]
    }

    /// Compiles the schemas of one reading into one program.
    private struct Builder {
        let document: OpenAPIDocument
        let reading: Reading
        var compiler: SchemaCompiler
        var entries: [Place: CompiledSchema.Entry] = [:]
        var failures: [Place: [SchemaError]] = [:]
        var broken: [(operation: String, errors: [SchemaError])] = []

        init(_ spec: SpecInput, _ registry: SchemaRegistry, _ reading: Reading) {
            document = spec.document
            self.reading = reading
            var options = SchemaCompiler.Options(
                dialect: document.schemaDialect, formats: .assert,
                direction: reading.direction == .request ? .request : .response, customFormats: spec.formats)
            let isOwn = document.version.family < .v31
            options.nullable = isOwn || reading.nullable == .honour ? .honoured : .ignored
            options.wrongWay = reading.wrongWay == .refuse ? .refused : .accepted
            compiler = SchemaCompiler(registry: registry, options: options)
        }

        mutating func add(_ operation: Operation) {
            var errors: [SchemaError] = []
            for place in operation.schemaPlaces(reading.direction, in: document) { errors += add(place) }
            if !errors.isEmpty { broken.append((operation.key, errors)) }
        }

        private mutating func add(_ place: Place) -> [SchemaError] {
            if entries[place] != nil { return [] }
            if let known = failures[place] { return known }
            do throws(SchemaErrors) {
                entries[place] = try compiler.compile(
                    document.json(at: place), inDocument: document.sources[place.document].uri)
                return []
            } catch {
                failures[place] = error.findings
                return error.findings
            }
        }

        consuming func finish(into table: inout SchemaTable, report diagnostics: inout [Diagnostic]) {
            let reading = reading
            let program = compiler.finish()
            for (place, entry) in entries {
                table.schemas[Key(place: place, reading: reading)] = program.schema(entry)
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
    fileprivate func schemaPlaces(_ direction: SchemaTable.Direction, in document: OpenAPIDocument) -> [Place] {
        switch direction {
        case .request:
            parameters.compactMap(\.value.schema)
                + (requestBody?.content.flatMap { $0.schemaPlaces(in: document) } ?? [])
        case .response:
            responses.flatMap(\.response.content).flatMap { $0.schemaPlaces(in: document) }
                + responses.flatMap(\.response.headers).compactMap(\.header.value.schema)
        }
    }
}

extension MediaTypeContent {
    /// Of the whole, and of what parts of a multipart body have to meet.
    fileprivate func schemaPlaces(in document: OpenAPIDocument) -> [Place] {
        guard MediaRange(range)?.isMultipart == true else { return checkedSchemas(in: document) }
        let encodings = encodings.named.map(\.encoding) + encodings.prefix + [encodings.item].compactMap { $0 }
        let headers = encodings.flatMap(\.headers).compactMap(\.header.value.schema)
        return [schema, itemSchema].compactMap { $0 } + headers
    }
}
