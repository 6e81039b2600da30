/// Something worth saying about a description that is valid: one row of the table in `Linting.md`.
public struct LintRule: Sendable {
    /// Names the rule in findings, configuration files and `x-specrouter-ignore`.
    public let code: Diagnostic.Code
    /// Where no configuration says otherwise.
    public let level: LintLevel
    /// What is found, as a sentence.
    public let summary: String
    /// Why it matters and what to do about it, as sentences.
    public let advice: String
    /// Pure; what is silenced and what is too much is left out afterwards.
    let check: @Sendable (DescriptionSurvey) -> [LintFinding]

    /// In the order of the documentation.
    public static let all: [LintRule] = [
        .ambiguousPaths, .sameShapePaths, .unreachablePath, .operationWithoutNode,
        .closedBesideAllOf, .costlyPattern, .unknownFormat, .formatOutsideType, .enumOutsideType,
        .undeclaredRequired, .nullableKeyword, .ineffectiveNullable, .booleanExclusiveBound,
        .invalidExample, .invalidDefault, .foreignProblems, .unusedSecurityScheme, .unusedComponent, .unknownRule,
    ]

    /// Nil for a code that is no rule's.
    public static func named(_ code: Diagnostic.Code) -> LintRule? { table[code] }

    private static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}

/// One occurrence of what a rule looks for.
struct LintFinding {
    let place: Place
    /// A full sentence.
    let message: String
    /// How to fix it; the rule's advice when nil.
    var hint: String?
}
