import JSONCore
import JSONSchema

/// What holds for every schema and every instance.
///
/// An input is made up, or (first byte odd) a schema as text and, behind the byte 0xFF, an instance.
enum SchemaProperties {
    static let dialects: [SchemaDialect] = [.draft202012] + SchemaDialect.allCases

    static func check(_ input: [UInt8]) throws(Finding) {
        var choices = Choices(input)
        let isWritten = choices.below(2) == 1
        let dialect = choices.pick(dialects)
        if isWritten {
            try checkWritten(choices.rest(), dialect)
        } else {
            try checkMadeUp(dialect, &choices)
        }
    }

    private static func checkWritten(_ bytes: ArraySlice<UInt8>, _ dialect: SchemaDialect) throws(Finding) {
        let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
        guard parts.count == 2, let document = try? JSON(parsing: parts[0]), let instance = try? JSON(parsing: parts[1])
        else { return }
        let set = SchemaSet(dialect: dialect, document: document)
        guard let schema = try set.compile([JSONPointer()])?.first else { return }
        try VerdictProperties.check(schema, instance, set)
        try ReportProperties.check(.root, instance, expected: schema.isValid(instance), set)
        let reversed = SchemaSet(dialect: dialect, text: Respelling.reversed(document))
        try checkSame(reversed, .root, instance, of: schema, set)
    }

    private static func checkMadeUp(_ dialect: SchemaDialect, _ choices: inout Choices) throws(Finding) {
        let generation = SchemaGeneration(dialect)
        let circles: SchemaGrammar.Circles = choices.once(in: 5) ? .allowed : .avoided
        var grammar = SchemaGrammar(generation, circles: circles)
        var definitions = grammar.definitions(&choices)
        let main = definitions[0].schema
        let all = SchemaVariant.all(for: generation)
        let variants = (0..<5).map { _ in choices.pick(all) }
        for (index, variant) in variants.enumerated() {
            definitions.append(("v\(index)", variant.schema(around: main, generation)))
        }
        let set = SchemaSet(dialect: dialect, definitions: definitions)
        let places = definitions.filter { $0.name != "x" && $0.name != "y" }.map { SchemaSet.place($0.name) }
        guard let compiled = try set.compile(places) else { return }
        for _ in 0..<6 {
            let instance = instance(of: SchemaSet.place("s"), set, &choices)
            try VerdictProperties.check(compiled[0], instance, set)
            guard circles == .avoided else { continue }
            let expected = compiled[0].isValid(instance)
            let isRight = ReferenceEvaluator.isValid(instance, by: SchemaSet.place("s"), of: set).map { $0 == expected }
            let detail = set.detail(instance, "valid: \(expected)")
            try Finding.unless(isRight ?? true, "The slow evaluator says the same", detail)
            try ReportProperties.check(SchemaSet.place("s"), instance, expected: expected, set)
            for (schema, variant) in zip(compiled.dropFirst(), variants) {
                try VerdictProperties.check(variant, schema, instance, expected: expected, set)
            }
            try checkRespelled(set, compiled[0], instance)
        }
    }

    private static func instance(of place: JSONPointer, _ set: SchemaSet, _ choices: inout Choices) -> JSON {
        var grammar = InstanceGrammar(root: set.document)
        let text = set.document.value(at: place).map { grammar.instance(of: $0, depth: 5, &choices) }
        return (try? JSON(parsing: text ?? "null")) ?? set.document
    }

    /// Neither the order of members nor the spelling of numbers matters (draft 4 tells `1.0` from integers).
    private static func checkRespelled(
        _ set: SchemaSet, _ schema: CompiledSchema, _ instance: JSON
    ) throws(Finding) {
        let reversed = SchemaSet(dialect: set.dialect, text: Respelling.reversed(set.document))
        try checkSame(reversed, SchemaSet.place("s"), instance, of: schema, set)
        var spellings = [Respelling.reversed(instance)]
        if set.dialect != .draft4 {
            spellings.append(Respelling.numbers(instance))
            let respelled = SchemaSet(dialect: set.dialect, text: Respelling.numbers(set.document))
            try checkSame(respelled, SchemaSet.place("s"), instance, of: schema, set)
        }
        for spelling in spellings {
            guard let other = try? JSON(parsing: spelling) else { continue }
            let isSame = schema.isValid(other) == schema.isValid(instance)
            try Finding.unless(isSame, "How an instance is spelled does not matter", set.detail(instance, spelling))
        }
    }

    private static func checkSame(
        _ other: SchemaSet, _ place: JSONPointer, _ instance: JSON, of schema: CompiledSchema, _ set: SchemaSet
    ) throws(Finding) {
        let rule = "How a schema is spelled does not matter"
        guard let compiled = try other.compile([place])?.first else { throw Finding(rule, set.detail(instance, "")) }
        let isSame = compiled.isValid(instance) == schema.isValid(instance)
        try Finding.unless(isSame, rule, set.detail(instance, other.document.serialized()))
    }
}

extension FuzzTarget {
    /// The byte by which an input for schemas says its dialect; nil when the name is none.
    package static func dialectByte(_ name: String) -> UInt8? {
        SchemaProperties.dialects.firstIndex { $0.rawValue == name }.map(UInt8.init)
    }
}
