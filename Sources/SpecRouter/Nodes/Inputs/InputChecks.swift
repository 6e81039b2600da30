import JSONCore
import JSONSchema
import OpenAPIModel

/// Holds the types that nodes take their input as against what the operations send them.
struct InputChecks {
    let shapes: SchemaShapes

    func diagnostics(of input: TypedInput, _ operation: Operation, _ policy: Policy) -> [Diagnostic] {
        let reader = SentValueReader(shapes: shapes, policy: policy)
        var known: Set<InputFinding> = []
        return roots(of: input, operation).flatMap { value, presence in
            InputRehearsals(input, value, presence, reader).findings().filter { known.insert($0).inserted }
                .map { diagnostic($0, input, operation) }
        }
    }

    /// What may be handed to the type: one for each media type of the body.
    private func roots(
        of input: TypedInput, _ operation: Operation
    ) -> [(value: SentValue, presence: SentValue.Presence)] {
        let bodies = bodies(of: operation)
        switch input.source {
        case .body: return bodies
        case .parameters:
            let parameters = parameters(of: operation)
            return bodies.map { body, presence in
                let own = SentValue.Member(name: "body", value: body, presence: presence)
                let isTaken = parameters.contains { $0.name == own.name }
                return (SentValue(members: parameters + (isTaken || presence == .never ? [] : [own])), .always)
            }
        }
    }

    private func bodies(of operation: Operation) -> [(value: SentValue, presence: SentValue.Presence)] {
        guard let body = operation.requestBody else { return [(.unknown, .never)] }
        let presence: SentValue.Presence = body.isRequired ? .always : .sometimes
        let decoded = body.content.filter { content in
            guard let range = MediaRange(content.range), range.itemFormat == nil else { return false }
            let isForm = range.matches("application", "x-www-form-urlencoded") || range.isMultipart
            return range.isJSON || isForm || range.isText && content.schema != nil
        }
        // Of a body that is handed on as octets, nothing is known here.
        guard !decoded.isEmpty else { return [(.unknown, .always)] }
        return decoded.map { (SentValue(schemas: $0.schema.map { [$0] } ?? [], at: $0.place), presence) }
    }

    /// By name; of those that share one, the first location's.
    private func parameters(of operation: Operation) -> [SentValue.Member] {
        var planner = ParameterPlanner(shapes)
        for parameter in operation.parameters { planner.add(parameter) }
        let plans = planner.plans
        let ordered = [ParameterLocation.path, .query, .header, .cookie].flatMap { location in
            plans.filter { $0.placement.location == location }
        }
        var known: Set<String> = []
        return ordered.filter { known.insert($0.name).inserted }.map { plan in
            SentValue.Member(
                name: plan.name, value: SentValue(schemas: plan.schemaPlace.map { [$0] } ?? [], at: plan.place),
                presence: plan.isRequired || plan.defaultValue != nil ? .always : .sometimes)
        }
    }
}

extension InputChecks {
    private func diagnostic(_ finding: InputFinding, _ input: TypedInput, _ operation: Operation) -> Diagnostic {
        let type = "The input \"\(input.name)\" of the node \"\(operation.nodeID ?? "fallback")\""
        let (severity, code, message, hint) = sentence(finding, subject(finding, input), operation.key)
        return Diagnostic(
            severity, code, "\(type) \(message)", hint: hint,
            location: shapes.document.location(of: finding.value.place ?? operation.place))
    }

    private func subject(_ finding: InputFinding, _ input: TypedInput) -> String {
        guard finding.path.steps.isEmpty else { return "\"\(finding.path)\"" }
        return input.source == .body ? "the body" : "the input"
    }

    private func sentence(
        _ finding: InputFinding, _ subject: String, _ key: String
    ) -> (severity: Diagnostic.Severity, code: Diagnostic.Code, message: String, hint: String) {
        switch finding.fault {
        case .never(let guess):
            let meant = guess.map { "; did you mean \"\($0)\"?" } ?? "."
            return (
                .error, .inputNeverSent, "needs \(subject), which \(key) never sends\(meant)",
                "Spell it as the description does, declare it there, or make it optional in the type."
            )
        case .absent(let isDeclared):
            let reason = isDeclared ? "which clients of \(key) may leave out" : "of which \(key) says nothing"
            return (
                .warning, .inputMayBeAbsent, "needs \(subject), \(reason).",
                "Make it optional in the type, or required in the description."
            )
        case .mismatch(let asked, let sent):
            return (
                .error, .inputMismatch,
                "takes \(subject) as \(phrase(of: asked)), where \(key) sends \(phrase(of: sent)).",
                "Correct the type of the property, or the schema."
            )
        case .kinds(let refused):
            return (
                .warning, .inputMismatch, "cannot take \(subject) when \(key) sends \(phrase(of: refused)).",
                "Widen the type of the property, or narrow the schema."
            )
        case .words(let words, let isEvery):
            let list = alternatives(words.prefix(5).map { "\"\($0)\"" } + (words.count > 5 ? ["others"] : []))
            return (
                isEvery ? .error : .warning, .inputWords, "cannot take \(subject) when \(key) sends \(list).",
                "Add what is missing to the type's raw values."
            )
        }
    }
}
