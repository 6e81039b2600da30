import JSONCore

extension LintRule {
    static let ineffectiveNullable = LintRule(
        code: "ineffective-nullable", level: .warning,
        summary: "`nullable: true` has no `type` beside it, or stands beside `$ref` (OpenAPI 3.0).",
        advice: "Null is refused; put `nullable` beside the `type` that it is to extend.",
        check: ineffective)

    /// OpenAPI 3.0.4, "Schema Object": only in the same object as `type`.
    @Sendable
    private static func ineffective(in survey: DescriptionSurvey) -> [LintFinding] {
        guard survey.document.version.family == .v30 else { return [] }
        return survey.schemas(with: "nullable").compactMap { place in
            let schema = survey.json(at: place)
            guard let value = schema["nullable"], value.bool == true else { return nil }
            let neighbour = schema["$ref"] != nil ? "beside \"$ref\"" : "without \"type\" beside it"
            guard schema["$ref"] != nil || schema["type"] == nil else { return nil }
            return LintFinding(
                place: survey.place(of: value, in: place.document), message: "\"nullable\" has no effect \(neighbour).")
        }
    }
}
