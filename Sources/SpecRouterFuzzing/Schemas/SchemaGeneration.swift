import JSONSchema

/// What a dialect understands, as far as made-up schemas need to know.
enum SchemaGeneration: Int, Comparable {
    /// Draft 4 without `anyOf`, `oneOf` and `not`.
    case openAPI20
    case draft4, draft6, draft7, draft201909, draft202012

    init(_ dialect: SchemaDialect) {
        self =
            switch dialect {
            case .openAPI20: .openAPI20
            case .draft4, .openAPI30: .draft4
            case .draft6: .draft6
            case .draft7: .draft7
            case .draft201909: .draft201909
            case .draft202012, .openAPI31, .openAPI32: .draft202012
            }
    }

    static func < (left: SchemaGeneration, right: SchemaGeneration) -> Bool { left.rawValue < right.rawValue }

    /// The schema that nothing meets.
    var never: String { self <= .draft4 ? #"{"not":{}}"# : "false" }

    /// Those that matter more often than others several times.
    private var keywords: [String] {
        Self.oldest
            + (self <= .draft4 ? ["exclusiveMinimum:bool", "nullable"] : Self.sinceDraft6)
            + (self >= .draft7 ? ["if", "then", "else"] : [])
            + (self >= .draft201909 ? Self.sinceDraft201909 : ["dependencies"])
            + (self == .draft201909 ? ["$recursiveRef"] : [])
            + (self >= .draft202012 ? ["prefixItems", "prefixItems", "$dynamicRef"] : ["additionalItems"])
    }

    /// Keywords that act on each other, so that they meet often.
    enum Theme: CaseIterable {
        case everything, arrays, objects

        func includes(_ keyword: String) -> Bool {
            switch self {
            case .everything: true
            case .arrays: keyword.contains("tems") || keyword.contains("ontains") || Self.both.contains(keyword)
            case .objects: keyword.contains("ropert") || keyword.contains("equired") || Self.both.contains(keyword)
            }
        }

        private static let both: Set<String> = [
            "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "$ref", "$dynamicRef", "$recursiveRef",
            "dependentSchemas", "dependencies",
        ]
    }

    func keywords(of theme: Theme) -> [String] { keywords.filter(theme.includes) }

    private static let oldest = [
        "type", "type", "type", "enum", "multipleOf", "minimum", "maximum", "minLength", "maxLength", "pattern",
        "format",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "required", "required", "properties",
        "properties", "properties", "patternProperties", "additionalProperties", "additionalProperties", "allOf",
        "anyOf",
        "anyOf", "oneOf", "oneOf", "not", "items", "items", "$ref", "$ref", "unknown",
    ]
    private static let sinceDraft6 = [
        "const", "const", "contains", "propertyNames", "exclusiveMinimum", "exclusiveMaximum",
    ]
    private static let sinceDraft201909 = [
        "dependentRequired", "dependentSchemas", "contains", "minContains", "maxContains", "unevaluatedItems",
        "unevaluatedItems", "unevaluatedProperties", "unevaluatedProperties",
    ]
}
