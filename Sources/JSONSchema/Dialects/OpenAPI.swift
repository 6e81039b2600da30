/// The dialects of OpenAPI descriptions, the oldest first.
extension Dialect {
    /// Swagger 2.0, "Schema Object": a part of draft 4.
    static let openAPI20: Dialect = {
        var dialect = draft4
        dialect.identifier = ""
        dialect.identifiersAnchor = false
        dialect.integers = .byValue
        dialect.direction = .decidesRequired
        dialect.remove("id", "$schema", "definitions", "dependencies", "patternProperties", "additionalItems")
        dialect.remove("anyOf", "oneOf", "not")
        return dialect
    }()

    /// OpenAPI 3.0.4, "Schema Object": a part of draft 5 (draft 4 for validation), with changes of its own.
    static let openAPI30: Dialect = {
        var dialect = openAPI20
        dialect.add(.anyOf, .oneOf, .not)
        dialect.add(.nullable, .itemsOfOneSchema, .discriminator)
        return dialect
    }()

    /// 2020-12 and OpenAPI's base vocabulary. Descriptions that were 3.0 keep saying `nullable` and boolean exclusive bounds.
    static let openAPI31: Dialect = {
        var dialect = draft202012
        dialect.addOpenAPIVocabulary()
        return dialect
    }()

    /// What 3.2 changed in the base vocabulary (`nodeType`, `defaultMapping`) decides about no instance.
    static let openAPI32 = openAPI31

    mutating func addOpenAPIVocabulary() {
        add(.nullable, .discriminator, .eitherExclusiveMinimum, .eitherExclusiveMaximum)
    }
}
