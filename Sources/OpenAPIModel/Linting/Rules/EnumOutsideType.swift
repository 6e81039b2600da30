import JSONCore

extension LintRule {
    static let enumOutsideType = LintRule(
        code: "enum-outside-type", level: .warning,
        summary: "A value of an `enum` is not of the `type` beside it.",
        advice: "It is never accepted; quote it, or change the type.",
        check: misplacedValues)

    @Sendable
    private static func misplacedValues(in survey: DescriptionSurvey) -> [LintFinding] {
        survey.schemas(with: "enum").flatMap { place in
            let schema = survey.json(at: place)
            guard let types = SchemaTypes(schema), let values = schema["enum"] else { return [LintFinding]() }
            let isNullable = schema["nullable"]?.bool == true || schema["x-nullable"]?.bool == true
            return values.elements.filter { !types.allow($0) && !($0.isNull && isNullable) }.map { value in
                let type = types.names.sorted().joined(separator: " or ")
                return LintFinding(
                    place: survey.place(of: value, in: place.document),
                    message: "The value is \(value.kind.nameWithArticle) in an enumeration of the type \(type).")
            }
        }
    }
}
