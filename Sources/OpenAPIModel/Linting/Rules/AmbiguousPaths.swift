extension LintRule {
    /// Found by the route table, which decides where such requests go; here are its level and what it is about.
    package static let ambiguousPaths = LintRule(
        code: "ambiguous-paths", level: .warning,
        summary: "Some requests fit two paths alike.",
        advice: "The left-most literal segment decides, and between equal templates the parameters that fit;"
            + " rename a path where that is not what you mean.",
        check: { _ in [] })
}
