import JSONCore
import RegexCore

extension LintRule {
    static let costlyPattern = LintRule(
        code: "costly-pattern", level: .warning,
        summary: "A pattern has back-references or look-behind, or is too large for a table.",
        advice: "Others are matched in one pass at full speed; say the same with classes, alternatives and bounds.",
        check: costlyPatterns)

    @Sendable
    private static func costlyPatterns(in survey: DescriptionSurvey) -> [LintFinding] {
        var judge = PatternJudge()
        let values = survey.schemas(with: "pattern").compactMap { place in
            survey.json(at: place)["pattern"].map { (place.document, $0, $0.string) }
        }
        let keys = survey.schemas(with: "patternProperties").flatMap { place in
            survey.json(at: place)["patternProperties"]?.members.map { key, value in
                (place.document, value, Optional(key))
            } ?? []
        }
        return (values + keys).compactMap { document, json, pattern in
            guard let pattern, let fault = judge.fault(of: pattern) else { return nil }
            return LintFinding(place: survey.place(of: json, in: document), message: "The pattern \(fault).")
        }
    }
}

/// Says what keeps patterns from the fast tiers. Each pattern is compiled once; patterns that do not compile are reported
/// with the schemas that need them.
private struct PatternJudge {
    private static let maximumPatterns = 5_000
    private var known: [String: String?] = [:]

    mutating func fault(of pattern: String) -> String? {
        if let fault = known[pattern] { return fault }
        guard known.count < Self.maximumPatterns else { return nil }
        let tier = (try? ECMAPattern(pattern))?.tier
        let fault: String? =
            switch tier {
            case .backtracker: "has back-references, so matching is given up after a fixed number of steps"
            case .nfa where pattern.contains("(?<=") || pattern.contains("(?<!"):
                "has look-behind, which many tools do not know, and is matched in linear time but slowly"
            case .nfa: "is too large for a table, and is matched in linear time but slowly"
            case .shape, .dfa, nil: nil
            }
        known[pattern] = .some(fault)
        return fault
    }
}
