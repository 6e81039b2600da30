public import JSONCore

/// The official output formats. JSON Schema 2020-12, section 12.4.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
    /// The verdict alone.
    case flag
    /// A list of errors, or of annotations when the instance is valid.
    case basic
    /// The same in the order of the schemas they come from.
    case detailed
}

/// A schema compiled for the official output formats: each finding and annotation with the way that led to it.
///
/// Slower than a `CompiledSchema`, which follows references at compile time, leaves branches that can decide nothing more, and
/// collects no annotations.
public struct ReportingSchema: Sendable {
    private let schema: CompiledSchema

    /// Compiles one schema that stands alone; references reach itself and the metaschemas.
    public init(
        _ schema: JSON, dialect: SchemaDialect = .draft202012, formats: SchemaCompiler.Formats = .annotate
    ) throws(SchemaErrors) {
        let options = SchemaCompiler.Options(dialect: dialect, formats: formats)
        try self.init(
            at: SchemaLocation(document: "", pointer: .root), in: SchemaRegistry(["": schema]), options: options)
    }

    /// Compiles the schema at a place of a registry; throws everything that is wrong with it and with what it reaches.
    public init(
        at location: SchemaLocation, in registry: SchemaRegistry, options: SchemaCompiler.Options
    ) throws(SchemaErrors) {
        var compiler = SchemaCompiler(registry: registry, options: options, purpose: .reports)
        let entry = try compiler.compile(location)
        schema = compiler.finish().schema(entry)
    }

    /// What is to be said of `instance`, in the shape of `format`.
    ///
    /// Errors stop at `limit`, and so do annotations; at least one error is given where the instance is invalid.
    /// `absoluteKeywordLocation` is the canonical URI; where the schema has none it is a fragment, given only behind a reference.
    /// Annotations are those of single keywords (`title`, `format`, unknown ones, ...), not the ones by which applicators tell
    /// `unevaluated...` what they have seen.
    public func report(on instance: JSON, as format: OutputFormat, atMost limit: Int) -> JSON {
        var builder = TapeBuilder()
        if format == .flag {
            builder.beginObject()
            builder.key("valid")
            builder.bool(schema.isValid(instance))
            _ = builder.endObject()
        } else {
            builder.append(unit(of: instance, as: format, limit: max(limit, 1)))
        }
        return builder.finish()
    }

    private func unit(of instance: JSON, as format: OutputFormat, limit: Int) -> OutputUnit {
        let (isValid, trace) = schema.trace(instance, limit: limit)
        var reader = OutputReader(trace, of: instance, by: schema.program)
        let root = reader.read() ?? OutputUnit(isValid: isValid, keywordLocation: .root, instanceLocation: .root)
        guard format == .basic else { return root.condensed ?? root }
        var basic = root
        basic.units = root.flattened
        return basic
    }
}

extension CompiledSchema {
    fileprivate func trace(_ instance: JSON, limit: Int) -> (isValid: Bool, trace: Trace) {
        TapeView.read(instance.tape) { view in
            let sink = Trace(limit: limit)
            var evaluator = Evaluator(program: program, tape: instance.tape, view: view, sink: sink)
            let isValid = evaluator.validate(node, instance.index, noTrack)
            return (isValid, evaluator.sink)
        }
    }
}
