import JSONCore

extension LintRule {
    static let unreachablePath = LintRule(
        code: "unreachable-path", level: .warning,
        summary: "A path has a segment \".\" or \"..\".",
        advice: "Clients resolve such segments before they send a request (RFC 3986, section 5.2.4), so none ever"
            + " arrives; write the path without them.",
        check: unreachablePaths)

    @Sendable
    private static func unreachablePaths(in survey: DescriptionSurvey) -> [LintFinding] {
        guard let paths = survey.places(of: .paths).first else { return [] }
        return survey.json(at: paths).members.compactMap { path, item in
            guard path.utf8.contains(UInt8(ascii: ".")) || path.utf8.contains(UInt8(ascii: "%")) else { return nil }
            let end = path.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
            let segments = end.split(separator: UInt8(ascii: "/")).map { URIText.decoded(String($0) ?? "") }
            guard segments.contains(".") || segments.contains("..") else { return nil }
            return LintFinding(
                place: survey.place(of: item, in: paths.document), message: "No request can arrive at \"\(path)\".")
        }
    }
}
