import JSONCore

extension LintRule {
    static let closedBesideAllOf = LintRule(
        code: "closed-beside-all-of", level: .warning,
        summary: "`additionalProperties: false` stands beside an `allOf` that declares more properties.",
        advice: "It sees the `properties` of its own schema only and refuses the others; repeat these there, or use"
            + " `unevaluatedProperties: false` (OpenAPI 3.1).",
        check: closedSchemas)

    @Sendable
    private static func closedSchemas(in survey: DescriptionSurvey) -> [LintFinding] {
        survey.schemas(with: "allOf").compactMap { place in
            let schema = survey.json(at: place)
            guard schema["additionalProperties"]?.bool == false, schema["patternProperties"] == nil else { return nil }
            var search = PropertySearch(survey.document)
            search.add(schema["allOf"], of: place.document)
            let own = Set(schema["properties"]?.members.map(\.key) ?? [])
            let hidden = search.names.filter { !own.contains($0) }
            guard !hidden.isEmpty else { return nil }
            let first = hidden.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
            let names = first + (hidden.count > 3 ? " and others" : "")
            return LintFinding(
                place: place, message: "\"additionalProperties: false\" refuses \(names) of the \"allOf\" beside it.")
        }
    }
}

/// Collects the properties that parts of an `allOf` declare, theirs included.
private struct PropertySearch {
    /// Enough to tell people what is meant.
    private static let maximumParts = 200

    private(set) var names: [String] = []
    private let document: OpenAPIDocument
    private var visited: Set<Place> = []

    init(_ document: OpenAPIDocument) {
        self.document = document
    }

    mutating func add(_ list: JSON?, of source: Int) {
        var pending = list?.elements.map { Place(document: source, index: $0.index) }.reversed() ?? []
        while let place = pending.popLast(), visited.count < Self.maximumParts {
            guard visited.insert(place).inserted else { continue }
            let part = document.json(at: place)
            if let reference = part["$ref"]?.string, let target = document.target(of: reference, in: place.document) {
                pending.append(target)
            }
            names += part["properties"]?.members.map(\.key).filter { !names.contains($0) } ?? []
            pending += part["allOf"]?.elements.map { Place(document: place.document, index: $0.index) }.reversed() ?? []
        }
    }
}
