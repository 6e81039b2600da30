import JSONCore
import JSONSchema
import Testing

/// Instances that are made to cost much: none crashes, none takes long.
@Suite struct AdversaryTests {
    @Test func `deep instances of a recursive schema are refused and do not crash`() throws {
        let schema = try CompiledSchema(try JSON(parsing: ##"{"items": {"$ref": "#"}}"##))
        let text = String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
        let options = JSONParser.Options(maximumDepth: 100_000, maximumBytes: 1 << 20)
        let instance = try JSON(parsing: text, options: options)
        #expect(!schema.isValid(instance))
        let messages = schema.violations(in: instance, atMost: 3).map(\.message)
        #expect(messages == ["must not be nested deeper than 1000 levels"])
    }

    @Test func `unique items are not quadratic`() throws {
        let schema = try CompiledSchema(try JSON(parsing: #"{"uniqueItems": true}"#))
        let items = (0..<100_000).map { #"{"a":\#($0)}"# }.joined(separator: ",")
        let options = JSONParser.Options(maximumDepth: 10, maximumBytes: 1 << 24)
        let unique = try JSON(parsing: "[\(items)]", options: options)
        let repeated = try JSON(parsing: "[\(items),{\"a\":99999.0}]", options: options)
        #expect(schema.isValid(unique))
        #expect(!schema.isValid(repeated))
    }

    @Test func `recursive branches do not double with every level`() throws {
        let schema = try CompiledSchema(
            try JSON(
                parsing: #"""
                    {"$ref": "#/$defs/s", "$defs": {"s": {"anyOf": [
                        {"type": "integer"},
                        {"properties": {"a": {"$ref": "#/$defs/s"}, "b": {"type": "string"}}, "required": ["b"]},
                        {"properties": {"a": {"$ref": "#/$defs/s"}, "c": {"type": "string"}}, "required": ["c"]}
                    ]}}}
                    """#))
        let text = String(repeating: #"{"a":"#, count: 100) + "null" + String(repeating: "}", count: 100)
        let instance = try JSON(parsing: text, options: .init(maximumDepth: 200, maximumBytes: 1 << 16))
        #expect(!schema.isValid(instance))
        #expect(!schema.violations(in: instance, atMost: 20).isEmpty)
    }

    @Test func `recursive branches do not double where the scope is dynamic`() throws {
        let schema = try CompiledSchema(
            try JSON(
                parsing: #"""
                    {"$id": "https://example.com/s", "$dynamicAnchor": "s", "anyOf": [
                        {"properties": {"a": {"$dynamicRef": "#s"}, "b": {"type": "string"}}, "required": ["b"]},
                        {"properties": {"a": {"$dynamicRef": "#s"}, "c": {"type": "string"}}, "required": ["c"]}
                    ]}
                    """#))
        let text = String(repeating: #"{"a":"#, count: 100) + "null" + String(repeating: "}", count: 100)
        #expect(!schema.isValid(try JSON(parsing: text)))
    }

    @Test func `recursive branches do not double beneath a circle`() throws {
        let schema = try CompiledSchema(
            try JSON(
                parsing: #"""
                    {"$ref": "#/$defs/s", "$defs": {"s": {"anyOf": [
                        {"$ref": "#/$defs/s"},
                        {"properties": {"a": {"$ref": "#/$defs/s"}, "b": {"type": "string"}}, "required": ["b"]},
                        {"properties": {"a": {"$ref": "#/$defs/s"}, "c": {"type": "string"}}, "required": ["c"]}
                    ]}}}
                    """#))
        let text = String(repeating: #"{"a":"#, count: 40) + "null" + String(repeating: "}", count: 40)
        #expect(!schema.isValid(try JSON(parsing: text)))
    }

    @Test func `many branches that all fail are listed in a bounded time`() throws {
        let branches = (0..<50).map {
            ##"{"properties": {"a": {"$ref": "#"}, "k\##($0)": {}}, "required": ["k\##($0)"]}"##
        }
        let schema = try CompiledSchema(try JSON(parsing: #"{"anyOf": [\#(branches.joined(separator: ", "))]}"#))
        let text = String(repeating: #"{"a":"#, count: 20) + "{}" + String(repeating: "}", count: 20)
        let instance = try JSON(parsing: text)
        #expect(!schema.isValid(instance))
        #expect((1...20).contains(schema.violations(in: instance, atMost: 20).count))
    }
}

/// Instances that are merely large.
@Suite(.timeLimit(.minutes(1))) struct LargeInstanceTests {
    static let count = 100_000

    static func parse(_ text: String) throws -> JSON {
        try JSON(parsing: text, options: .init(maximumDepth: 10, maximumBytes: 1 << 24))
    }

    @Test func `numbers of a million digits are compared by their digits`() throws {
        let schema = try CompiledSchema(try JSON(parsing: #"{"maximum": 1e999999}"#))
        let zeros = String(repeating: "0", count: 999_998)
        #expect(schema.isValid(try Self.parse("1\(zeros)0")))
        #expect(!schema.isValid(try Self.parse("1\(zeros)1")))
        #expect(schema.isValid(try Self.parse("9\(zeros)")))
        #expect(!schema.isValid(try Self.parse("1\(zeros)00")))
    }

    @Test func `100,000 strings are unique, or not`() throws {
        let schema = try CompiledSchema(try JSON(parsing: #"{"uniqueItems": true}"#))
        let items = (0..<Self.count).map { "\"item \($0)\"" }.joined(separator: ",")
        #expect(schema.isValid(try Self.parse("[\(items)]")))
        #expect(!schema.isValid(try Self.parse("[\(items),\"item 0\"]")))
    }

    @Test func `100,000 keys go through tables, patterns and names`() throws {
        let schema = try CompiledSchema(
            try JSON(
                parsing: #"""
                    {"properties": {"k7": {"type": "integer"}}, "patternProperties": {"^k[0-9]+$": {"minimum": 0}},
                     "propertyNames": {"maxLength": 6}, "additionalProperties": false, "required": ["k99999"]}
                    """#))
        let members = (0..<Self.count).map { "\"k\($0)\":\($0)" }
        #expect(schema.isValid(try Self.parse("{\(members.joined(separator: ","))}")))
        #expect(schema.isValid(try Self.parse("{\(members.reversed().joined(separator: ","))}")))
        #expect(!schema.isValid(try Self.parse("{\(members.dropLast().joined(separator: ","))}")))
    }

    @Test func `a string of 1 MiB is measured, matched and compared`() throws {
        let schema = try CompiledSchema(
            try JSON(
                parsing: #"""
                    {"items": {"minLength": 1000000, "pattern": "^(a+)+b?$", "not": {"enum": ["a"]}},
                     "uniqueItems": true}
                    """#))
        let text = String(repeating: "a", count: 1 << 20)
        #expect(schema.isValid(try Self.parse("[\"\(text)\",\"\(text)b\"]")))
        #expect(!schema.isValid(try Self.parse("[\"\(text)\",\"\(text)\"]")))
        #expect(!schema.isValid(try Self.parse("[\"\(text)c\"]")))
    }

    @Test(arguments: [
        ("1e1000000000", true), ("1e-1000000000", false), ("-7e999999999", true), ("1.5e1000000000", true),
    ])
    func `huge exponents are multiples or not, and are never expanded`(literal: String, isMultiple: Bool) throws {
        for divisor in ["0.01", "3.5e-7", "7", "1e300"] where isMultiple == false || divisor == "0.01" {
            let schema = try CompiledSchema(try JSON(parsing: "{\"multipleOf\": \(divisor)}"))
            #expect(schema.isValid(try JSON(parsing: literal)) == isMultiple, "\(literal) and \(divisor)")
        }
    }
}
