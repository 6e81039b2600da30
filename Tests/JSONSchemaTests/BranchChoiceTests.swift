import JSONCore
import JSONSchema
import Testing

/// Which branch of `oneOf` and `anyOf` is reported, on schemas as payment APIs have them.
@Suite struct BranchChoiceTests {
    private static let methods = """
        {
          "$defs": {
            "Base": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}},
            "Card": {
              "allOf": [{"$ref": "#/$defs/Base"}],
              "required": ["number", "expiry"],
              "properties": {
                "type": {"enum": ["card", "scheme"]}, "number": {"type": "string", "pattern": "^[0-9]{12,19}$"},
                "expiry": {"type": "object", "required": ["month", "year"],
                           "properties": {"month": {"type": "integer", "maximum": 12}, "year": {"type": "integer"}}}
              }
            },
            "Transfer": {
              "allOf": [{"$ref": "#/$defs/Base"}],
              "required": ["iban", "holder"],
              "properties": {"type": {"const": "transfer"}, "iban": {"type": "string"}, "holder": {"type": "string"}}
            },
            "Wallet": {
              "allOf": [{"$ref": "#/$defs/Base"}],
              "required": ["token"], "properties": {"type": {"const": "wallet"}, "token": {"type": "string", "minLength": 4}}
            },
            "Method": {"oneOf": [{"$ref": "#/$defs/Card"}, {"$ref": "#/$defs/Transfer"}, {"$ref": "#/$defs/Wallet"}]},
            "Named": {
              "oneOf": [{"$ref": "#/$defs/Card"}, {"$ref": "#/$defs/Transfer"}, {"$ref": "#/$defs/Wallet"}],
              "discriminator": {"propertyName": "type", "mapping": {"scheme": "#/$defs/Card", "bank": "Transfer"}}
            },
            "Customer": {
              "anyOf": [
                {"type": "string", "maxLength": 5},
                {"type": "object", "required": ["id", "object"],
                 "properties": {"id": {"type": "string"}, "object": {"enum": ["customer"]}, "name": {"type": "string"}}},
                {"type": "object", "required": ["id", "object", "deleted"],
                 "properties": {"id": {"type": "string"}, "object": {"enum": ["customer"]}, "deleted": {"enum": [true]}}}
              ]
            }
          }
        }
        """

    struct Case: Sendable, CustomTestStringConvertible {
        let schema: String
        let instance: String
        /// What the message says of the choice.
        let choice: String
        /// The findings after it: where, and by which keyword.
        let findings: [String]
        var testDescription: String { "\(schema) \(instance)" }
    }

    static let cases = [
        Case(
            schema: "Method", instance: #"{"type": "card", "number": "12", "expiry": {"month": 13}}"#,
            choice: "alternative 1 fits best",
            findings: ["/expiry required", "/expiry/month maximum", "/number pattern"]),
        Case(
            schema: "Method", instance: #"{"type": "transfer", "iban": 7}"#, choice: "alternative 2 fits best",
            findings: [" required", "/iban type"]),
        Case(
            schema: "Method", instance: #"{"type": "wallet", "token": "x"}"#, choice: "alternative 3 fits best",
            findings: ["/token minLength"]),
        Case(
            schema: "Method", instance: #"{"token": "long enough"}"#, choice: "alternative 3 fits best",
            findings: [" required"]),
        Case(
            schema: "Named", instance: #"{"type": "scheme", "number": 5, "expiry": {"month": 1, "year": 2030}}"#,
            choice: #""type" picks alternative 1, which does not fit"#, findings: ["/number type"]),
        Case(
            schema: "Named", instance: #"{"type": "bank", "iban": "DE", "holder": "A"}"#,
            choice: #""type" picks alternative 2, which does not fit"#, findings: ["/type const"]),
        Case(
            schema: "Named", instance: #"{"type": "Wallet", "token": "abcd"}"#,
            choice: #""type" picks alternative 3, which does not fit"#, findings: ["/type const"]),
        Case(
            schema: "Named", instance: #"{"type": "cash", "token": "abcd"}"#, choice: "alternative 3 fits best",
            findings: ["/type const"]),
        Case(
            schema: "Customer", instance: #""cus_123""#, choice: "alternative 1 fits best", findings: [" maxLength"]),
        Case(
            schema: "Customer", instance: #"{"id": 1, "object": "customer"}"#, choice: "alternative 2 fits best",
            findings: ["/id type"]),
        Case(
            schema: "Customer", instance: #"{"id": 1, "object": "customer", "deleted": true, "name": 5}"#,
            choice: "alternative 3 fits best", findings: ["/id type"]),
    ]

    @Test(arguments: cases)
    func `the branch that is meant is reported, and the message says why`(_ example: Case) throws {
        let document = try JSON(parsing: Self.methods)
        var registry = SchemaRegistry()
        registry.add(document, uri: "file:///payments.json", dialect: .openAPI31)
        var compiler = SchemaCompiler(registry: registry, options: .init(dialect: .openAPI31))
        let pointer = try #require(JSONPointer("/$defs/\(example.schema)"))
        let entry = try compiler.compile(SchemaLocation(document: "file:///payments.json", pointer: pointer))
        let schema = compiler.finish().schema(entry)
        let found = schema.violations(in: try JSON(parsing: example.instance), atMost: 20)
        #expect(found.first?.message.contains(example.choice) == true, "\(found.first?.message ?? "valid")")
        #expect(found.dropFirst().map { "\($0.instance) \($0.keyword)" }.sorted() == example.findings)
    }
}
