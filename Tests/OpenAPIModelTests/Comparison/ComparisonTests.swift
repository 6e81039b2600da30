import OpenAPIModel
import Testing

@Suite("Two revisions of a description")
struct ComparisonTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// The operation's fields in either revision.
        var old: String
        var new: String
        /// As rendered, without places.
        var expected: [String]

        var testDescription: String { name }
    }

    private static let done = "responses: { '200': { description: D } }"
    private static func query(_ fields: String) -> String { "parameters: [{ name: q, in: query, \(fields) }], \(done)" }
    private static func body(_ schema: String, required: Bool = true) -> String {
        "requestBody: { required: \(required), content: { application/json: { schema: \(schema) } } }, \(done)"
    }
    private static func answer(_ schema: String) -> String {
        "responses: { '200': { description: D, content: { application/json: { schema: \(schema) } } } }"
    }

    static let cases: [Case] = [
        Case(name: "the same", old: done, new: done, expected: []),
        Case(
            name: "an optional parameter", old: done, new: query("schema: {}"),
            expected: ["  added: the query parameter \"q\"."]),
        Case(
            name: "a required parameter", old: done, new: query("required: true, schema: {}"),
            expected: ["! added: the required query parameter \"q\"."]),
        Case(
            name: "a parameter less", old: query("schema: {}"), new: done,
            expected: ["! removed: the query parameter \"q\"."]),
        Case(
            name: "a parameter that is required", old: query("schema: {}"), new: query("required: true, schema: {}"),
            expected: ["! tightened: the query parameter \"q\" is required now."]),
        Case(
            name: "another style", old: query("schema: {}"), new: query("explode: false, schema: {}"),
            expected: ["! changed: the query parameter \"q\" is written otherwise."]),
        Case(
            name: "bounds", old: query("schema: { type: integer, minimum: 1, maximum: 5 }"),
            new: query("schema: { type: integer, minimum: 2, maximum: 9 }"),
            expected: [
                "! tightened: the query parameter \"q\": \"minimum\" went from 1 to 2.",
                "  loosened: the query parameter \"q\": \"maximum\" went from 5 to 9.",
            ]),
        Case(
            name: "types", old: body("{ type: integer }"), new: body("{ type: number }"),
            expected: ["  loosened: the body as application/json: \"type\" went from integer to number."]),
        Case(
            name: "types of answers", old: answer("{ type: integer }"), new: answer("{ type: number }"),
            expected: [
                "! loosened: the response 200 as application/json: \"type\" went from integer to number."
            ]),
        Case(
            name: "values", old: body("{ enum: [a, b] }"), new: body("{ enum: [b, c] }"),
            expected: [
                "! tightened: the body as application/json: \"a\" is no longer among its values.",
                "  loosened: the body as application/json: \"c\" is among its values now.",
            ]),
        Case(
            name: "required properties, deep inside",
            old: body("{ properties: { a: { items: { properties: { b: {} } } } } }"),
            new: body("{ properties: { a: { items: { required: [b], properties: { b: {} } } } } }"),
            expected: ["! tightened: the body as application/json at /a/*/b: is required now."]),
        Case(
            name: "a property of an answer less", old: answer("{ properties: { a: {}, b: {} } }"),
            new: answer("{ properties: { a: {} } }"),
            expected: ["! removed: the response 200 as application/json at /b: the property is gone."]),
        Case(
            name: "a closed object", old: body("{ type: object }"),
            new: body("{ type: object, additionalProperties: false }"),
            expected: ["! tightened: the body as application/json: \"additionalProperties\" allows less."]),
        Case(
            name: "a choice more", old: body("{ oneOf: [{ type: string }] }"),
            new: body("{ oneOf: [{ type: string }, { type: integer }] }"),
            expected: ["  loosened: the body as application/json: \"oneOf\" went from 1 to 2 schemas."]),
        Case(
            name: "a rule more", old: body("{ allOf: [{ type: string }] }"),
            new: body("{ allOf: [{ type: string }, { minLength: 1 }] }"),
            expected: ["! tightened: the body as application/json: \"allOf\" went from 1 to 2 schemas."]),
        Case(
            name: "a pattern", old: body("{ pattern: a }"), new: body("{ pattern: b }"),
            expected: ["! changed: the body as application/json: \"pattern\" went from \"a\" to \"b\"."]),
        Case(
            name: "a body that is required", old: body("{}", required: false), new: body("{}"),
            expected: ["! tightened: the body is required now."]),
        Case(
            name: "another media type", old: body("{}"),
            new: "requestBody: { required: true, content: { text/plain: {} } }, \(done)",
            expected: ["  added: the body as text/plain.", "! removed: the body as application/json."]),
        Case(
            name: "another success", old: done, new: "responses: { '201': { description: D } }",
            expected: ["  added: the response 201.", "! removed: the response 200."]),
        Case(
            name: "a scheme", old: done, new: "security: [{ key: [] }], \(done)",
            expected: ["! tightened: it asks for other credentials."]),
        Case(
            name: "another way in", old: "security: [{ key: [] }], \(done)",
            new: "security: [{ key: [] }, {}], \(done)",
            expected: ["  loosened: who was let in is let in, and others may be."]),
        Case(
            name: "a header that may be missing",
            old: "responses: { '200': { description: D, headers: { X-A: { required: true, schema: {} } } } }",
            new: "responses: { '200': { description: D, headers: { X-A: { schema: {} } } } }",
            expected: ["! loosened: the header \"X-A\" of the response 200 may be missing now."]),
        Case(
            name: "another node", old: "x-entry-node-id: a, \(done)", new: "x-entry-node-id: b, \(done)",
            expected: ["  changed: \"x-entry-node-id\"."]),
        Case(
            name: "a warning", old: done, new: "deprecated: true, \(done)", expected: ["  changed: it is deprecated."]),
    ]

    private func document(_ paths: String) throws -> OpenAPIDocument {
        let schemes = "components: { securitySchemes: { key: { type: apiKey, in: header, name: K } } }"
        let loaded = load("openapi: 3.1.0\ninfo: { title: A, version: '1' }\n\(schemes)\n\(paths)")
        #expect(loaded.diagnostics == [])
        return try #require(loaded.document)
    }

    @Test(arguments: cases)
    func `are told apart`(example: Case) throws {
        let old = try document("paths: { /a: { post: { \(example.old) } } }")
        let new = try document("paths: { /a: { post: { \(example.new) } } }")
        let comparison = DescriptionComparison(from: old, to: new)
        let lines = comparison.changes.map { "\($0.isBreaking ? "!" : " ") \($0.kind.rawValue): \($0.message)" }
        #expect(lines == example.expected)
        #expect(comparison.changes.allSatisfy { $0.operation == "POST /a" })
    }

    @Test func `have operations that came and went, whatever their parameters are called`() throws {
        let old = try document(
            """
            paths:
              /a/{id}: { parameters: [{ name: id, in: path, required: true, schema: {} }], get: { \(Self.done) } }
              /b: { get: { \(Self.done) } }
            """)
        let new = try document(
            """
            paths:
              /a/{key}: { parameters: [{ name: key, in: path, required: true, schema: { type: integer } }], get: { \(Self.done) } }
              /c: { get: { \(Self.done) } }
            """)
        let text = DescriptionComparison(from: old, to: new).rendered()
        #expect(
            text == """
                GET /a/{key}
                  ! tightened: the path parameter "key": "type" went from any to integer. (openapi.yaml:5:75)
                GET /c
                    added: the operation. (openapi.yaml:6:14)
                GET /b
                  ! removed: the operation. (openapi.yaml:6:14)
                """)
    }

    @Test func `may have schemas that contain themselves`() throws {
        let schema = "properties: { next: { $ref: '#/components/schemas/Node' } }"
        func recursive(_ extra: String) throws -> OpenAPIDocument {
            let loaded = load(
                """
                openapi: 3.1.0
                info: { title: A, version: '1' }
                paths: { /a: { post: { \(Self.body("{ $ref: '#/components/schemas/Node' }")) } } }
                components: { schemas: { Node: { \(extra) \(schema) } } }
                """)
            return try #require(loaded.document)
        }
        let comparison = DescriptionComparison(from: try recursive(""), to: try recursive("minProperties: 1,"))
        #expect(comparison.changes.map(\.kind) == [.tightened])
    }
}
