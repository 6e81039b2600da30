import JSONCore

extension LintRule {
    static let unusedComponent = LintRule(
        code: "unused-component", level: .note,
        summary: "A component is in no operation, webhook or callback, however indirectly.",
        advice: "Refer to it, or drop it.",
        check: unusedComponents)

    @Sendable
    private static func unusedComponents(in survey: DescriptionSurvey) -> [LintFinding] {
        guard survey.hasOperations else { return [] }
        return survey.unusedComponents.compactMap { component in
            // Others refer to it by a URI of its own.
            guard survey.json(at: component.place)["$id"] == nil else { return nil }
            return LintFinding(
                place: component.place, message: "The \(component.section.noun) \"\(component.name)\" is not used.")
        }
    }
}
