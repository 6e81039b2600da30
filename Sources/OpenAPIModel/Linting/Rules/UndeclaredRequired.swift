import JSONCore

extension LintRule {
    static let undeclaredRequired = LintRule(
        code: "undeclared-required", level: .warning,
        summary: "`required` names what `properties` does not have: misspelled, or in an object that allows no more.",
        advice: "Spell both alike; an object that allows no more properties cannot have what it requires.",
        check: undeclared)

    /// Only where nothing else could declare it.
    @Sendable
    private static func undeclared(in survey: DescriptionSurvey) -> [LintFinding] {
        survey.schemas(with: "required").flatMap { place in
            let schema = survey.json(at: place)
            guard let required = schema["required"], let properties = schema["properties"],
                !declaringElsewhere.contains(where: { schema[$0] != nil })
            else { return [LintFinding]() }
            let declared = properties.members.map(\.key)
            let named = required.elements.compactMap { name in name.string.map { (name, $0) } }
            let isClosed = schema["additionalProperties"]?.bool == false
            return named.filter { !declared.contains($0.1) }.compactMap { json, name in
                let candidates = declared.filter { candidate in !named.contains { $0.1 == candidate } }
                let nearest = Spelling.nearest(to: name, in: candidates)
                guard isClosed || nearest != nil else { return nil }
                return LintFinding(
                    place: survey.place(of: json, in: place.document),
                    message: "The required property \"\(name)\" is not among the properties.",
                    hint: nearest.map { "Did you mean \"\($0)\"?" })
            }
        }
    }

    private static let declaringElsewhere = [
        "$ref", "allOf", "anyOf", "oneOf", "if", "patternProperties", "$dynamicRef",
    ]
}
