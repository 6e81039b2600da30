import JSONCore
import Testing

@testable import JSONSchema

/// A keyword is its file and its row in a dialect's table.
@Suite struct NewKeywordTests {
    @Test func `a new keyword needs nothing else`() throws {
        var dialect = Dialect.draft202012
        dialect.add(.even)
        let registry = SchemaRegistry(["": try JSON(parsing: #"{"items": {"x-even": true}}"#)])
        var compilation = Compilation(
            .init(registry: registry, dialect: dialect, formats: .annotate, direction: .none, customFormats: [:]))
        _ = compilation.document(at: "")
        let found = compilation.resolve("#", from: 0)
        let root = try #require(found)
        let node = compilation.node(at: root.place, root.json)
        compilation.compilePending()
        let schema = CompiledSchema(program: SchemaProgram(compilation.frozenTables()), node: node)
        #expect(schema.isValid(try JSON(parsing: #"[2, "x", 4]"#)))
        let violations = schema.violations(in: try JSON(parsing: "[2, 3]"), atMost: 5)
        #expect(violations.map { "\($0.instance) \($0.schema) \($0.message)" } == ["/1 #/items/x-even must be even"])
    }
}

extension Keyword {
    fileprivate static let even = Keyword("x-even", .validation) { compilation, draft, value in
        guard compilation.boolean(value, "x-even", in: draft) == true else { return }
        let assertion = Assertion(kinds: .integer, message: "must be even") { $0.int?.isMultiple(of: 2) ?? true }
        compilation.append(assertion, at: value, "x-even", in: &draft)
    }
}
