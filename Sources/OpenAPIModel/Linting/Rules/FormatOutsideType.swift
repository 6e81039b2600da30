import JSONCore
import JSONSchema

extension LintRule {
    static let formatOutsideType = LintRule(
        code: "format-outside-type", level: .warning,
        summary: "A `format` is for values of another type than the `type` beside it.",
        advice: "It never applies; change the one or the other.",
        check: misplacedFormats)

    @Sendable
    private static func misplacedFormats(in survey: DescriptionSurvey) -> [LintFinding] {
        survey.schemas(with: "format").compactMap { place in
            let schema = survey.json(at: place)
            guard let value = schema["format"], let name = value.string, let format = Format.named(name),
                let types = SchemaTypes(schema)
            else { return nil }
            let kinds = [format.text == nil ? nil : "strings", format.number == nil ? nil : "numbers"].compactMap { $0 }
            guard let kind = kinds.first, kinds.count == 1 else { return nil }
            let applies = kind == "strings" ? types.names.contains("string") : types.allowNumbers
            guard !applies else { return nil }
            return LintFinding(
                place: survey.place(of: value, in: place.document),
                message: "The format \"\(name)\" is for \(kind), which the type beside it does not allow.")
        }
    }
}
