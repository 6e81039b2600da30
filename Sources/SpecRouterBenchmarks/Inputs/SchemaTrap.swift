/// A schema that a careless evaluator spends quadratic or exponential time on, and the instance that makes it.
struct SchemaTrap: Sendable {
    var name: String
    var schema: String
    var size: Int
    /// JSON text for a size.
    var instance: @Sendable (Int) -> [UInt8]

    private init(_ name: String, _ schema: String, size: Int, _ instance: @escaping @Sendable (Int) -> String) {
        self.name = name
        self.schema = schema
        self.size = size
        self.instance = { Array(instance($0).utf8) }
    }

    static let all = unique + recursive + long + numbers

    private static let unique = [
        SchemaTrap("uniqueItems on strings", #"{"uniqueItems":true}"#, size: 100_000) {
            array($0) { #""item \#($0)""# }
        },
        SchemaTrap("uniqueItems on objects", #"{"uniqueItems":true}"#, size: 100_000) {
            array($0) { #"{"id":\#($0),"kind":"object"}"# }
        },
        SchemaTrap("uniqueItems on numbers", #"{"uniqueItems":true}"#, size: 100_000) { array($0) { "\($0).50" } },
    ]

    private static let recursive = [
        SchemaTrap(
            "recursive anyOf",
            ##"""
            {"anyOf":[{"required":["x"],"properties":{"a":{"$ref":"#"}}},
                      {"properties":{"a":{"$ref":"#"}}}, {"type":"null"}]}
            """##,
            size: 200
        ) { nested($0, around: "0") },
        SchemaTrap(
            "recursive anyOf that fails",
            ##"""
            {"anyOf":[{"type":"object","properties":{"a":{"$ref":"#"}}},
                      {"type":"object","properties":{"a":{"$ref":"#"},"b":false}}, {"type":"null"}]}
            """##,
            size: 200
        ) { nested($0, around: "0") },
        SchemaTrap(
            "recursive oneOf of many",
            ##"""
            {"oneOf":[{"type":"array","items":{"$ref":"#"}}, {"type":"array","minItems":9,"items":{"$ref":"#"}},
                      {"type":"null"}]}
            """##,
            size: 20_000
        ) { array($0) { _ in "[[null],[null,null],[[null]]]" } },
        SchemaTrap(
            "unevaluatedProperties",
            #"{"anyOf":[{"properties":{"a":true}},true],"unevaluatedProperties":{"type":"integer"}}"#, size: 100_000
        ) { object($0) },
    ]

    private static let long = [
        SchemaTrap("1 MiB string with a pattern", #"{"maxLength":9999999,"pattern":"^([a-z]+,?)*$"}"#, size: 1 << 20) {
            #""\#(String(repeating: "a", count: $0))""#
        },
        SchemaTrap("1 MiB string as e-mail", #"{"format":"email"}"#, size: 1 << 20) {
            #""\#(String(repeating: "a.", count: $0 / 2))a@example.com""#
        },
        SchemaTrap("1 MiB string as URI", #"{"format":"uri"}"#, size: 1 << 20) {
            #""http://example.com/\#(String(repeating: "a/", count: $0 / 2))""#
        },
        SchemaTrap("1 MiB of two-byte characters, counted", #"{"minLength":524289}"#, size: 1 << 20) {
            #""\#(String(repeating: "\u{E9}", count: $0 / 2))""#
        },
        SchemaTrap(
            "100,000 keys",
            #"{"properties":{"k1":{"type":"integer"}},"patternProperties":{"^k[0-9]+$":true},"additionalProperties":false}"#,
            size: 100_000
        ) { object($0) },
        SchemaTrap(
            "100,000 keys with names", #"{"propertyNames":{"maxLength":9},"maxProperties":999999}"#, size: 100_000
        ) {
            object($0)
        },
        SchemaTrap("contains nothing", #"{"contains":{"const":"x"},"minContains":1}"#, size: 100_000) {
            array($0) { "\($0)" }
        },
    ]

    private static let numbers = [
        SchemaTrap("1e1000000000 with multipleOf 3", #"{"multipleOf":3}"#, size: 1_000_000_000) { "1e\($0)" },
        SchemaTrap("1e1000000000 with multipleOf 0.01", #"{"multipleOf":0.01}"#, size: 1_000_000_000) { "1e\($0)" },
        SchemaTrap("1e-1000000000 with multipleOf 0.01", #"{"multipleOf":0.01}"#, size: 1_000_000_000) { "1e-\($0)" },
        SchemaTrap("50,000 digits with multipleOf 7", #"{"multipleOf":7}"#, size: 50_000) {
            String(repeating: "7", count: $0)
        },
        SchemaTrap("50,000 digits with maximum", #"{"maximum":1e400}"#, size: 50_000) {
            "0." + String(repeating: "7", count: $0)
        },
    ]

    private static func array(_ count: Int, of item: (Int) -> String) -> String {
        "[\((0..<count).map(item).joined(separator: ","))]"
    }

    private static func object(_ count: Int) -> String {
        "{\((0..<count).map { #""k\#($0)":\#($0)"# }.joined(separator: ","))}"
    }

    private static func nested(_ depth: Int, around innermost: String) -> String {
        String(repeating: #"{"a":"#, count: depth) + innermost + String(repeating: "}", count: depth)
    }
}
