import JSONCore
import JSONSchema
import Testing

/// Properties whose schemas say a kind, one thing more, or neither are judged without entering the schema.
@Suite struct PropertyValueTests {
    @Test(
        "A property meets what its schema says, and the listing agrees",
        arguments: [
            ("true", "1", true), ("false", "1", false), ("{}", "[]", true), (#"{"title": "t"}"#, "null", true),
            (#"{"type": "string"}"#, #""a""#, true), (#"{"type": "string"}"#, "1", false),
            (#"{"type": "integer"}"#, "1.0", true), (#"{"type": "integer"}"#, "1.5", false),
            (#"{"type": ["string", "null"]}"#, "null", true), (#"{"type": ["string", "null"]}"#, "0", false),
            (#"{"type": "string", "maxLength": 2}"#, #""ab""#, true),
            (#"{"type": "string", "maxLength": 2}"#, #""abc""#, false),
            (#"{"maxLength": 2}"#, "12345", true), (#"{"maxLength": 2}"#, #""abc""#, false),
            (#"{"type": "number", "minimum": 2}"#, "2", true), (#"{"type": "number", "minimum": 2}"#, "1.5", false),
            (#"{"type": ["string", "number"], "minimum": 2}"#, #""a""#, true),
            (#"{"type": ["string", "number"], "minimum": 2}"#, "1", false),
            (#"{"type": "number", "minLength": 2}"#, "1", true), (#"{"enum": [1, "a"]}"#, #""a""#, true),
            (#"{"enum": [1, "a"]}"#, "2", false), (#"{"type": "string", "enum": [1, "a"]}"#, "1", false),
            (#"{"type": "string", "minLength": 1, "maxLength": 2}"#, #""""#, false),
            (##"{"$ref": "#"}"##, #"{"p": {}}"#, true), (##"{"$ref": "#"}"##, #"{"p": 1}"#, false),
            (#"{"type": "array", "unevaluatedItems": false}"#, "[1]", false),
        ])
    func property(schema: String, value: String, isValid: Bool) throws {
        let compiled = try CompiledSchema(
            try JSON(parsing: "{\"type\": \"object\", \"properties\": {\"p\": \(schema)}}"))
        for text in ["{\"p\": \(value)}", "{\"a\": 0, \"p\": \(value), \"z\": []}"] {
            let instance = try JSON(parsing: text)
            #expect(compiled.isValid(instance) == isValid)
            #expect(compiled.violations(in: instance, atMost: 3).isEmpty == isValid)
        }
    }

    @Test func `draft 4 takes only literal integers in properties as well`() throws {
        let schema = try JSON(parsing: #"{"properties": {"p": {"type": "integer"}}}"#)
        let compiled = try CompiledSchema(schema, dialect: .draft4)
        #expect(compiled.isValid(try JSON(parsing: #"{"p": 1}"#)))
        #expect(!compiled.isValid(try JSON(parsing: #"{"p": 1.0}"#)))
    }
}
