extension ECMAPattern {
    /// Whether `source` is a pattern by its grammar. Builds no matcher: cheap enough for patterns that arrive in requests,
    /// and true for back-references too.
    package static func isWellFormed(_ source: String, syntax: Syntax) -> Bool {
        (try? PatternParser.parse(source, syntax: syntax)) != nil
    }
}
