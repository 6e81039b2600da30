import JSONCore
import JSONSchema

/// A document of schemas that refer to each other.
struct SchemaSet {
    let dialect: SchemaDialect
    let document: JSON

    init(dialect: SchemaDialect, document: JSON) {
        self.dialect = dialect
        self.document = document
    }

    /// The text is one that was written here; should it be no JSON, nothing can be compiled from what is read instead.
    init(dialect: SchemaDialect, text: String) {
        self.init(dialect: dialect, document: (try? JSON(parsing: text)) ?? TapeBuilder().finish())
    }

    init(dialect: SchemaDialect, definitions: [(name: String, schema: String)]) {
        let members = definitions.map { SchemaGrammar.quoted($0.name) + ":" + $0.schema }
        self.init(dialect: dialect, text: "{\"definitions\":{\(members.joined(separator: ","))}}")
    }

    static func place(_ name: String) -> JSONPointer { JSONPointer(tokens: ["definitions", name]) }

    /// Nil when the schemas are refused, which they must be with findings and their places.
    func compile(_ places: [JSONPointer]) throws(Finding) -> [CompiledSchema]? {
        var registry = SchemaRegistry()
        registry.add(document, uri: SchemaGrammar.documentURI)
        var compiler = SchemaCompiler(registry: registry, options: .init(dialect: dialect))
        var entries: [CompiledSchema.Entry] = []
        for place in places {
            do throws(SchemaErrors) {
                entries.append(
                    try compiler.compile(SchemaLocation(document: SchemaGrammar.documentURI, pointer: place)))
            } catch {
                try check(error)
                return nil
            }
        }
        let program = compiler.finish()
        return entries.map(program.schema)
    }

    /// Nil when the schema is refused.
    func reporting(_ place: JSONPointer) -> ReportingSchema? {
        var registry = SchemaRegistry()
        registry.add(document, uri: SchemaGrammar.documentURI)
        let location = SchemaLocation(document: SchemaGrammar.documentURI, pointer: place)
        let options = SchemaCompiler.Options(dialect: dialect, formats: .assert)
        return try? ReportingSchema(at: location, in: registry, options: options)
    }

    private func check(_ errors: SchemaErrors) throws(Finding) {
        let detail = "\(dialect.rawValue): \(document)\n\(errors)"
        try Finding.unless(!errors.findings.isEmpty, "A refusal has findings", detail)
        for error in errors.findings {
            try Finding.unless(!error.message.isEmpty, "A finding says what is wrong", detail)
            try Finding.unless(isPlace(error.location), "A finding has a place in the schema", detail)
        }
    }

    /// Whether the location is found; places in other documents (metaschemas) count as found.
    func isPlace(_ location: SchemaLocation) -> Bool {
        location.document != SchemaGrammar.documentURI || document.value(at: location.pointer) != nil
    }

    func detail(_ instance: JSON, _ more: String) -> String {
        "dialect: \(dialect.rawValue)\nschema: \(document)\ninstance: \(instance)\n\(more)"
    }
}
