import JSONCore
import JSONSchema

extension LintRule {
    static let unknownFormat = LintRule(
        code: "unknown-format", level: .note,
        summary: "A `format` is none of those that are checked.",
        advice: "It decides nothing; where values are to be checked, add a `pattern` or bounds.",
        check: unknownFormats)

    /// One finding for each name, where it first stands.
    @Sendable
    private static func unknownFormats(in survey: DescriptionSurvey) -> [LintFinding] {
        var uses: [String: [Place]] = [:]
        for schema in survey.schemas(with: "format") {
            guard let format = survey.json(at: schema)["format"], let name = format.string else { continue }
            let place = survey.place(of: format, in: schema.document)
            guard Format.named(name) == nil, !survey.isFile(name, schema),
                !survey.marks.silence(unknownFormat.code, at: place)
            else { continue }
            uses[name, default: []].append(place)
        }
        return uses.compactMap { name, places in
            guard let first = places.min(by: { ($0.document, $0.index) < ($1.document, $1.index) }) else { return nil }
            let others = places.count > 1 ? " It stands in \(places.count) places." : ""
            let nearest = Spelling.nearest(to: name, in: Format.all.map(\.name)).map { "Did you mean \"\($0)\"?" }
            return LintFinding(
                place: first, message: "The format \"\(name)\" is not known, so it is not checked.\(others)",
                hint: nearest)
        }
    }
}

extension DescriptionSurvey {
    /// Swagger 2.0 gives files a type of their own, and people give them a format.
    fileprivate func isFile(_ format: String, _ schema: Place) -> Bool {
        document.version.family == .v20 && json(at: schema)["type"]?.string == "file"
    }
}
