import JSONCore
import JSONSchema
import OpenAPIModel

@testable import SpecRouter

/// A description with one operation, `GET /`, and what mocks it.
struct MockFixture {
    let plan: MockPlan
    let schemas: [Place: CompiledSchema]

    struct Unusable: Error {
        var reasons: [String]
    }

    /// - Parameters:
    ///   - responses: the Responses Object, as JSON.
    ///   - components: the schemas, as JSON.
    init(responses: String, components: String = "{}", version: String = "3.1.0") throws {
        let text = """
            {"openapi": "\(version)", "info": {"title": "T", "version": "1"},
             "paths": {"/": {"get": {"responses": \(responses)}}}, "components": {"schemas": \(components)}}
            """
        let loaded = DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "file:///secret/place/api.json", name: "api.json"
        ) { _ in [] }
        guard let document = loaded.document, let operation = document.operations.first else {
            throw Unusable(reasons: loaded.diagnostics.map(\.message))
        }
        schemas = try Self.compile(operation, document)
        plan = MockPlan(operation: operation, document: document) { [schemas] in schemas[$0] }
    }

    /// One response, 200 in JSON, with this schema.
    init(schema: String, components: String = "{}", version: String = "3.1.0") throws {
        try self.init(
            responses: #"{"200": {"description": "", "content": {"application/json": {"schema": \#(schema)}}}}"#,
            components: components, version: version)
    }

    private static func compile(_ operation: Operation, _ document: OpenAPIDocument) throws -> [Place: CompiledSchema] {
        var compiler = SchemaCompiler(
            registry: document.schemaRegistry(),
            options: .init(dialect: document.schemaDialect, formats: .assert, direction: .response))
        let places = operation.responses.flatMap { $0.response.content.compactMap(\.schema) }
        let entries = try places.map { ($0, try compiler.compile(document.schemaLocation(of: $0))) }
        let program = compiler.finish()
        return Dictionary(entries.map { ($0, program.schema($1)) }) { $1 }
    }

    /// The body, after a status that is not 200 and a media type that is not JSON; else the problem's detail.
    func answer(_ preference: MockPreference = MockPreference(), accept: String = "*/*") -> String {
        do throws(Problem) {
            let draft = try plan.draft(preference, accept: AcceptHeader([accept]))
            var parts = draft.status == 200 ? [] : [String(draft.status)]
            if let (type, value) = draft.body {
                if type != "application/json" { parts.append(type) }
                switch value {
                case .json(let json): parts.append(json.serialized())
                case .bytes(let bytes): parts.append(String(decoding: bytes, as: UTF8.self))
                }
            }
            return parts.joined(separator: " ")
        } catch {
            return error.kind == .mockUnavailable ? error.detail : "\(error)"
        }
    }
}
