import JSONCore
import JSONSchema
import OpenAPIModel

/// The configuration file's own JSON Schema, and what it finds wrong with a file.
///
/// Two things go beyond the standard's words: `x-message`, beside the keywords of a schema, replaces what the engine
/// says when one of them is broken; an unknown key is reported with the known ones.
enum ConfigurationSchema {
    private struct Compiled {
        let json: JSON
        let schema: CompiledSchema
    }

    /// What a file holds.
    enum Part: Hashable {
        case configuration
        /// A list of keys or users alone, in a file of its own.
        case keys, users
    }

    /// Nil only if the schema itself were wrong, which a test excludes.
    private static let whole = compiled(String(decoding: GatewayConfiguration.schema, as: UTF8.self))
    private static let keys = compiled(part: "keys")
    private static let users = compiled(part: "users")

    private static func compiled(_ text: String) -> Compiled? {
        guard let json = try? JSON(parsing: text), let schema = try? CompiledSchema(json) else { return nil }
        return Compiled(json: json, schema: schema)
    }

    private static func compiled(part: String) -> Compiled? {
        guard let definitions = whole?.json["$defs"] else { return nil }
        return compiled(##"{"$ref":"#/$defs/\##(part)","$defs":\##(definitions.serialized())}"##)
    }

    /// At most a hundred findings.
    static func findings(
        in file: ConfigurationFile, as part: Part = .configuration
    ) throws(DiagnosticError) -> [Diagnostic] {
        let compiled =
            switch part {
            case .configuration: whole
            case .keys: keys
            case .users: users
            }
        guard let compiled else {
            let message = "The schema of configuration files does not compile."
            throw DiagnosticError([Diagnostic(.error, .unreadableSource, message)])
        }
        let violations = compiled.schema.violations(in: file.root, atMost: 100)
        return violations.filter { !isConsequence($0, of: violations) }.compactMap { violation in
            guard let value = file.root.value(at: violation.instance) else { return nil }
            return ViolationReport(violation: violation, value: value, schema: compiled.json, file: file).diagnostic
        }
    }

    /// Whether it only tells why an alternative did not fit.
    private static func isConsequence(_ violation: Violation, of all: [Violation]) -> Bool {
        let tokens = violation.schema.pointer.tokens
        return all.contains { other in
            let outer = other.schema.pointer.tokens
            return other.keyword == "oneOf" && outer.count < tokens.count && tokens.starts(with: outer)
        }
    }
}

/// One violation in words that help whoever wrote the file. Values are never repeated: any may hold a secret.
private struct ViolationReport {
    let violation: Violation
    let value: JSON
    let schema: JSON
    let file: ConfigurationFile

    var diagnostic: Diagnostic {
        switch violation.keyword {
        case "additionalProperties": unknownKey
        case "propertyNames": badName
        case "required", "dependentRequired": file.finding(.missingField, at: value, violation.message)
        case "type": file.finding(.wrongType, at: value, message)
        case "enum", "const": file.finding(.unknownValue, at: value, message, hint: nearestValue)
        default: file.finding(.badValue, at: value, message)
        }
    }

    private var message: String { parent?["x-message"]?.string ?? violation.message }

    /// The schema that has the broken keyword.
    private var parent: JSON? {
        var pointer = violation.schema.pointer
        guard pointer.tokens.popLast() != nil else { return nil }
        return schema.value(at: pointer)
    }

    private var unknownKey: Diagnostic {
        let known = parent?["properties"]?.members.map(\.key) ?? []
        let key = violation.instance.tokens.last ?? ""
        let nearest = Spelling.nearest(to: key, in: known).map { "Did you mean \"\($0)\"? " } ?? ""
        let keys = known.map { "\"\($0)\"" }.joined(separator: ", ")
        return Diagnostic(
            .error, .unknownField, "\"\(key)\" is not a key that \(owner) has.",
            hint: "\(nearest)The keys here are \(keys).", location: file.keyLocation(of: value),
            pointer: violation.instance)
    }

    /// What a message calls the value that has the key.
    private var owner: String {
        var pointer = violation.instance
        _ = pointer.tokens.popLast()
        return pointer.tokens.isEmpty ? "a configuration" : file.subject(pointer)
    }

    private var badName: Diagnostic {
        let message = schema.value(at: violation.schema.pointer)?["x-message"]?.string
        return Diagnostic(
            .error, .badValue, "\(file.subject(violation.instance)) \(message ?? violation.message).",
            location: file.keyLocation(of: value), pointer: violation.instance)
    }

    private var nearestValue: String? {
        guard let word = value.string else { return nil }
        let known = parent?["enum"]?.elements.compactMap(\.string) ?? []
        return Spelling.nearest(to: word, in: known).map { "Did you mean \"\($0)\"?" }
    }
}
