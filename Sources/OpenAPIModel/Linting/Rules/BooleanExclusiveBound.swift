import JSONCore

extension LintRule {
    static let booleanExclusiveBound = LintRule(
        code: "boolean-exclusive-bound", level: .warning,
        summary: "`exclusiveMinimum` or `exclusiveMaximum` is a Boolean in OpenAPI 3.1 or later.",
        advice: "It is understood here, but other tools refuse it: there it is the bound itself, in place of"
            + " `minimum` or `maximum`.",
        check: booleanBounds)

    @Sendable
    private static func booleanBounds(in survey: DescriptionSurvey) -> [LintFinding] {
        guard survey.document.version.family >= .v31 else { return [] }
        return ["exclusiveMinimum", "exclusiveMaximum"].flatMap { keyword in
            survey.schemas(with: keyword).compactMap { place in
                guard let value = survey.json(at: place)[keyword], value.kind == .boolean,
                    !survey.hasDialect(place)
                else { return nil }
                return LintFinding(
                    place: survey.place(of: value, in: place.document),
                    message: "\"\(keyword)\" is a number in OpenAPI \(survey.document.version).")
            }
        }
    }
}

extension DescriptionSurvey {
    /// Whether the schema, or one around it, names its dialect, which then decides what a bound is.
    fileprivate func hasDialect(_ schema: Place) -> Bool {
        var value = document.sources[schema.document].root
        for token in document.pointer(of: schema).tokens {
            if value["$schema"] != nil { return true }
            guard let next = value.value(at: JSONPointer(tokens: [token])) else { return false }
            value = next
        }
        return value["$schema"] != nil
    }
}
