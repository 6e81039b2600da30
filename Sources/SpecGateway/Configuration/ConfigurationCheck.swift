import JSONCore
import JSONSchema
public import OpenAPIModel

/// Holds a configuration to its JSON Schema, with our own engine.
struct ConfigurationCheck {
    let name: String

    func diagnostics(_ json: JSON) -> [Diagnostic] {
        do {
            let schema = try JSON(parsing: GatewayConfiguration.schema)
            let compiled = try CompiledSchema(schema, dialect: .draft202012, formats: .assert)
            let violations = compiled.violations(in: json, atMost: 100)
            var seen: Set<Diagnostic> = []
            return violations.map { diagnostic($0, json, schema) }.filter { seen.insert($0).inserted }
        } catch {
            return [Diagnostic(.error, .syntax, "The schema of configuration files is broken: \(error).")]
        }
    }

    private func diagnostic(_ violation: Violation, _ json: JSON, _ schema: JSON) -> Diagnostic {
        if violation.keyword == "additionalProperties", let unknown = unknownKey(violation, json, schema) {
            return unknown
        }
        let place = json.value(at: violation.instance) ?? json
        let subject = violation.instance.tokens.isEmpty ? "The configuration" : "\"\(path(violation.instance))\""
        return Diagnostic(
            .error, violation.keyword == "required" ? .missingField : .badConfiguration,
            "\(subject) \(violation.message).", hint: hint(violation, schema), location: location(place),
            pointer: violation.instance)
    }

    /// A key that the object may not have: the violation names the member.
    private func unknownKey(_ violation: Violation, _ json: JSON, _ schema: JSON) -> Diagnostic? {
        var keyword = violation.schema.pointer.tokens
        var holder = violation.instance
        guard keyword.popLast() != nil, let word = holder.tokens.popLast(),
            let member = json.value(at: holder)?.memberKeys.first(where: { $0.key.string == word })
        else { return nil }
        let properties = schema.value(at: JSONPointer(tokens: keyword))?["properties"]
        let known = properties.map { $0.members.map(\.key) } ?? []
        return Diagnostic(
            .error, .unknownField, "\"\(word)\" is no key of \(owner(holder)).", hint: suggestion(word, known),
            location: location(member.key), pointer: violation.instance)
    }

    private func owner(_ pointer: JSONPointer) -> String {
        pointer.tokens.isEmpty ? "the configuration" : "\"\(path(pointer))\""
    }

    private func suggestion(_ word: String, _ known: [String]) -> String {
        if let nearest = OpenAPIModel.Spelling.nearest(to: word, in: known) { return "Did you mean \"\(nearest)\"?" }
        return "It has the keys \(known.map { "\"\($0)\"" }.joined(separator: ", "))."
    }

    /// What the schema says the value is for.
    private func hint(_ violation: Violation, _ schema: JSON) -> String? {
        var tokens = violation.schema.pointer.tokens
        guard tokens.popLast() != nil, let object = schema.value(at: JSONPointer(tokens: tokens)) else { return nil }
        return object["description"]?.string.map { "It is: \($0)" }
    }

    /// `specs[0].source`
    private func path(_ pointer: JSONPointer) -> String {
        pointer.tokens.reduce("") { path, token in
            if Int(token) != nil { return "\(path)[\(token)]" }
            return path.isEmpty ? token : "\(path).\(token)"
        }
    }

    private func location(_ json: JSON) -> SourceLocation? {
        json.tape.position(of: json.index).map { SourceLocation(file: name, line: $0.line, column: $0.column) }
    }
}

extension Diagnostic.Code {
    /// A configuration file says what it may not say.
    public static let badConfiguration: Self = "bad-configuration"
}
