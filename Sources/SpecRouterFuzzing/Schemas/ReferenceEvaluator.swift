import JSONCore
import JSONSchema

/// Judges as the drafts say it, keyword by keyword and without a plan: slow, and simple enough to believe.
///
/// Knows no identifiers, anchors and dynamic references.
struct ReferenceEvaluator {
    /// Something that is not known here, or that would take too long.
    struct Unknown: Error {}

    /// Which members and elements the schemas so far have looked at; only what holds counts.
    struct Evaluation {
        var holds = true
        var names: Set<String> = []
        var items: Set<Int> = []

        static let fails = Evaluation(holds: false)

        mutating func join(_ other: Evaluation) {
            guard other.holds else { return }
            names.formUnion(other.names)
            items.formUnion(other.items)
        }
    }

    let schemas: SchemaSet
    let generation: SchemaGeneration
    private var budget = 5_000

    /// Nil where it is not known.
    static func isValid(_ instance: JSON, by place: JSONPointer, of set: SchemaSet) -> Bool? {
        guard let schema = set.document.value(at: place) else { return nil }
        var evaluator = ReferenceEvaluator(set: set)
        do throws(Unknown) { return try evaluator.holds(schema, instance) } catch { return nil }
    }

    private init(set: SchemaSet) {
        schemas = set
        generation = SchemaGeneration(set.dialect)
    }

    mutating func holds(_ schema: JSON, _ instance: JSON) throws(Unknown) -> Bool {
        try evaluate(schema, instance).holds
    }

    mutating func evaluate(_ schema: JSON, _ instance: JSON) throws(Unknown) -> Evaluation {
        budget -= 1
        guard budget > 0 else { throw Unknown() }
        if let verdict = schema.bool { return verdict ? Evaluation() : .fails }
        guard schema["$dynamicRef"] == nil, schema["$recursiveRef"] == nil else { throw Unknown() }
        if generation < .draft201909, let reference = schema["$ref"] {
            return try evaluate(try target(of: reference), instance)
        }
        guard try assertionsHold(schema, instance) else { return .fails }
        var evaluation = Evaluation()
        guard try joinBranches(of: schema, instance, &evaluation) else { return .fails }
        if instance.kind == .object, try !joinMembers(of: schema, instance, &evaluation) { return .fails }
        if instance.kind == .array, try !joinElements(of: schema, instance, &evaluation) { return .fails }
        return evaluation
    }

    private func target(of reference: JSON) throws(Unknown) -> JSON {
        guard let text = reference.string else { throw Unknown() }
        let fragment =
            text.hasPrefix(SchemaGrammar.documentURI) ? text.dropFirst(SchemaGrammar.documentURI.count) : text[...]
        guard fragment.hasPrefix("#/"), let pointer = JSONPointer(fragment: String(fragment.dropFirst())),
            let schema = schemas.document.value(at: pointer)
        else { throw Unknown() }
        return schema
    }

    /// What judges the same instance again.
    private mutating func joinBranches(
        of schema: JSON, _ instance: JSON, _ evaluation: inout Evaluation
    ) throws(Unknown) -> Bool {
        var required = schema["$ref"].map { [$0] } ?? []
        if let reference = required.first { required = [try target(of: reference)] }
        required += schema["allOf"].map { Array($0.elements) } ?? []
        required += instance.kind == .object ? dependents(of: schema, instance) : []
        for branch in required {
            let inner = try evaluate(branch, instance)
            guard inner.holds else { return false }
            evaluation.join(inner)
        }
        guard try joinChoices(of: schema, instance, &evaluation) else { return false }
        if let branch = schema["not"], combines, try holds(branch, instance) { return false }
        guard let condition = schema["if"], generation >= .draft7 else { return true }
        let inner = try evaluate(condition, instance)
        evaluation.join(inner)
        guard let branch = schema[inner.holds ? "then" : "else"] else { return true }
        let outcome = try evaluate(branch, instance)
        evaluation.join(outcome)
        return outcome.holds
    }

    private var combines: Bool { generation > .openAPI20 }

    private mutating func joinChoices(
        of schema: JSON, _ instance: JSON, _ evaluation: inout Evaluation
    ) throws(Unknown) -> Bool {
        guard combines else { return true }
        for keyword in ["anyOf", "oneOf"] {
            guard let branches = schema[keyword] else { continue }
            var count = 0
            for branch in branches.elements {
                let inner = try evaluate(branch, instance)
                count += inner.holds ? 1 : 0
                evaluation.join(inner)
            }
            guard count == 1 || count > 1 && keyword == "anyOf" else { return false }
        }
        return true
    }

    /// The schemas that depend on a member that is there.
    private func dependents(of schema: JSON, _ instance: JSON) -> [JSON] {
        var pairs: [(key: String, value: JSON)] = []
        if generation >= .draft201909 { pairs += schema["dependentSchemas"].map { Array($0.members) } ?? [] }
        if !isOpenAPI { pairs += schema["dependencies"].map { Array($0.members) } ?? [] }
        return pairs.filter { instance[$0.key] != nil && $0.value.kind != .array }.map(\.value)
    }

    /// The old dialects of OpenAPI lack some keywords of draft 4.
    var isOpenAPI: Bool { schemas.dialect == .openAPI20 || schemas.dialect == .openAPI30 }
}
