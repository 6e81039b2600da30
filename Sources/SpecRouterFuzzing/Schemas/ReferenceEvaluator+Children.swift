import JSONCore
import JSONSchema
import RegexCore

/// What judges members and elements.
extension ReferenceEvaluator {
    mutating func joinMembers(
        of schema: JSON, _ instance: JSON, _ evaluation: inout Evaluation
    ) throws(Unknown) -> Bool {
        var own: Set<String> = []
        for (name, value) in instance.members {
            for child in try schemas(for: name, in: schema) {
                own.insert(name)
                guard try holds(child, value) else { return false }
            }
            if let names = schema["propertyNames"], generation >= .draft6 {
                guard let key = try? JSON(parsing: SchemaGrammar.quoted(name)) else { throw Unknown() }
                guard try holds(names, key) else { return false }
            }
        }
        evaluation.names.formUnion(own)
        guard let rest = schema["unevaluatedProperties"], generation >= .draft201909 else { return true }
        for (name, value) in instance.members where !evaluation.names.contains(name) {
            guard try holds(rest, value) else { return false }
            evaluation.names.insert(name)
        }
        return true
    }

    private func schemas(for name: String, in schema: JSON) throws(Unknown) -> [JSON] {
        var found = schema["properties"]?[name].map { [$0] } ?? []
        if !isOpenAPI, let patterns = schema["patternProperties"] {
            for (pattern, child) in patterns.members where try matches(pattern, name) { found.append(child) }
        }
        if found.isEmpty, let rest = schema["additionalProperties"] { found.append(rest) }
        return found
    }

    func matches(_ pattern: String, _ text: String) throws(Unknown) -> Bool {
        guard let pattern = try? ECMAPattern(pattern) else { throw Unknown() }
        return pattern.matches(text)
    }

    mutating func joinElements(
        of schema: JSON, _ instance: JSON, _ evaluation: inout Evaluation
    ) throws(Unknown) -> Bool {
        let heads = generation >= .draft202012 ? schema["prefixItems"] : schema["items"].flatMap(\.asList)
        let tail =
            generation >= .draft202012 || heads == nil ? schema["items"] : isOpenAPI ? nil : schema["additionalItems"]
        for (position, element) in instance.elements.enumerated() {
            guard let child = heads?[position] ?? tail else { continue }
            evaluation.items.insert(position)
            guard try holds(child, element) else { return false }
        }
        guard try joinContained(in: schema, instance, &evaluation) else { return false }
        guard let rest = schema["unevaluatedItems"], generation >= .draft201909 else { return true }
        for (position, element) in instance.elements.enumerated() where !evaluation.items.contains(position) {
            guard try holds(rest, element) else { return false }
            evaluation.items.insert(position)
        }
        return true
    }

    private mutating func joinContained(
        in schema: JSON, _ instance: JSON, _ evaluation: inout Evaluation
    ) throws(Unknown) -> Bool {
        guard let child = schema["contains"], generation >= .draft6 else { return true }
        var count = 0
        for (position, element) in instance.elements.enumerated() where try holds(child, element) {
            count += 1
            if generation >= .draft202012 { evaluation.items.insert(position) }
        }
        guard generation >= .draft201909 else { return count > 0 }
        return count >= schema["minContains"]?.int ?? 1 && count <= schema["maxContains"]?.int ?? .max
    }
}

extension JSON {
    fileprivate var asList: JSON? { kind == .array ? self : nil }
}
