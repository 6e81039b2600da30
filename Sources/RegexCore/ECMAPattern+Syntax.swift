extension ECMAPattern {
    /// Whether `source` is a pattern by its grammar. Builds no matcher and decodes no properties: cheap enough for
    /// patterns that arrive in requests. True for some that are too large to be compiled.
    package static func isWellFormed(_ source: String, syntax: Syntax) -> Bool {
        (try? PatternParser.parse(source, syntax: syntax, for: .checking)) != nil
    }
}
