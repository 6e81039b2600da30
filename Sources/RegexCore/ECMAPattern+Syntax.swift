extension ECMAPattern {
    /// Whether `source` is a pattern by its grammar. Builds no matcher and looks no properties up: cheap enough for
    /// patterns that arrive in requests. True for some that cannot be compiled here, such as those with scripts.
    package static func isWellFormed(_ source: String, syntax: Syntax) -> Bool {
        (try? PatternParser.parse(source, syntax: syntax, for: .checking)) != nil
    }
}
