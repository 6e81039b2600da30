/// The dialects of OpenAPI descriptions.
extension Dialect {
    /// OpenAPI 3.0.4, "Schema Object": a part of draft 5 (draft 4 for validation), with changes of its own.
    static let openAPI30: Dialect = {
        var dialect = draft4
        dialect.identifier = ""
        dialect.identifiersAnchor = false
        dialect.integers = .byValue
        dialect.direction = .decidesRequired
        dialect.remove("$schema", "definitions", "dependencies", "patternProperties", "additionalItems")
        dialect.add(.nullable, .itemsOfOneSchema, .discriminator)
        return dialect
    }()

    /// 2020-12 and OpenAPI's base vocabulary. Descriptions that were 3.0 keep saying `nullable` and boolean exclusive bounds.
    static let openAPI31: Dialect = {
        var dialect = draft202012
        dialect.add(.nullable, .discriminator, .eitherExclusiveMinimum, .eitherExclusiveMaximum)
        return dialect
    }()
}
