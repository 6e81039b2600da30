import JSONCore

/// What a schema's `type` allows.
struct SchemaTypes {
    let names: Set<String>

    /// Nil when every type is allowed, or the keyword makes no sense.
    init?(_ schema: JSON) {
        guard let type = schema["type"] else { return nil }
        let listed = type.kind == .array ? type.elements.compactMap(\.string) : [type.string].compactMap { $0 }
        guard !listed.isEmpty, listed.allSatisfy(Self.known.contains) else { return nil }
        names = Set(listed)
    }

    var allowNumbers: Bool { names.contains("number") || names.contains("integer") }

    func allow(_ value: JSON) -> Bool {
        switch value.kind {
        case .null: names.contains("null")
        case .boolean: names.contains("boolean")
        case .integer: allowNumbers
        case .number: names.contains("number")
        case .string: names.contains("string")
        case .array: names.contains("array")
        default: names.contains("object")
        }
    }

    private static let known: Set<String> = ["null", "boolean", "integer", "number", "string", "array", "object"]
}
