import JSONCore
import JSONSchema
import Testing

/// Seeded random schemas and instances: nothing crashes, and yes/no agrees with the list at every limit.
@Suite struct AgreementTests {
    @Test(
        "Yes/no and the list agree on random schemas",
        arguments: [SchemaDialect.draft4, .draft7, .draft201909, .draft202012, .openAPI20, .openAPI30, .openAPI31])
    func agreement(dialect: SchemaDialect) throws {
        var random = RandomSchemas(seed: 0x5EED)
        var compiled = 0
        for _ in 0..<150 {
            let text = #"{"definitions": {"x": \#(random.schema(depth: 2))}, "allOf": [\#(random.schema(depth: 3))]}"#
            guard let schema = try? CompiledSchema(try JSON(parsing: text), dialect: dialect) else { continue }
            let reporting = try ReportingSchema(try JSON(parsing: text), dialect: dialect, formats: .assert)
            compiled += 1
            for _ in 0..<10 {
                let instance = try JSON(parsing: random.instance(depth: 3))
                let isValid = schema.isValid(instance)
                let report = reporting.report(on: instance, as: .basic, atMost: 9)
                #expect(report["valid"]?.bool == isValid, "\(text) \(instance)")
                for limit in [1, 3, 1_000] {
                    let violations = schema.violations(in: instance, atMost: limit)
                    #expect(violations.isEmpty == isValid, "\(text) \(instance)")
                    #expect(violations.count <= limit)
                    #expect(violations.allSatisfy { instance.value(at: $0.instance) != nil })
                }
            }
        }
        #expect(compiled > 100)
    }
}

private struct RandomSchemas {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    private mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ word >> 31) % UInt64(bound))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[number(below: choices.count)] }

    private mutating func list(_ depth: Int, _ make: (inout RandomSchemas, Int) -> String) -> String {
        "[" + (0...number(below: 3)).map { _ in make(&self, depth) }.joined(separator: ",") + "]"
    }

    private mutating func map(_ depth: Int, _ make: (inout RandomSchemas, Int) -> String) -> String {
        let names = [#""a""#, #""b""#, #""ab""#, #""a long name of more than 16 bytes""#]
        let members = names.filter { _ in number(below: 2) == 0 }.map { $0 + ":" + make(&self, depth) }
        return "{" + members.joined(separator: ",") + "}"
    }

    mutating func instance(depth: Int) -> String {
        switch number(below: depth > 0 ? 8 : 5) {
        case 0: pick(["0", "1", "1.0", "-2", "2.5", "1e400", "18446744073709551615"])
        case 1: pick([#""""#, #""a""#, #""ab\u0063""#, #""é""#, #""2024-01-01""#])
        case 2: pick(["true", "false"])
        case 3: "null"
        case 4: "7"
        case 5: list(depth - 1) { $0.instance(depth: $1) }
        default: map(depth - 1) { $0.instance(depth: $1) }
        }
    }

    mutating func schema(depth: Int) -> String {
        guard depth > 0 else { return #"{"type":\#(pick(Self.types))}"# }
        var members: [String: String] = [:]
        for _ in 0...number(below: 4) {
            let keyword = pick(Self.keywords)
            members[keyword] = value(of: keyword, depth: depth - 1)
        }
        return "{" + members.sorted { $0.key < $1.key }.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    private mutating func value(of keyword: String, depth: Int) -> String {
        switch keyword {
        case "type": pick(Self.types)
        case "minimum", "maximum", "multipleOf": pick(["1", "2", "0.5", "1.0"])
        case "enum": list(1) { $0.instance(depth: $1) }
        case "const": instance(depth: 1)
        case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "minContains": pick(["0", "1", "2"])
        case "pattern": pick([#""^a""#, #""b$""#, #""^[a-z]*$""#])
        case "uniqueItems": "true"
        case "required": pick([#"["a"]"#, #"["a","b"]"#])
        case "properties", "dependentSchemas": map(depth) { $0.schema(depth: $1) }
        case "patternProperties": #"{"^a":\#(schema(depth: depth))}"#
        case "allOf", "anyOf", "oneOf", "prefixItems": list(depth) { $0.schema(depth: $1) }
        case "$ref": ##""#/definitions/x""##
        case "unevaluatedItems", "unevaluatedProperties", "additionalProperties":
            number(below: 2) == 0 ? "false" : schema(depth: depth)
        default: schema(depth: depth)
        }
    }

    private static let types = [
        #""integer""#, #""number""#, #""string""#, #""object""#, #""array""#, #"["object","array"]"#,
    ]
    private static let keywords = [
        "type", "type", "minimum", "maximum", "multipleOf", "enum", "const", "minLength", "maxLength", "minItems",
        "maxItems", "minProperties", "minContains", "pattern", "uniqueItems", "required", "properties", "properties",
        "patternProperties", "additionalProperties", "propertyNames", "allOf", "anyOf", "oneOf", "not", "if", "then",
        "else", "items", "contains", "prefixItems", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties",
        "$ref",
    ]
}
