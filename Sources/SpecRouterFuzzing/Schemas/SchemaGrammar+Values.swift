extension SchemaGrammar {
    /// A value for a keyword, once in a while one that it must not have.
    mutating func value(of keyword: String, depth: Int, _ choices: inout Choices) -> String {
        if choices.once(in: 250) { return choices.pick(["null", "-1", "[]", "{}", "\"x\"", "1.5", "[[]]", "[1,1]"]) }
        switch keyword {
        case "$ref": return reference(&choices)
        case "$dynamicRef":
            guard mayRefer, !choices.once(in: 4) else { return reference(&choices) }
            return choices.pick(["\"#d\"", "\"#d\"", "\"http://example.com/x#d\""])
        case "$recursiveRef": return "\"#\""
        case "additionalProperties", "additionalItems", "unevaluatedItems", "unevaluatedProperties":
            return choices.below(2) == 0 ? openEnded(keyword) : inner { $0.schema(depth: depth, &choices) }
        case "items" where generation < .draft202012 && choices.once(in: 3):
            return inner { $0.list(depth, &choices) }
        case "allOf", "anyOf", "oneOf": return list(depth, &choices)
        case "prefixItems": return inner { $0.list(depth, &choices) }
        case "properties": return inner { $0.map(depth, &choices) }
        case "dependentSchemas", "dependencies": return map(depth, &choices)
        case "patternProperties":
            let pattern = Self.quoted(choices.pick(Self.patterns))
            return "{\(pattern):\(inner { $0.schema(depth: depth, &choices) })}"
        case "not", "if", "then", "else": return schema(depth: depth, &choices)
        case "items", "contains", "propertyNames": return inner { $0.schema(depth: depth, &choices) }
        default: return plainValue(of: keyword, &choices)
        }
    }

    private func openEnded(_ keyword: String) -> String {
        keyword.hasPrefix("additional") || generation > .draft4 ? "false" : generation.never
    }

    private func plainValue(of keyword: String, _ choices: inout Choices) -> String {
        switch keyword {
        case "type": choices.pick(types)
        case "enum":
            "[" + (0...choices.below(3)).map { _ in InstanceGrammar.leaf(&choices) }.joined(separator: ",") + "]"
        case "const": InstanceGrammar.leaf(&choices)
        case "multipleOf": choices.pick(["1", "2", "0.5", "3", "1e-2", "0.01", "1e3"])
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum": choices.pick(Self.bounds)
        case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains",
            "maxContains":
            choices.pick(["0", "1", "1", "2", "2", "3", "10", "65"])
        case "pattern": Self.quoted(choices.pick(Self.patterns))
        case "format": choices.pick([#""date""#, #""email""#, #""uri""#, #""ipv4""#, #""regex""#, #""made-up""#])
        case "uniqueItems", "exclusiveMinimum:bool", "nullable": choices.pick(["true", "true", "false"])
        case "required": names(least: 1, &choices)
        case "dependentRequired": "{\(Self.quoted(choices.pick(Self.names))):\(names(least: 0, &choices))}"
        default: InstanceGrammar.leaf(&choices)
        }
    }

    private var types: [String] {
        let simple = ["integer", "number", "string", "object", "array", "boolean"].map(Self.quoted)
        let lists = [#"["object","array"]"#, #"["string","null"]"#, #"["integer","string","object"]"#, #""null""#]
        return simple + ["\"object\"", "\"object\"", "\"array\""] + lists
    }

    private static let bounds = ["0", "1", "2", "-1", "1.5", "1e2", "9007199254740993", "18446744073709551616", "1e-1"]

    static let patterns = ["^a", "b$", "^[a-z]*$", "^k", "", "^(a|b){1,3}$", "^(?!x)", "[\u{E9}c]", "^a.*b"]

    /// A list of different names.
    private func names(least: Int, _ choices: inout Choices) -> String {
        var names: [String] = []
        for _ in 0..<(least + choices.below(3)) {
            let name = choices.pick(Self.names)
            if !names.contains(name) { names.append(name) }
        }
        return "[" + names.map(Self.quoted).joined(separator: ",") + "]"
    }
}
