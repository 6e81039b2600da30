import JSONCore
import JSONSchema
import Testing

/// Branches that a property tells apart are not all tried; the outcome must be as if they were.
@Suite struct TaggedChoiceTests {
    static let branches = #"""
        [{"type": "object", "required": ["kind", "a"], "properties": {"kind": {"const": "first"}, "a": {"type": "integer"}}},
         {"required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["second", "third", 3]}, "b": {"type": "null"}}},
         {"type": "array", "minItems": 1}]
        """#

    @Test(
        "One branch fits, by its tag",
        arguments: [
            (#"{"kind": "first", "a": 1}"#, true), (#"{"a": 1, "kind": "first"}"#, true),
            (#"{"kind": "first", "a": "1"}"#, false), (#"{"kind": "first"}"#, false),
            (#"{"kind": "third", "b": null}"#, true),
            (#"{"kind": "second", "b": 1}"#, false), (#"{"kind": "fourth"}"#, false), (#"{"kind": 3}"#, false),
            (#"{"a": 1}"#, false), ("{}", false), ("[1]", true), ("[]", true),
            (#"{"kin\u0064": "fir\u0073t", "a": 1}"#, true),
        ])
    func tagged(instance: String, isValid: Bool) throws {
        let value = try JSON(parsing: instance)
        for keyword in ["anyOf", "oneOf"] {
            // The second branch takes all that is no object: scalars are left out, and an array with an item fits two branches.
            let schema = try CompiledSchema(
                try JSON(parsing: "{\"\(keyword)\": \(Self.branches), \"type\": [\"object\", \"array\"]}"))
            let fitsTwo = value.kind == .array && value.count > 0
            #expect(schema.isValid(value) == (isValid && !(fitsTwo && keyword == "oneOf")))
            #expect(schema.violations(in: value, atMost: 5).isEmpty == schema.isValid(value))
        }
    }

    @Test func `branches that share a value are all tried`() throws {
        let schema = try CompiledSchema(
            try JSON(
                parsing: #"""
                    {"oneOf": [{"required": ["k"], "properties": {"k": {"const": "x"}, "n": {"minimum": 1}}},
                               {"required": ["k"], "properties": {"k": {"enum": ["y", "x"]}, "n": {"maximum": 1}}}]}
                    """#))
        #expect(schema.isValid(try JSON(parsing: #"{"k": "x", "n": 2}"#)))
        #expect(!schema.isValid(try JSON(parsing: #"{"k": "x", "n": 1}"#)))
    }

    @Test func `of equal names every one counts`() throws {
        let schema = try CompiledSchema(try JSON(parsing: "{\"oneOf\": \(Self.branches)}"))
        let options = JSONParser.Options(maximumDepth: 4, duplicateKeys: .allow)
        let twice = try JSON(parsing: #"{"kind": "first", "a": 1, "kind": "third"}"#, options: options)
        #expect(!schema.isValid(twice))
    }

    @Test func `what a tagged branch evaluates counts as evaluated`() throws {
        let schema = try CompiledSchema(
            try JSON(parsing: "{\"oneOf\": \(Self.branches), \"unevaluatedProperties\": false}"))
        #expect(schema.isValid(try JSON(parsing: #"{"kind": "third", "b": null}"#)))
        #expect(!schema.isValid(try JSON(parsing: #"{"kind": "third", "a": 1}"#)))
    }
}
