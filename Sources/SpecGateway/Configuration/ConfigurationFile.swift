import JSONCore
public import OpenAPIModel

/// A configuration file as it was read, for saying where something stands.
struct ConfigurationFile {
    let root: JSON
    let name: String

    /// Of a value.
    func location(of json: JSON) -> SourceLocation {
        location(ofEntry: json.index, in: json.tape)
    }

    /// Of a member's key; of the value itself when it is no member.
    func keyLocation(of json: JSON) -> SourceLocation {
        isMember(json) ? location(ofEntry: json.index - 1, in: json.tape) : location(of: json)
    }

    func finding(_ code: Diagnostic.Code, at json: JSON, _ phrase: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(
            .error, code, "\(subject(json.pointer)) \(phrase).", hint: hint, location: location(of: json),
            pointer: json.pointer)
    }

    /// What a message calls a value: its key and the positions below, as `"specs[0]"`.
    func subject(_ pointer: JSONPointer) -> String {
        guard !pointer.tokens.isEmpty else { return "The configuration" }
        var name = ""
        var value: JSON? = root
        for token in pointer.tokens {
            name = value?.kind == .array ? "\(name)[\(token)]" : token
            value = value?.kind == .array ? Int(token).flatMap { value?[$0] } : value?[token]
        }
        return "\"\(name)\""
    }

    private func isMember(_ json: JSON) -> Bool {
        guard let key = json.pointer.tokens.last, json.index > 0 else { return false }
        return JSON(tape: json.tape, index: json.index - 1).textEquals(Array(key.utf8))
    }

    private func location(ofEntry index: Int, in tape: JSONTape) -> SourceLocation {
        let position = tape.position(of: index) ?? (1, 1)
        return SourceLocation(file: name, line: position.line, column: position.column)
    }
}

extension Diagnostic.Code {
    /// A value of a configuration file that is not what its key takes.
    public static let badValue: Self = "bad-value"
}

extension [Diagnostic] {
    /// By line and column; of several findings about one value only the first one given.
    func inFileOrder() -> [Diagnostic] {
        var places: Set<SourceLocation> = []
        let first = filter { diagnostic in
            guard let location = diagnostic.location, diagnostic.code != .missingField else { return true }
            return places.insert(location).inserted
        }
        return first.sorted { left, right in
            let (left, right) = (left.location, right.location)
            return (left?.line ?? 0, left?.column ?? 0) < (right?.line ?? 0, right?.column ?? 0)
        }
    }
}
