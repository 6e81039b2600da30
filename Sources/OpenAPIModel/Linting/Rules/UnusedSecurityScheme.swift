import JSONCore

extension LintRule {
    static let unusedSecurityScheme = LintRule(
        code: "unused-security-scheme", level: .warning,
        summary: "A security scheme is in no requirement.",
        advice: "Nothing is protected by it; name it under `security`, or drop it.",
        check: unusedSchemes)

    @Sendable
    private static func unusedSchemes(in survey: DescriptionSurvey) -> [LintFinding] {
        guard survey.hasOperations else { return [] }
        let root = survey.document.sources[0].root
        let isSwagger = survey.document.version.family == .v20
        let schemes = isSwagger ? root["securityDefinitions"] : root["components"]?["securitySchemes"]
        guard let schemes else { return [] }
        let used = requirements(in: survey, root)
        return schemes.members.filter { !$0.key.utf8.starts(with: "x-".utf8) }.compactMap { name, scheme in
            let place = Place(document: 0, index: scheme.index)
            guard !used.names.contains(name), !used.places.contains(place) else { return nil }
            return LintFinding(place: place, message: "The security scheme \"\(name)\" is never required.")
        }
    }

    /// From OpenAPI 3.2 on, requirements may name schemes by URI.
    private static func requirements(
        in survey: DescriptionSurvey, _ root: JSON
    ) -> (names: Set<String>, places: Set<Place>) {
        let owners = survey.places(of: .operation).map { ($0.document, survey.json(at: $0)) }
        var names: Set<String> = []
        var places: Set<Place> = []
        for (document, owner) in [(0, root)] + owners {
            for requirement in owner["security"]?.elements.map({ $0 }) ?? [] {
                for (name, _) in requirement.members where names.insert(name).inserted {
                    guard name.contains("/") || name.contains("#") else { continue }
                    if let place = survey.document.target(of: name, in: document) { places.insert(place) }
                }
            }
        }
        return (names, places)
    }
}
