/// The drafts of JSON Schema, the oldest first; each newer one says what it changes.
extension Dialect {
    static let draft4: Dialect = {
        var dialect = Dialect(
            identifier: "id", identifiersAnchor: true, references: .replaceSiblings, integers: .byLiteral,
            booleans: .areNot)
        dialect.add(.plainID, .schemaURI, .definitions, .reference)
        dialect.add(.type, .enumeration)
        dialect.add(.multipleOf, .minimum, .maximum, .booleanExclusiveMinimum, .booleanExclusiveMaximum)
        dialect.add(.minLength, .maxLength, .pattern, .format)
        dialect.add(.minItems, .maxItems, .uniqueItems, .itemsOrList, .additionalItems)
        dialect.add(.minProperties, .maxProperties, .required, .dependencies)
        dialect.add(.properties, .patternProperties, .additionalProperties)
        dialect.add(.allOf, .anyOf, .oneOf, .not)
        return dialect
    }()

    static let draft6: Dialect = {
        var dialect = draft4
        dialect.identifier = "$id"
        dialect.remove("id")
        dialect.integers = .byValue
        dialect.booleans = .areSchemas
        dialect.add(.id, .constant, .contains, .propertyNames, .exclusiveMinimum, .exclusiveMaximum)
        return dialect
    }()

    static let draft7: Dialect = {
        var dialect = draft6
        dialect.add(.comment, .if, .then, .else, .contentEncoding, .contentMediaType)
        return dialect
    }()

    static let draft201909: Dialect = {
        var dialect = draft7
        dialect.identifiersAnchor = false
        dialect.references = .applyBesideSiblings
        dialect.add(.annotatingContentEncoding, .annotatingContentMediaType, .contentSchema)
        dialect.add(.defs, .anchor, .recursiveAnchor, .recursiveReference)
        dialect.add(.dependentRequired, .dependentSchemas, .minContains, .maxContains)
        dialect.add(.unevaluatedItems, .unevaluatedProperties)
        return dialect
    }()

    static let draft202012: Dialect = {
        var dialect = draft201909
        dialect.remove("$recursiveAnchor", "$recursiveRef", "additionalItems")
        dialect.add(.dynamicAnchor, .dynamicReference)
        dialect.add(.prefixItems, .items, .markingContains)
        return dialect
    }()
}
