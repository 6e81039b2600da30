import JSONCore
import JSONSchema
import Testing

/// What is said of a wrong instance, and where.
@Suite struct ViolationTests {
    static let sayings: [(schema: String, instance: String, expected: [String])] = [
        (#"{"type": "string"}"#, "1", ["[] type /type: must be a string"]),
        (#"{"type": ["integer", "null"]}"#, "1.5", ["[] type /type: must be an integer or null"]),
        (#"{"minimum": 1}"#, "0", ["[] minimum /minimum: must be at least 1"]),
        (#"{"exclusiveMaximum": 1.50}"#, "1.5", ["[] exclusiveMaximum /exclusiveMaximum: must be less than 1.50"]),
        (#"{"multipleOf": 0.01}"#, "0.001", ["[] multipleOf /multipleOf: must be a multiple of 0.01"]),
        (#"{"minLength": 1}"#, #""""#, ["[] minLength /minLength: must have at least 1 character"]),
        (#"{"maxLength": 2}"#, #""abc""#, ["[] maxLength /maxLength: must have at most 2 characters"]),
        (#"{"pattern": "^a"}"#, #""b""#, [#"[] pattern /pattern: must match the pattern "^a""#]),
        (#"{"format": "date"}"#, #""b""#, [#"[] format /format: must be in the format "date", as 2025-01-01 is"#]),
        (
            #"{"format": "int8"}"#, "128",
            [#"[] format /format: must be in the format "int8": an integer from -128 to 127"#]
        ),
        (#"{"minProperties": 2}"#, "{}", ["[] minProperties /minProperties: must have at least 2 properties"]),
        (#"{"uniqueItems": true}"#, "[1, 1.0]", ["[] uniqueItems /uniqueItems: must not have equal items"]),
        (#"{"const": "a"}"#, "1", [#"[] const /const: must be "a""#]),
        (#"{"enum": ["a", 1, null]}"#, "2", [#"[] enum /enum: must be "a", 1 or null"#]),
        (
            #"{"required": ["a", "b", "c"]}"#, #"{"b": 1}"#,
            [
                #"[] required /required: is missing the required property "a""#,
                #"[] required /required: is missing the required property "c""#,
            ]
        ),
        (
            #"{"additionalProperties": false, "properties": {"a": {}}}"#, #"{"a": 1, "b/c": 2}"#,
            [
                "[/b~1c] additionalProperties /additionalProperties: is not a property that the schema declares"
            ]
        ),
        (
            #"{"properties": {"a": {"items": {"type": "integer"}}}}"#, #"{"a": [1, "x", 2, "y"]}"#,
            [
                "[/a/1] type /properties/a/items/type: must be an integer",
                "[/a/3] type /properties/a/items/type: must be an integer",
            ]
        ),
        (
            #"{"propertyNames": {"maxLength": 1}}"#, #"{"ab": 1}"#,
            ["[/ab] propertyNames /propertyNames: has a name that the schema does not allow"]
        ),
        (
            #"{"dependentRequired": {"a": ["b"]}}"#, #"{"a": 1}"#,
            [
                #"[] dependentRequired /dependentRequired/a: is missing the property "b", which is required where "a" "#
                    + "is present"
            ]
        ),
        (
            #"{"contains": {"type": "integer"}}"#, "[]",
            ["[] contains /contains: must have at least 1 item that the schema describes"]
        ),
        (
            #"{"not": {"type": "null"}}"#, "null",
            [#"[] not /not: must not be what the schema under "not" describes"#]
        ),
        (
            ##"{"$defs": {"o": {"type": "object"}}, "oneOf": [{"allOf": [{"$ref": "#/$defs/o"}]}, {"allOf": [{"type": "array"}]}]}"##,
            "1", ["[] oneOf /oneOf: must be an object or an array"]
        ),
        (
            ##"{"anyOf": [{"allOf": [{}, {"type": ["array", "string"]}, {"type": "string"}]}, {"$ref": "#/$defs/n"}], "$defs": {"n": {"type": "null"}}}"##,
            "1", ["[] anyOf /anyOf: must be a string or null"]
        ),
        (#"{"properties": {"a": false}}"#, #"{"a": 1}"#, ["[/a] false /properties/a: must not be present"]),
        (
            #"{"properties": {"a": {}}, "unevaluatedProperties": false}"#, #"{"b": 1}"#,
            [
                "[/b] unevaluatedProperties /unevaluatedProperties: is not a property that any schema here declares"
            ]
        ),
        (
            #"{"prefixItems": [{}], "items": false}"#, "[1, 2]",
            ["[] items /items: must have at most 1 item"]
        ),
        (
            ##"{"$ref": "#/$defs/a", "$defs": {"a": {"type": "null"}}}"##, "1",
            ["[] type /$defs/a/type: must be null"]
        ),
        (
            #"{"if": {"type": "integer"}, "then": {"minimum": 5}}"#, "3",
            ["[] minimum /then/minimum: must be at least 5"]
        ),
    ]

    @Test("A broken keyword names the instance's place, the schema's place and what was expected", arguments: sayings)
    func saying(schema: String, instance: String, expected: [String]) throws {
        #expect(try list(schema, instance) == expected)
    }

    static let choices: [(schema: String, instance: String, expected: [String])] = [
        (
            #"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#, "null",
            ["[] anyOf /anyOf: must be a string or an integer"]
        ),
        (
            #"{"oneOf": [{"type": "integer"}, {"minimum": 1}]}"#, "3",
            ["[] oneOf /oneOf: must match exactly one of the 2 alternatives, but 1 and 2 both match"]
        ),
        (
            #"{"anyOf": [{"type": "string"}, {"type": "object", "required": ["a"]}, {"type": "array"}]}"#, "{}",
            [
                "[] anyOf /anyOf: must match at least one of the 3 alternatives; alternative 2 fits best, but not quite",
                #"[] required /anyOf/1/required: is missing the required property "a""#,
            ]
        ),
        (
            #"{"oneOf": [{"properties": {"kind": {"const": "a"}, "x": {"minimum": 1}}},"#
                + #" {"properties": {"kind": {"const": "b"}, "y": {"type": "string"}}}]}"#,
            #"{"kind": "b", "x": 0, "y": 1}"#,
            [
                "[] oneOf /oneOf: must match exactly one of the 2 alternatives; alternative 2 fits best, but not quite",
                "[/y] type /oneOf/1/properties/y/type: must be a string",
            ]
        ),
        (#"{"anyOf": [{"type": "string"}]}"#, "1", ["[] type /anyOf/0/type: must be a string"]),
    ]

    @Test("Where no branch fits, the one that fits best is reported", arguments: choices)
    func choice(schema: String, instance: String, expected: [String]) throws {
        #expect(try list(schema, instance) == expected)
    }

    @Test func `a discriminator picks the branch to report`() throws {
        let schema = #"""
            {"oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}],
             "discriminator": {"propertyName": "kind", "mapping": {"hound": "#/$defs/Dog"}},
             "$defs": {"Cat": {"required": ["lives"]}, "Dog": {"required": ["bark", "legs"]}}}
            """#
        let expected = [
            "[] oneOf /oneOf: must match exactly one of the 2 alternatives; "
                + #""kind" picks alternative 2, which does not fit"#,
            #"[] required /$defs/Dog/required: is missing the required property "bark""#,
            #"[] required /$defs/Dog/required: is missing the required property "legs""#,
        ]
        #expect(try list(schema, #"{"kind": "hound"}"#, .openAPI31) == expected)
        #expect(try list(schema, #"{"kind": "Dog"}"#, .openAPI31) == expected)
        #expect(try list(schema, #"{"kind": "Dog"}"#, .draft202012) != expected)
    }

    @Test(arguments: [
        (##"{"dog": "#/$defs/Dog", "hound": "#/$defs/Dog"}"##, #""dog", "hound" or "Cat""#),
        (##"{"Dog": "#/$defs/Dog", "cat": "Cat"}"##, #""Dog" or "cat""#), ("{}", #""Cat" or "Dog""#),
    ])
    func `where a discriminator picks none, it is said what would`(mapping: String, values: String) throws {
        let schema = """
            {"oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}],
             "discriminator": {"propertyName": "kind", "mapping": \(mapping)},
             "$defs": {"Cat": {"required": ["lives"]}, "Dog": {"required": ["bark", "legs"]}}}
            """
        for instance in [#"{"kind": "cow"}"#, #"{"kind": 1}"#, "{}"] {
            #expect(
                try list(schema, instance, .openAPI31).first
                    == "[] oneOf /oneOf: must match exactly one of the 2 alternatives; "
                    + "\"kind\" picks one by \(values); alternative 1 fits best, but not quite")
        }
    }

    @Test(arguments: [
        (#"{"kind": "cow"}"#, #"picks none, so alternative 2 is meant"#),
        ("{}", "picks none, so alternative 2 is meant"),
        (#"{"kind": 1}"#, "picks none, so alternative 2 is meant"), (#"{"kind": "Cat"}"#, "picks alternative 1"),
    ])
    func `a discriminator's default picks the branch to report where no value does`(
        instance: String, reason: String
    ) throws {
        for name in ["Other", "#/$defs/Other"] {
            let schema = """
                {"anyOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Other"}],
                 "discriminator": {"propertyName": "kind", "defaultMapping": "\(name)"},
                 "$defs": {"Cat": {"required": ["lives"]}, "Other": {"required": ["name", "age", "size"]}}}
                """
            let found = try list(schema, instance, .openAPI32)
            let lead = "[] anyOf /anyOf: must match at least one of the 2 alternatives; "
            #expect(found.first == lead + "\"kind\" \(reason), which does not fit")
            #expect(found.count == (reason.hasSuffix("1") ? 2 : 4))
        }
    }

    @Test(arguments: [(#"{"lives": 9}"#, true), (#"{"kind": "Other", "lives": 9}"#, true), ("{}", false), ("[]", true)])
    func `a discriminator's default changes no outcome`(instance: String, isValid: Bool) throws {
        let schema = """
            {"anyOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Other"}],
             "discriminator": {"propertyName": "kind", "defaultMapping": "Other"},
             "$defs": {"Cat": {"required": ["lives"]}, "Other": {"required": ["name"]}}}
            """
        #expect(try list(schema, instance, .openAPI32).isEmpty == isValid)
    }

    @Test func `a discriminator's default that leads nowhere, or not to a branch, picks none`() throws {
        for name in ["Third", "#/$defs/Third", "nowhere.yaml", "#/$defs/Missing"] {
            let schema = """
                {"oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Other"}],
                 "discriminator": {"propertyName": "kind", "defaultMapping": "\(name)"},
                 "$defs": {"Cat": {"required": ["lives"]}, "Other": {"required": ["name", "age"]}, "Third": {}}}
                """
            let found = try list(schema, "{}", .openAPI32)
            #expect(found.first?.hasSuffix("alternative 1 fits best, but not quite") == true, "\(found)")
        }
    }

    @Test func `the list ends at its limit and is never empty for a wrong instance`() throws {
        let schema = try CompiledSchema(try JSON(parsing: #"{"items": {"type": "string"}}"#))
        let instance = try JSON(parsing: "[" + repeatElement("1", count: 100).joined(separator: ",") + "]")
        #expect(schema.violations(in: instance, atMost: 7).count == 7)
        #expect(schema.violations(in: instance, atMost: 0).count == 1)
        #expect(schema.violations(in: instance, atMost: .max).count == 100)
    }

    @Test func `places are relative to the instance that was given`() throws {
        let schema = try CompiledSchema(try JSON(parsing: #"{"properties": {"a": {"type": "string"}}}"#))
        let document = try JSON(parsing: #"{"x": [0, {"a": 1}]}"#)
        let instance = try #require(document["x"]?[1])
        #expect(schema.violations(in: instance, atMost: 5).map(\.instance.description) == ["/a"])
    }

    private func list(_ schema: String, _ instance: String, _ dialect: SchemaDialect = .draft202012) throws -> [String]
    {
        let compiled = try CompiledSchema(try JSON(parsing: schema), dialect: dialect)
        return compiled.violations(in: try JSON(parsing: instance), atMost: 20).map {
            "[\($0.instance)] \($0.keyword) \($0.schema.pointer): \($0.message)"
        }
    }
}
