import JSONCore

extension LintRule {
    static let nullableKeyword = LintRule(
        code: "nullable-keyword", level: .warning,
        summary: "`nullable` is used in OpenAPI 3.1 or later, which does not have it.",
        advice: "It is honoured here, but most tools refuse null; write `type: [string, \"null\"]`.",
        check: nullableKeywords)

    @Sendable
    private static func nullableKeywords(in survey: DescriptionSurvey) -> [LintFinding] {
        guard survey.document.version.family >= .v31 else { return [] }
        return survey.schemas(with: "nullable").compactMap { place in
            survey.json(at: place)["nullable"].map { value in
                LintFinding(
                    place: survey.place(of: value, in: place.document),
                    message: "\"nullable\" is no keyword of OpenAPI \(survey.document.version).")
            }
        }
    }
}
