/// What a code stands for: one row of `Diagnostics.md`, and of the rules in a SARIF log.
package struct DiagnosticExplanation: Sendable {
    package let code: Diagnostic.Code
    /// Those that it is found with where no configuration says otherwise.
    package let severities: [Diagnostic.Severity]
    /// What is wrong, as sentences.
    package let cause: String
    /// What to do about it, as sentences. A finding's own hint says more where the case is known.
    package let remedy: String

    package init(
        _ code: Diagnostic.Code, _ severities: [Diagnostic.Severity], _ cause: String, _ remedy: String
    ) {
        self.code = code
        self.severities = severities
        self.cause = cause
        self.remedy = remedy
    }

    /// Those of a rule's level, and those that others find it with.
    package init(_ rule: LintRule, also others: [Diagnostic.Severity] = []) {
        let severities = (rule.level.severity.map { [$0] } ?? []) + others
        self.init(rule.code, severities, rule.summary, rule.advice)
    }
}
