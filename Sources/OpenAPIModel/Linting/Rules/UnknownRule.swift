extension LintRule {
    static let unknownRule = LintRule(
        code: "unknown-rule", level: .warning,
        summary: "`x-specrouter-ignore` names no rule of this table.",
        advice: "It silences nothing; give the code of a rule, or a list of codes.",
        check: { $0.marks.faults })
}
