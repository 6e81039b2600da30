import JSONCore
import Testing

@testable import SpecRouter

@Suite struct MockSchemaTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var schema: String
        var expected: String
        var testDescription: String { schema }

        init(_ schema: String, _ expected: String) {
            self.schema = schema
            self.expected = expected
        }
    }

    @Test(arguments: [
        Case(#"{"type": "string"}"#, #""string""#),
        Case(#"{"type": "string", "minLength": 8}"#, #""stringxx""#),
        Case(#"{"type": "string", "maxLength": 3}"#, #""ing""#),
        Case(#"{"type": "string", "pattern": "^[A-Z]{3}$"}"#, #""AAA""#),
        Case(#"{"type": "string", "format": "uuid"}"#, #""00000000-0000-4000-8000-000000000001""#),
        Case(#"{"type": "string", "format": "date-time"}"#, #""2025-01-01T00:00:00Z""#),
        Case(#"{"type": "string", "format": "email"}"#, #""user1@example.com""#),
        Case(#"{"type": "string", "format": "date", "pattern": "^1999-\\d\\d-0[1]$", "maxLength": 10}"#, "#"),
        Case(#"{"type": "string", "format": "uri", "pattern": "^ftp://x$"}"#, #""ftp://x""#),
        Case(#"{"type": "integer"}"#, "1"),
        Case(#"{"type": "integer", "minimum": 5}"#, "5"),
        Case(#"{"type": "integer", "exclusiveMinimum": 5}"#, "6"),
        Case(#"{"type": "integer", "maximum": -2}"#, "-2"),
        Case(#"{"type": "integer", "exclusiveMaximum": 1}"#, "0"),
        Case(#"{"type": "integer", "minimum": 5, "multipleOf": 4}"#, "8"),
        Case(#"{"type": "integer", "minimum": 1.5}"#, "2"),
        Case(#"{"type": "number"}"#, "1"),
        Case(#"{"type": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 1.25}"#, "1.125"),
        Case(#"{"type": "number", "multipleOf": 2.5}"#, "2.5"),
        Case(#"{"type": "boolean"}"#, "true"),
        Case(#"{"type": "null"}"#, "null"),
        Case(#"{"type": ["null", "string"]}"#, #""string""#),
        Case(#"{"enum": ["b", "a"]}"#, #""b""#),
        Case(#"{"const": {"a": 1}}"#, #"{"a":1}"#),
        Case(#"{"type": "string", "default": "d", "example": "e"}"#, #""e""#),
        Case(#"{"type": "string", "default": "d"}"#, #""d""#),
        Case(#"{"type": "string", "examples": ["x", "y"]}"#, #""x""#),
        Case(#"{"type": "string", "enum": ["x"], "example": "not in it"}"#, #""x""#),
        Case(#"{"type": "integer", "example": "1"}"#, "1"),
        Case("{}", "{}"),
        Case("true", "{}"),
    ])
    func `a simple value heeds its schema`(item: Case) throws {
        let answer = try MockFixture(schema: item.schema).answer()
        if item.expected == "#" {
            #expect(answer.hasPrefix("No valid answer could be made"))
        } else {
            #expect(answer == item.expected)
        }
    }

    @Test(arguments: [
        Case(
            #"{"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}}"#,
            #"{"a":1,"b":"string"}"#),
        Case(#"{"properties": {"a": {"type": "integer"}}}"#, #"{"a":1}"#),
        Case(#"{"type": "object", "required": ["z"]}"#, #"{"z":"string"}"#),
        Case(#"{"type": "object", "required": ["z"], "additionalProperties": {"type": "integer"}}"#, #"{"z":1}"#),
        Case(
            #"{"type": "object", "minProperties": 2, "additionalProperties": {"type": "boolean"}}"#,
            #"{"property1":true,"property2":true}"#),
        Case(#"{"type": "object", "maxProperties": 1, "properties": {"a": true, "b": true}}"#, #"{"a":{}}"#),
        Case(
            #"{"type": "object", "properties": {"a": {"type": "string", "writeOnly": true}, "b": {"const": 2}}}"#,
            #"{"b":2}"#),
        Case(
            #"{"type": "object", "properties": {"a": {"type": "string", "pattern": "(?=z)[z]{4}"}, "b": {"const": 2}}}"#,
            #"{"b":2}"#),
        Case(#"{"type": "object", "properties": {"a": false, "b": {"const": 2}}}"#, #"{"b":2}"#),
        Case(#"{"type": "array", "items": {"type": "integer"}}"#, "[1]"),
        Case(#"{"type": "array", "items": {"type": "integer"}, "minItems": 3, "uniqueItems": true}"#, "[1,2,3]"),
        Case(#"{"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2, "uniqueItems": true}"#, #"["a","b"]"#),
        Case(
            #"{"type": "array", "items": {"type": "string"}, "minItems": 2, "uniqueItems": true}"#,
            #"["string","string1"]"#),
        Case(#"{"type": "array", "items": {"type": "string"}, "maxItems": 0}"#, "[]"),
        Case(#"{"type": "array"}"#, "[]"),
        Case(#"{"type": "array", "prefixItems": [{"const": 1}, {"const": 2}], "items": false}"#, "[1,2]"),
        Case(#"{"type": "array", "contains": {"const": 7}}"#, "[7]"),
        Case(
            #"{"allOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"maxLength": 2}, "b": {"const": 1}}}]}"#,
            #"{"a":"ng","b":1}"#),
        Case(#"{"oneOf": [{"type": "integer"}, {"type": "string"}]}"#, "1"),
        Case(#"{"oneOf": [false, {"type": "string"}]}"#, #""string""#),
        Case(#"{"anyOf": [{"type": "null"}, {"type": "string"}]}"#, #""string""#),
        Case(#"{"type": "string", "anyOf": [{"type": "integer"}, {"minLength": 7}]}"#, #""stringx""#),
        Case(
            #"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "properties": {"a": {"const": 1}, "b": {"const": 2}}}"#,
            #"{"a":1}"#),
        Case(#"{"properties": {"a": {"const": 1}}, "not": {"required": ["a"]}}"#, "{}"),
        Case(#"{"properties": {"a": {"const": 1}, "b": {"const": 2}}, "example": {"a": 2}}"#, #"{"a":1,"b":2}"#),
        Case(
            #"{"properties": {"a": {"properties": {"b": {"type": "string", "maxLength": 1, "example": "long"}}}}}"#,
            #"{"a":{"b":"g"}}"#),
    ])
    func `a compound value is repaired until its schema accepts it`(item: Case) throws {
        #expect(try MockFixture(schema: item.schema).answer() == item.expected)
    }

    static let components = """
        {"Tree": {"type": "object", "required": ["name"], "properties": {
            "name": {"type": "string"}, "left": {"$ref": "#/components/schemas/Tree"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}},
         "List": {"type": "object", "required": ["next"], "properties": {
            "next": {"anyOf": [{"$ref": "#/components/schemas/List"}, {"type": "null"}]}}},
         "Endless": {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/Endless"}}},
         "Circle": {"$ref": "#/components/schemas/Circle"},
         "Cat": {"type": "object", "required": ["kind", "lives"], "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}}},
         "Dog": {"type": "object", "required": ["kind", "barks"], "properties": {"kind": {"type": "string"}, "barks": {"type": "boolean"}}},
         "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                 "discriminator": {"propertyName": "kind", "mapping": {"feline": "#/components/schemas/Cat"}}},
         "Name": {"type": "string", "maxLength": 2}}
        """

    @Test(arguments: [
        ("Tree", #"{"name":"string","children":[]}"#), ("List", #"{"next":null}"#),
        ("Pet", #"{"kind":"feline","lives":1}"#), ("Name", #""ng""#),
    ])
    func `references are followed, and recursion ends`(name: String, expected: String) throws {
        let schema = ##"{"$ref": "#/components/schemas/\##(name)"}"##
        #expect(try MockFixture(schema: schema, components: Self.components).answer() == expected)
    }

    @Test func `what can have no value is said to have none`() throws {
        let endless = ##"{"$ref": "#/components/schemas/Endless"}"##
        let answer = try MockFixture(schema: endless, components: Self.components).answer()
        #expect(answer.hasPrefix("No valid answer could be made for the response 200 in application/json"))
        #expect(!answer.contains("secret"))
    }

    @Test func `keywords beside a reference count from 3_1 on`() throws {
        let schema = ##"{"$ref": "#/components/schemas/Name", "example": "x"}"##
        #expect(try MockFixture(schema: schema, components: Self.components).answer() == #""x""#)
        #expect(try MockFixture(schema: schema, components: Self.components, version: "3.0.3").answer() == #""ng""#)
    }

    @Test func `the forms of 3_0 are known`() throws {
        let cases = [
            (#"{"type": "integer", "minimum": 1, "exclusiveMinimum": true}"#, "2"),
            (#"{"type": "string", "nullable": true}"#, #""string""#),
            (#"{"type": "string", "nullable": true, "pattern": "(?=q)q"}"#, "null"),
        ]
        for (schema, expected) in cases {
            #expect(try MockFixture(schema: schema, version: "3.0.3").answer() == expected)
        }
    }

    @Test func `the reason names the rule and the place, and no value`() throws {
        let answer = try MockFixture(
            schema:
                #"{"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "pattern": "(?=q)qq"}}}"#
        ).answer()
        #expect(answer.contains(#"#/paths/~1/get/responses/200/content/application~1json/schema/properties/a"#))
        #expect(answer.contains(#""/a""#))
        #expect(!answer.contains("\"string\""))
        #expect(!answer.contains("secret"))
    }

    /// Each would take longer than anybody waits if it were followed to its end.
    @Test(arguments: [
        // Ten required properties at each of fifteen levels.
        (
            (0..<15).map { level in
                let next = level < 14 ? ##"{"$ref": "#/components/schemas/L\##(level + 1)"}"## : #"{"type": "string"}"#
                let names = (0..<10).map { "\"p\($0)\"" }
                let properties = names.map { "\($0): \(next)" }.joined(separator: ",")
                return
                    #""L\#(level)": {"required": [\#(names.joined(separator: ","))], "properties": {\#(properties)}}"#
            }.joined(separator: ","), "L0"
        ),
        // Thirty choices of two, none of which can be met.
        (
            #""L0": {"allOf": ["#
                + (0..<30).map { #"{"anyOf": [{"minLength": \#($0)}, {"maxLength": \#($0)}]}, "# }.joined()
                + "false]}", "L0"
        ),
        (#""L0": {"type": "array", "minItems": 900, "items": {"type": "array", "minItems": 900, "items": {}}}"#, "L0"),
    ])
    func `a value that would be too large is given up`(components: String, name: String) throws {
        let schema = ##"{"$ref": "#/components/schemas/\##(name)"}"##
        let answer = try MockFixture(schema: schema, components: "{\(components)}").answer()
        #expect(answer.hasPrefix("No valid answer"))
    }
}
