package import JSONCore

/// Compiles schemas into one program; subschemas that several reach are compiled once.
///
/// A builder: compile any number of entries, then `finish()`. Cost is linear in what the entries reach.
public struct SchemaCompiler: Sendable {
    /// Whether `format` decides the outcome. Unknown formats never do.
    public enum Formats: Sendable, Hashable { case assert, annotate }

    /// Which way messages go: in OpenAPI 3.0, `readOnly` properties are not required of requests, `writeOnly` ones not of
    /// responses.
    public enum Direction: Sendable, Hashable { case none, request, response }

    /// What `nullable` says. OpenAPI 3.1 and later do not have it.
    public enum Nullable: Sendable, Hashable { case honoured, ignored }

    /// What becomes of a property that is `readOnly` in a request, or `writeOnly` in a response. Where it is refused it is
    /// not required either.
    public enum WrongWay: Sendable, Hashable { case accepted, refused }

    public struct Options: Sendable {
        /// For documents that do not say theirs.
        public var dialect: SchemaDialect
        public var formats: Formats
        public var direction: Direction
        public var nullable = Nullable.honoured
        public var wrongWay = WrongWay.accepted
        /// Tests for strings by the format's name; they come before those that are built in.
        public var customFormats: [String: @Sendable (String) -> Bool]

        public init(
            dialect: SchemaDialect = .draft202012, formats: Formats = .assert, direction: Direction = .none,
            customFormats: [String: @Sendable (String) -> Bool] = [:]
        ) {
            self.dialect = dialect
            self.formats = formats
            self.direction = direction
            self.customFormats = customFormats
        }
    }

    private var compilation: Compilation

    public init(registry: SchemaRegistry, options: Options = Options()) {
        self.init(registry: registry, options: options, purpose: .verdicts)
    }

    init(registry: SchemaRegistry, options: Options, purpose: Compilation.Purpose) {
        compilation = Compilation(
            .init(
                purpose: purpose, registry: registry, dialect: Dialect(options.dialect), formats: options.formats,
                direction: options.direction,
                nullable: options.nullable, wrongWay: options.wrongWay, customFormats: options.customFormats))
    }

    /// Compiles the schema at a place and all that it refers to; throws everything that is wrong with them.
    ///
    /// The compiler stays usable after a failure: other schemas that do not reach what is wrong compile.
    public mutating func compile(_ location: SchemaLocation) throws(SchemaErrors) -> CompiledSchema.Entry {
        guard let target = compilation.target(at: location) else {
            let message = "Nothing is found at \"\(location)\"."
            throw SchemaErrors([SchemaError(code: .unresolvableReference, message: message, location: location)])
        }
        return try compile(target)
    }

    /// The same for a schema that was found already: `schema` is a value of the registry's document of that URI.
    package mutating func compile(
        _ schema: JSON, inDocument uri: String
    ) throws(SchemaErrors) -> CompiledSchema.Entry {
        guard let document = compilation.document(named: uri),
            let target = compilation.target(at: schema.index, in: document)
        else { return try compile(SchemaLocation(document: uri, pointer: schema.pointer)) }
        return try compile(target)
    }

    private mutating func compile(_ target: Target) throws(SchemaErrors) -> CompiledSchema.Entry {
        let first = compilation.tables.nodes.count
        let node = compilation.node(at: target.place, target.json)
        compilation.compilePending()
        compilation.refuseEndlessReferences(since: first)
        compilation.refuseRepeatedNames()
        let errors = compilation.errors(from: node)
        guard errors.isEmpty else { throw SchemaErrors(errors) }
        return CompiledSchema.Entry(node: node)
    }

    /// The program of all entries so far, frozen; the compiler may go on for another one.
    public func finish() -> SchemaProgram {
        SchemaProgram(compilation.frozenTables())
    }
}

extension Compilation {
    fileprivate mutating func target(at location: SchemaLocation) -> Target? {
        guard let document = document(named: location.document) else { return nil }
        return target(location.pointer, in: documentResources[Int(document)])
    }
}
