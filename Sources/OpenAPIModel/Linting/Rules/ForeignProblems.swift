import JSONCore
import JSONSchema

extension LintRule {
    package static let foreignProblems = LintRule(
        code: "foreign-problems", level: .note,
        summary: "An operation declares errors of another shape than problems (RFC 9457).",
        advice: "Requests that break the description are answered with `application/problem+json`; declare that, or "
            + "give problems the declared shape by `problemTemplate`.",
        check: foreignAnswers)

    /// Each shape once, at the first response that has it.
    @Sendable
    private static func foreignAnswers(in survey: DescriptionSurvey) -> [LintFinding] {
        var fit = ProblemFit(survey.document)
        var known: Set<ErrorShape> = []
        return survey.document.operations.flatMap(\.responses).compactMap { key, response in
            guard key.isForErrors, let content = response.content.first else { return nil }
            let schema = content.schema.map { survey.document.resolve($0) ?? $0 }
            let shape = ErrorShape(range: content.range, place: schema ?? response.place)
            guard known.insert(shape).inserted else { return nil }
            return fit.finding(in: response)
        }
    }
}

private struct ErrorShape: Hashable {
    let range: String
    /// Of the schema, or of a response without one.
    let place: Place
}

extension ResponseKey {
    fileprivate var isForErrors: Bool {
        switch self {
        case .status(let code): code >= 400
        case .range(let digit): digit >= 4
        case .default: true
        }
    }
}

/// Holds a problem with all that problems may have against what descriptions declare for errors.
private struct ProblemFit {
    private let document: OpenAPIDocument
    private var compiler: SchemaCompiler
    /// What is wrong with the problem, by schema.
    private var faults: [Place: String?] = [:]

    /// The ranges that take `application/problem+json`, the most specific first.
    private static let ranges = ["application/problem+json", "application/*+json", "application/*", "*/*"]

    private static let problem = try? JSON(
        parsing: """
            {"type": "urn:specrouter:problem:invalid-request", "title": "Invalid Request", "status": 400,
             "detail": "The request does not meet the description.",
             "instance": "urn:uuid:3f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d10",
             "violations": [{"in": "query", "name": "limit", "pointer": "", "keyword": "type",
                             "message": "must be an integer", "schema": "#/paths/~1pets/get/parameters/0/schema/type"}]}
            """)

    init(_ document: OpenAPIDocument) {
        self.document = document
        compiler = SchemaCompiler(
            registry: document.schemaRegistry(),
            options: .init(dialect: document.schemaDialect, formats: .assert, direction: .response))
    }

    mutating func finding(in response: Response) -> LintFinding? {
        let names = response.content.map { content in
            (content.range.lowercased().prefix { $0 != ";" && $0 != " " }, content)
        }
        let found = Self.ranges.lazy.compactMap { range in names.first { $0.0 == range }?.1 }.first
        guard let found else {
            return LintFinding(
                place: response.place, message: "These errors have no content of the type application/problem+json.")
        }
        guard let schema = found.schema, let fault = fault(at: document.resolve(schema) ?? schema) else { return nil }
        return LintFinding(
            place: found.place,
            message: "The problems that break the description are answered with do not meet this schema: \(fault).")
    }

    private mutating func fault(at schema: Place) -> String? {
        if let known = faults[schema] { return known }
        let fault = check(schema)
        faults[schema] = .some(fault)
        return fault
    }

    /// Nil as well for a schema that does not compile, which is reported elsewhere.
    private mutating func check(_ schema: Place) -> String? {
        let uri = document.sources[schema.document].uri
        guard let problem = Self.problem,
            let entry = try? compiler.compile(document.json(at: schema), inDocument: uri)
        else { return nil }
        let compiled = compiler.finish().schema(entry)
        guard !compiled.isValid(problem), let violation = compiled.violations(in: problem, atMost: 1).first else {
            return nil
        }
        let subject = violation.instance.tokens.isEmpty ? "it" : "\"\(violation.instance)\""
        return "\(subject) \(violation.message)"
    }
}
