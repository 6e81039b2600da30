import JSONCore
import OpenAPIModel

@testable import SpecRouter

/// An operation with the given parameters, and what it makes of requests.
struct ParameterExample {
    let decoder: ParameterDecoder
    let diagnostics: [Diagnostic]
    let document: OpenAPIDocument
    private let table: RouteTable

    struct Unreadable: Error { let diagnostics: [Diagnostic] }

    /// - Parameters:
    ///   - parameters: Parameter Objects as JSON, separated by commas.
    ///   - schemas: the members of `components.schemas`.
    init(
        _ parameters: String, template: String = "/x", schemas: String = "", version: String = "3.1.0",
        credentials: Set<String> = []
    ) throws {
        let description = """
            {"openapi": "\(version)", "info": {"title": "t", "version": "1"},
             "paths": {"\(template)": {"get": {"parameters": [\(parameters)], "responses": {"200": {"description": ""}}}}},
             "components": {"schemas": {\(schemas)}}}
            """
        document = try Self.load(description)
        var builder = RouteTableBuilder()
        builder.insert(try PathTemplate(template), method: "GET", operation: 0)
        table = builder.freeze().0
        var diagnostics: [Diagnostic] = []
        decoder = ParameterDecoder(
            parameters: document.operations.first?.parameters ?? [], template: template, shapes: SchemaShapes(document),
            credentials: credentials, diagnostics: &diagnostics)
        self.diagnostics = diagnostics
    }

    static func load(_ description: String) throws -> OpenAPIDocument {
        let loaded = DescriptionLoader.load(bytes: Array(description.utf8), uri: "file:///d.json", name: "d.json") {
            _ in
            throw Unreadable(diagnostics: [])
        }
        guard let document = loaded.document else { throw Unreadable(diagnostics: loaded.diagnostics) }
        return document
    }

    struct Result {
        let tape: JSON
        let decoded: DecodedParameters
        let unknownQueryNames: [String]

        /// The value of the only parameter as JSON text, `-` when it is absent, or the faults: `!duplicate /0`.
        var text: String {
            guard decoded.faults.isEmpty else {
                return decoded.faults.map { "!\($0.kind.rawValue)" + ($0.pointer.isEmpty ? "" : " \($0.pointer)") }
                    .joined(separator: " ")
            }
            let values = tape.members.flatMap { $0.value.members.map { $0.value.serialized() } }
            return values.isEmpty ? "-" : values.joined(separator: " ")
        }
    }

    func decode(path: String = "/x", query: String = "", fields: [HeaderField] = []) -> Result {
        decode(path: path, query: Array(query.utf8), fields: fields)
    }

    func decode(path: String = "/x", query: [UInt8], fields: [HeaderField] = []) -> Result {
        let path = Array(path.utf8)
        var (values, decoded) = (TapeBuilder().finish(), DecodedParameters())
        if case .found(let hit) = table.match(path: path.span, query: query.span, method: "GET") {
            (values, decoded) = decoder.decode(hit: hit, path: path.span, query: query.span, fields: fields)
        }
        return Result(
            tape: values, decoded: decoded, unknownQueryNames: decoded.unknownNames(in: query.span))
    }
}

/// One row of a style's table.
struct StyleCase: Sendable, CustomStringConvertible {
    let schema: String
    let explode: Bool
    let text: String
    let expected: String

    init(_ schema: String, explode: Bool, _ text: String, _ expected: String) {
        self.schema = schema
        self.explode = explode
        self.text = text
        self.expected = expected
    }

    var description: String { "\(schema) explode \(explode): \(text)" }
}

/// Schemas that the tables use.
enum Schemas {
    static let any = "{}"
    static let string = #"{"type": "string"}"#
    static let integer = #"{"type": "integer"}"#
    static let boolean = #"{"type": "boolean"}"#
    static let nullable = #"{"type": ["integer", "null"]}"#
    static let strings = #"{"type": "array", "items": {"type": "string"}}"#
    static let integers = #"{"type": "array", "items": {"type": "integer"}}"#
    static let pair =
        #"{"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": {"type": "boolean"}}"#
    static let color = #"{"type": "object", "properties": {"R": {"type": "integer"}, "G": {"type": "string"}}}"#
    static let rows = #"{"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}"#
    static let free = #"{"type": "object", "additionalProperties": {"type": "integer"}}"#
    static let integerOrColor = #"{"anyOf": [{"type": "integer"}, \#(color)]}"#
    static let integerOrIntegers = #"{"oneOf": [{"type": "integer"}, \#(integers)]}"#
    static let stringOrStrings = #"{"oneOf": [{"type": "string"}, \#(strings)]}"#
}
