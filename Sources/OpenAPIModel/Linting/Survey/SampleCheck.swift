import JSONCore
import JSONSchema

/// Holds values that a description gives against the schemas that it gives them for: one program for each direction.
struct SampleCheck {
    /// Whether properties count that only requests, or only responses, have (OpenAPI 3.0).
    enum Use: Hashable {
        case request, response
        /// It fits when it fits one of them.
        case either
    }

    struct Sample {
        let value: Place
        let schema: Place
        let use: Use
    }

    /// No description is checked further than this: the number of values, and of their parts.
    private static let maximumSamples = 50_000
    private static let maximumEntries = 5_000_000
    /// Schemas after one that does not compile take longer.
    private static let maximumFailures = 200

    private let document: OpenAPIDocument
    private var compiler: SchemaCompiler
    private var entries: [Place: CompiledSchema.Entry?] = [:]
    private var failures = 0

    /// A finding for each value that fits in no direction, where its first fault is.
    static func findings(of samples: [Sample], noun: String, in document: OpenAPIDocument) -> [LintFinding] {
        let samples = bounded(samples, in: document)
        guard !samples.isEmpty else { return [] }
        // Later dialects do not tell the directions apart.
        let uses: [Use] = document.version.family >= .v31 ? [.either] : [.response, .request]
        var faults: [[Int: Violation?]] = []
        for use in uses {
            let asked = samples.indices.filter { index in
                uses.count == 1 || samples[index].use == use || samples[index].use == .either
            }
            var check = SampleCheck(document, use)
            faults.append(check.faults(of: samples, asked))
        }
        return samples.indices.compactMap { index in
            let verdicts = faults.compactMap { $0[index] }
            guard let first = verdicts.first, let fault = first, verdicts.allSatisfy({ $0 != nil }) else { return nil }
            return finding(samples[index], fault, noun, document)
        }
    }

    private static func bounded(_ samples: [Sample], in document: OpenAPIDocument) -> ArraySlice<Sample> {
        var entries = 0
        return samples.prefix(maximumSamples).prefix { sample in
            let tape = document.sources[sample.value.document].root.tape
            entries += tape.next(after: sample.value.index) - sample.value.index
            return entries <= maximumEntries
        }
    }

    private init(_ document: OpenAPIDocument, _ use: Use) {
        self.document = document
        let direction: SchemaCompiler.Direction =
            switch use {
            case .request: .request
            case .response: .response
            case .either: .none
            }
        compiler = SchemaCompiler(
            registry: document.schemaRegistry(),
            options: .init(dialect: document.schemaDialect, formats: .assert, direction: direction))
    }

    /// By the sample's position; none for samples whose schema does not compile, which is reported with the schema.
    private mutating func faults(of samples: ArraySlice<Sample>, _ asked: [Int]) -> [Int: Violation?] {
        for index in asked { compile(samples[index].schema) }
        let program = compiler.finish()
        var faults: [Int: Violation?] = [:]
        for index in asked {
            guard let entry = entries[samples[index].schema] ?? nil else { continue }
            let schema = program.schema(entry)
            let value = document.json(at: samples[index].value)
            let fault = schema.isValid(value) ? nil : schema.violations(in: value, atMost: 1).first
            faults[index] = .some(fault)
        }
        return faults
    }

    private mutating func compile(_ schema: Place) {
        guard entries[schema] == nil, failures < Self.maximumFailures else { return }
        do throws(SchemaErrors) {
            entries[schema] = try compiler.compile(
                document.json(at: schema), inDocument: document.sources[schema.document].uri)
        } catch {
            entries[schema] = .some(nil)
            failures += 1
        }
    }

    private static func finding(
        _ sample: Sample, _ fault: Violation, _ noun: String, _ document: OpenAPIDocument
    ) -> LintFinding {
        let value = document.json(at: sample.value)
        let part = value.value(at: fault.instance)
        let place = Place(document: sample.value.document, index: part?.index ?? sample.value.index)
        let subject = fault.instance.tokens.isEmpty ? "it" : "\"\(fault.instance)\""
        let schema = document.place(of: fault.schema).map { place in
            " Its \"\(fault.keyword)\" is at \(document.location(of: place))."
        }
        return LintFinding(
            place: place, message: "The \(noun) does not meet its schema: \(subject) \(fault.message).",
            hint: "Mend the \(noun) or the schema." + (schema ?? ""))
    }
}
