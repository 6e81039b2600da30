import JSONCore

/// Makes instances up that meet a schema, or nearly. They are judged by others: here nothing needs to be exact.
struct InstanceGrammar {
    let root: JSON
    private var fuel = 60

    init(root: JSON) { self.root = root }

    static let numbers = [
        "0", "1", "1.0", "2", "-2", "2.5", "1e2", "3", "10", "0.1", "1e400", "9007199254740993", "18446744073709551615",
        "-0", "1e-400",
    ]
    static let strings = [
        "\"a\"", "\"\"", "\"ab\"", "\"abb\"", "\"k\"", "\"\u{E9}\"", "\"\\u0061\"", "\"2024-02-29\"", "\"a@b.c\"",
        "\"http://a\"", "\"1.2.3.4\"", "\"\u{1F600}x\"", "\"a long text that has more than 16 bytes\"",
    ]

    static func leaf(_ choices: inout Choices) -> String {
        switch choices.below(8) {
        case 0...1: choices.pick(numbers)
        case 2...3: choices.pick(strings)
        case 4: choices.pick(["true", "false"])
        case 5: "null"
        case 6: choices.pick(["[]", "[1]", "[1,1.0]", "[\"a\",\"b\"]"])
        default: choices.pick(["{}", "{\"a\":1}", "{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", "{\"k\":\"a\"}"])
        }
    }

    /// Text that takes after the schema, `depth` levels deep at most.
    mutating func instance(of schema: JSON, depth: Int, _ choices: inout Choices) -> String {
        fuel -= 1
        guard depth > 0, fuel > 0, schema.kind == .object, !choices.once(in: 12) else { return Self.leaf(&choices) }
        if let target = schema["$ref"].flatMap(target(of:)), choices.below(8) != 7 {
            return instance(of: target, depth: depth - 1, &choices)
        }
        if let value = schema["const"] ?? schema["enum"]?[choices.below(3)], choices.below(4) != 3 {
            return value.serialized()
        }
        let branches = ["allOf", "anyOf", "oneOf"].flatMap { schema[$0].map { Array($0.elements) } ?? [] }
        if !branches.isEmpty, choices.below(3) > 0 {
            return instance(of: choices.pick(branches), depth: depth - 1, &choices)
        }
        return instance(of: schema, type: type(of: schema, &choices), depth: depth - 1, &choices)
    }

    private func target(of reference: JSON) -> JSON? {
        guard let text = reference.string, let hash = text.firstIndex(of: "#") else { return nil }
        return JSONPointer(fragment: String(text[text.index(after: hash)...])).flatMap(root.value(at:))
    }

    private func type(of schema: JSON, _ choices: inout Choices) -> String {
        if let type = schema["type"] { return type.string ?? type[choices.below(3)]?.string ?? "object" }
        let members = Set(schema.members.map(\.key))
        if !members.isDisjoint(with: Self.arrayKeywords), choices.below(4) > 0 { return "array" }
        if !members.isDisjoint(with: Self.objectKeywords), choices.below(4) > 0 { return "object" }
        return choices.pick(["object", "array", "string", "number"])
    }

    private static let arrayKeywords: Set<String> = [
        "items", "prefixItems", "contains", "minItems", "uniqueItems", "unevaluatedItems", "additionalItems",
    ]
    private static let objectKeywords: Set<String> = [
        "properties", "required", "patternProperties", "additionalProperties", "unevaluatedProperties", "propertyNames",
        "dependentSchemas", "dependencies", "minProperties",
    ]

    private mutating func instance(of schema: JSON, type: String, depth: Int, _ choices: inout Choices) -> String {
        switch type {
        case "object": object(of: schema, depth: depth, &choices)
        case "array": array(of: schema, depth: depth, &choices)
        case "string": choices.pick(Self.strings)
        case "boolean": choices.pick(["true", "false"])
        case "null": "null"
        default: schema["minimum"].map { $0.serialized() } ?? choices.pick(Self.numbers)
        }
    }

    private mutating func object(of schema: JSON, depth: Int, _ choices: inout Choices) -> String {
        let declared = schema["properties"].map { Array($0.members) } ?? []
        var names = schema["required"].map { $0.elements.compactMap(\.string) } ?? []
        names += declared.map(\.key).filter { _ in choices.below(3) > 0 }
        for _ in 0..<choices.below(3) { names.append(choices.pick(SchemaGrammar.names)) }
        var seen: Set<String> = []
        var members: [String] = []
        for name in names where seen.insert(name).inserted {
            let schema = declared.first { $0.key == name }?.value ?? schema["additionalProperties"] ?? JSON.nothing
            members.append(SchemaGrammar.quoted(name) + ":" + instance(of: schema, depth: depth, &choices))
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private mutating func array(of schema: JSON, depth: Int, _ choices: inout Choices) -> String {
        let heads = schema["prefixItems"] ?? schema["items"]
        let tail = schema["items"] ?? schema["contains"] ?? schema["unevaluatedItems"] ?? JSON.nothing
        let elements = (0..<choices.below(5)).map { position in
            instance(of: heads?[position] ?? tail, depth: depth, &choices)
        }
        return "[" + elements.joined(separator: ",") + "]"
    }
}

extension JSON {
    /// Null, where a schema is looked for and none is there.
    fileprivate static let nothing: JSON = TapeBuilder().finish()
}
