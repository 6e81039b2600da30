public import JSONCore

/// An immutable program for one schema. Yes/no and the list of violations come from the same evaluator.
public struct CompiledSchema: Sendable {
    /// A compiled schema's handle in its program.
    public struct Entry: Sendable, Hashable {
        package let node: Int32
    }

    let program: SchemaProgram
    let node: Int32

    init(program: SchemaProgram, node: Int32) {
        self.program = program
        self.node = node
    }

    /// Compiles one schema that stands alone; references reach itself and the metaschemas.
    public init(
        _ schema: JSON, dialect: SchemaDialect = .draft202012, formats: SchemaCompiler.Formats = .assert
    ) throws(SchemaErrors) {
        var registry = SchemaRegistry()
        registry.add(schema, uri: "", dialect: nil)
        var compiler = SchemaCompiler(registry: registry, options: .init(dialect: dialect, formats: formats))
        let entry = try compiler.compile(SchemaLocation(document: "", pointer: JSONPointer()))
        self = compiler.finish().schema(entry)
    }

    /// Whether the instance meets the schema. Linear in the size of the instance for each branch that is tried.
    public func isValid(_ instance: JSON) -> Bool { isValid(instance, at: instance.index) }

    /// Whether the value at an entry of the document meets the schema: for many values of one document, which then is
    /// handed on without a count of references for each.
    package func isValid(_ document: JSON, at index: Int) -> Bool {
        TapeView.read(document.tape) { view in
            var evaluator = Evaluator(program: program, tape: document.tape, view: view, sink: Verdict())
            return evaluator.validate(node, index, noTrack)
        }
    }

    /// Lists what is wrong with `instance`, outermost first where a schema allows; empty exactly when it is valid.
    ///
    /// Stops after `limit` findings; at least one is listed. Where no branch of `anyOf` or `oneOf` fits, the violations of
    /// the branch that fits best follow the one of the keyword.
    public func violations(in instance: JSON, atMost limit: Int) -> [Violation] {
        findings(in: instance, atMost: max(limit, 1)).map { finding in
            Violation(
                keyword: program.tables.sites[Int(finding.site)].keyword,
                instance: instance.pointer(toEntry: finding.index),
                schema: program.location(of: finding.site),
                message: finding.message)
        }
    }

    private func findings(in instance: JSON, atMost limit: Int) -> ArraySlice<Finding> {
        TapeView.read(instance.tape) { view in
            let sink = Listing(limit: limit)
            var evaluator = Evaluator(program: program, tape: instance.tape, view: view, sink: sink)
            return evaluator.validate(node, instance.index, noTrack) ? [] : evaluator.sink.findings.prefix(limit)
        }
    }
}
