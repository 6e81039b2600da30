package import JSONCore

/// Values that a schema of the catalogue allows, from a seed.
package struct ParameterValues {
    private var random: SeededGenerator
    private var tape = TapeBuilder()

    package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    package mutating func value(for schema: JSON) -> JSON {
        tape = TapeBuilder()
        append(schema, depth: 0)
        return tape.finish()
    }

    private mutating func append(_ schema: JSON, depth: Int) {
        if schema["$ref"] != nil, let tree = try? JSON(parsing: ParameterSchemas.tree) {
            return append(tree, depth: depth)
        }
        let branches = (schema["anyOf"] ?? schema["oneOf"]).map { Array($0.elements) } ?? []
        if let branch = branches.randomElement(using: &random) { return append(branch, depth: depth) }
        switch type(of: schema) {
        case "array": appendArray(schema, depth: depth)
        case "object": appendObject(schema, depth: depth)
        case "integer": appendNumber(Int.random(in: -20...2000, using: &random).description)
        case "number":
            appendNumber(["0", "-0.5", "1e3", "3.25", "12345678901234567890.5"].randomElement(using: &random))
        case "boolean": tape.bool(Bool.random(using: &random))
        case "null": tape.null()
        default: tape.string(text())
        }
    }

    private mutating func type(of schema: JSON) -> String {
        if schema["allOf"] != nil { return "object" }
        guard let type = schema["type"] else { return "string" }
        return type.string ?? type.elements.map { $0.string ?? "" }.randomElement(using: &random) ?? ""
    }

    private mutating func appendNumber(_ literal: String?) {
        let bytes = Array((literal ?? "0").utf8)
        if !tape.number(literal: bytes.span) { tape.null() }
    }

    private mutating func appendArray(_ schema: JSON, depth: Int) {
        let prefix = schema["prefixItems"].map { Array($0.elements) } ?? []
        tape.beginArray()
        for index in 0..<Int.random(in: 0...(depth > 2 ? 1 : 4), using: &random) {
            guard let item = index < prefix.count ? prefix[index] : schema["items"] else { continue }
            append(item, depth: depth + 1)
        }
        tape.endArray()
    }

    private mutating func appendObject(_ schema: JSON, depth: Int) {
        tape.beginObject()
        for part in schema["allOf"].map({ Array($0.elements) }) ?? [schema] {
            for (name, property) in part["properties"]?.members.map({ $0 }) ?? [] where Bool.random(using: &random) {
                guard depth < 4 || property["type"] != nil && property["items"] == nil else { continue }
                tape.key(name)
                append(property, depth: depth + 1)
            }
        }
        if let additional = schema["additionalProperties"] {
            for name in Set((0..<Int.random(in: 0...3, using: &random)).map { _ in text() }).sorted() {
                tape.key(name)
                append(additional, depth: depth + 1)
            }
        }
        tape.endObject()
    }

    private static let words = ["", "true", "5", "05", "null", "-", "p", "R", "0", "..", "{\"a\":1}", "[1]", "a b"]
    private static let letters = Array("ab1-_.~,;=&+%|[]{}/ \t\"\\'é€😀\u{1}#?:@!$()*")

    private mutating func text() -> String {
        if Int.random(in: 0..<4, using: &random) == 0 { return Self.words.randomElement(using: &random) ?? "" }
        let isPlain = Bool.random(using: &random)
        return String(
            (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in
                isPlain ? "abcXYZ019".randomElement(using: &random) : Self.letters.randomElement(using: &random)
            })
    }
}
