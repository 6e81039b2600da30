/// Another schema built around one, whose verdict follows from that one's.
struct SchemaVariant: Sendable {
    enum Verdict: Sendable { case same, opposite, always, never }

    /// What the instance is put into.
    enum Wrapping: String, Sendable {
        case none = "@I"
        case list = "[@I]"
        case pair = "[@I,@I]"
        case behindNull = "[null,@I]"
        case member = #"{"k":@I}"#
        case behindMember = #"{"j":0,"k":@I}"#
        case twoLevels = #"{"k":{"k":@I}}"#

        func around(_ instance: String) -> String { rawValue.replacing("@I", with: instance) }
    }

    /// `@S` stands for the schema, `@R` for a reference's value that leads to it, `@F` for the one that nothing meets.
    var template: String
    var wrapping: Wrapping
    var verdict: Verdict

    func schema(around schema: String, _ generation: SchemaGeneration) -> String {
        template.replacing("@F", with: generation.never).replacing("@R", with: "#/definitions/s")
            .replacing("@S", with: schema)
    }

    private init(_ template: String, _ wrapping: Wrapping = .none, _ verdict: Verdict = .same) {
        self.template = template
        self.wrapping = wrapping
        self.verdict = verdict
    }

    static func all(for generation: SchemaGeneration) -> [SchemaVariant] {
        if generation == .openAPI20 { return oldest.filter(\.needsNoCombination) }
        return oldest + (generation >= .draft6 ? sinceDraft6 : []) + (generation >= .draft7 ? sinceDraft7 : [])
            + (generation >= .draft201909 ? sinceDraft201909 : [])
            + (generation >= .draft202012 ? sinceDraft202012 : [])
    }

    private var needsNoCombination: Bool {
        ["\"not\"", "\"anyOf\"", "\"oneOf\"", "@F"].allSatisfy { !template.contains($0) }
    }

    private static let oldest = [
        SchemaVariant(#"{"not":{"not":@S}}"#), SchemaVariant(#"{"not":@S}"#, .none, .opposite),
        SchemaVariant(#"{"allOf":[@S]}"#), SchemaVariant(#"{"allOf":[@S,{},@S]}"#),
        SchemaVariant(#"{"anyOf":[@S,@F]}"#), SchemaVariant(#"{"anyOf":[@F,@S]}"#),
        SchemaVariant(#"{"oneOf":[@F,@S,@F]}"#),
        SchemaVariant(#"{"oneOf":[@S,@S]}"#, .none, .never),
        SchemaVariant(#"{"oneOf":[@S,{"not":@S}]}"#, .none, .always),
        SchemaVariant(#"{"anyOf":[@S,{"not":@S}]}"#, .none, .always),
        SchemaVariant(#"{"allOf":[@S,{"not":@S}]}"#, .none, .never), SchemaVariant(#"{"$ref":"@R"}"#),
        SchemaVariant(#"{"allOf":[{"allOf":[{"$ref":"@R"}]},{}]}"#), SchemaVariant(#"{"items":@S}"#, .list),
        SchemaVariant(#"{"items":@S,"minItems":2}"#, .pair), SchemaVariant(#"{"properties":{"k":@S}}"#, .member),
        SchemaVariant(#"{"properties":{"j":{},"k":@S},"required":["k","j"]}"#, .behindMember),
        SchemaVariant(#"{"additionalProperties":@S}"#, .member),
        SchemaVariant(#"{"additionalProperties":@S,"properties":{"j":{}}}"#, .behindMember),
        SchemaVariant(#"{"properties":{"k":{"properties":{"k":@S}}}}"#, .twoLevels),
        SchemaVariant(#"{"allOf":[{"properties":{"k":@S}},{"required":["k"]}],"additionalProperties":{}}"#, .member),
        SchemaVariant(#"{"anyOf":[{"required":["x"]},{"required":["k"],"properties":{"k":@S}}]}"#, .member),
        SchemaVariant(#"{"oneOf":[{"required":["j"]},{"properties":{"k":@S}}]}"#, .member),
    ]
    private static let sinceDraft6 = [
        SchemaVariant(#"{"contains":@S}"#, .list), SchemaVariant(#"{"contains":@S}"#, .pair),
        SchemaVariant(#"{"patternProperties":{"^k":@S}}"#, .member),
        SchemaVariant(#"{"patternProperties":{"^j":@F,"k$":@S},"properties":{"k":@S}}"#, .member),
    ]
    private static let sinceDraft7 = [
        SchemaVariant(#"{"if":@S,"then":true,"else":false}"#), SchemaVariant(#"{"if":@S,"then":@F}"#, .none, .opposite),
        SchemaVariant(#"{"if":{"not":@S},"then":false}"#), SchemaVariant(#"{"if":true,"then":@S,"else":@F}"#),
        SchemaVariant(#"{"if":@F,"then":@F,"else":@S}"#), SchemaVariant(#"{"if":@S}"#, .none, .always),
    ]
    private static let sinceDraft201909 = [
        SchemaVariant(#"{"contains":@S,"minContains":2}"#, .pair),
        SchemaVariant(#"{"contains":@S,"maxContains":1}"#, .pair, .never),
        SchemaVariant(#"{"contains":@S,"minContains":0}"#, .list, .always),
        SchemaVariant(#"{"unevaluatedItems":@S}"#, .list), SchemaVariant(#"{"unevaluatedProperties":@S}"#, .member),
        SchemaVariant(#"{"dependentSchemas":{"k":{"properties":{"k":@S}}}}"#, .member),
        SchemaVariant(#"{"anyOf":[{"properties":{"k":@S}}],"unevaluatedProperties":false}"#, .member),
        SchemaVariant(#"{"anyOf":[{"properties":{"k":@S}},{}],"unevaluatedProperties":false}"#, .member),
        SchemaVariant(#"{"if":{"properties":{"k":@S}},"unevaluatedProperties":false}"#, .member),
        SchemaVariant(
            #"{"allOf":[{"not":{"not":{"properties":{"k":@S}}}}],"unevaluatedProperties":@F}"#, .member, .never),
        SchemaVariant(#"{"allOf":[{"items":@S}],"unevaluatedItems":false}"#, .list),
    ]
    private static let sinceDraft202012 = [
        SchemaVariant(#"{"prefixItems":[{},@S]}"#, .behindNull),
        SchemaVariant(#"{"prefixItems":[{}],"items":@S}"#, .behindNull),
        SchemaVariant(#"{"prefixItems":[@S],"unevaluatedItems":false}"#, .list),
        SchemaVariant(#"{"prefixItems":[true],"unevaluatedItems":@S}"#, .behindNull),
        SchemaVariant(#"{"contains":@S,"unevaluatedItems":false}"#, .list),
        SchemaVariant(#"{"contains":@S,"unevaluatedItems":false}"#, .pair),
        SchemaVariant(#"{"allOf":[{"contains":@S}],"unevaluatedItems":@S}"#, .pair),
        SchemaVariant(#"{"prefixItems":[@S],"contains":@S,"unevaluatedItems":@F}"#, .pair),
        SchemaVariant(#"{"items":true,"allOf":[{"items":@S}],"unevaluatedItems":false}"#, .list),
    ]
}
