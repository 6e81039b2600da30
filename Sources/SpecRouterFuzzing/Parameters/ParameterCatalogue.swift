import JSONCore
import OpenAPIModel
package import SpecRouter

/// Every way to write a parameter, with schemas that tell them apart.
package enum ParameterCatalogue {
    package struct Entry: Sendable {
        /// Location, style and explode, or location and media type.
        package let way: String
        /// JSON text.
        package let schema: String
        package let codec: ParameterCodec
    }

    /// In an order that does not change.
    package static let entries: [Entry] =
        read(ways, version: #""openapi": "3.2.0""#) + read(swaggerWays, version: swagger)

    /// What a text is made of for each: the part of a request that its bytes are.
    package static func text(_ entry: Entry, _ bytes: [UInt8]) -> ParameterText {
        switch entry.way.prefix(4) {
        case "path": .path(bytes)
        case "head": .header(String(decoding: bytes, as: UTF8.self))
        case "cook": .cookie(String(decoding: bytes, as: UTF8.self))
        default: .query(bytes)
        }
    }

    private static let swagger = #""swagger": "2.0""#

    /// A way and the members of a Parameter Object beside its schema.
    private struct Way {
        let name: String
        let location: String
        let members: String
        let placing: Placing

        /// Where the schema stands.
        enum Placing { case schema, content(String), beside }
    }

    private static let ways: [Way] = styled + documents

    private static let styled: [Way] =
        [
            ("path", "simple", [false, true]), ("path", "label", [false, true]), ("path", "matrix", [false, true]),
            ("query", "form", [false, true]), ("query", "spaceDelimited", [false]), ("query", "pipeDelimited", [false]),
            ("query", "deepObject", [true]), ("header", "simple", [false, true]), ("cookie", "form", [false, true]),
            ("cookie", "cookie", [false, true]),
        ].flatMap { location, style, explodes in
            explodes.map { explode in
                Way(
                    name: "\(location) \(style)\(explode ? " exploded" : "")", location: location,
                    members: #", "style": "\#(style)", "explode": \#(explode)"#, placing: .schema)
            }
        } + [
            Way(
                name: "query form allowing the empty value", location: "query", members: #", "allowEmptyValue": true"#,
                placing: .schema)
        ]

    private static let documents: [Way] = ["path", "query", "header", "cookie", "querystring"].flatMap { location in
        ["application/json", "application/x-www-form-urlencoded", "text/plain"].map { type in
            Way(name: "\(location) as \(type)", location: location, members: "", placing: .content(type))
        }
    }

    private static let swaggerWays: [Way] =
        [
            ("path", ["csv", "ssv", "tsv", "pipes"]), ("query", ["csv", "ssv", "tsv", "pipes", "multi"]),
            ("header", ["csv", "ssv", "tsv", "pipes"]),
        ].flatMap { location, formats in
            formats.map { format in
                Way(
                    name: "\(location) \(format)", location: location, members: #", "collectionFormat": "\#(format)""#,
                    placing: .beside)
            }
        }

    private static func read(_ ways: [Way], version: String) -> [Entry] {
        let cases = ways.flatMap { way in schemas(for: way).map { (way: way, schema: $0) } }
        let paths = cases.enumerated().map { number, one in
            let path = one.way.location == "path" ? "/\(number)/{p}" : "/\(number)"
            return #""\#(path)": {"get": {"parameters": [\#(parameter(one.way, one.schema))], "responses": {}}}"#
        }
        let text = """
            {\(version), "info": {"title": "t", "version": "1"}, "paths": {\(paths.joined(separator: ",\n"))},
             "components": {"schemas": {"Tree": \(ParameterSchemas.tree)}}}
            """
        let loaded = DescriptionLoader.load(bytes: Array(text.utf8), uri: "file:///catalogue.json", name: "catalogue") {
            _ in []
        }
        guard let document = loaded.document, document.operations.count == cases.count else { return [] }
        return zip(cases, document.operations).compactMap { one, operation in
            operation.parameters.first.map {
                Entry(way: one.way.name, schema: one.schema, codec: ParameterCodec($0, document: document))
            }
        }
    }

    private static func schemas(for way: Way) -> [String] {
        switch way.placing {
        case .schema, .content: ParameterSchemas.all
        case .beside: ParameterSchemas.swagger
        }
    }

    private static func parameter(_ way: Way, _ schema: String) -> String {
        let value =
            switch way.placing {
            case .schema: #""schema": \#(schema)"#
            case .content(let type): #""content": {"\#(type)": {"schema": \#(schema)}}"#
            case .beside: String(schema.dropFirst().dropLast())
            }
        return #"{"name": "p", "in": "\#(way.location)", "required": true\#(way.members), \#(value)}"#
    }
}

/// Schemas whose values are written differently, as JSON text.
enum ParameterSchemas {
    static let all = [
        #"{}"#, #"{"type": "string"}"#, #"{"type": "integer"}"#, #"{"type": "number"}"#, #"{"type": "boolean"}"#,
        #"{"type": ["integer", "null"]}"#, #"{"type": ["string", "null", "boolean"]}"#, strings, integers,
        #"{"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": {"type": "boolean"}}"#,
        color, free, lists, rows,
        #"{"anyOf": [{"type": "integer"}, \#(color)]}"#, #"{"oneOf": [{"type": "integer"}, \#(integers)]}"#,
        #"{"oneOf": [{"type": "string"}, \#(strings)]}"#, #"{"anyOf": [\#(strings), \#(free)]}"#,
        #"{"allOf": [\#(color), {"type": "object", "properties": {"p": {"type": "boolean"}}}]}"#,
        ##"{"$ref": "#/components/schemas/Tree"}"##,
    ]

    /// Of Swagger 2.0, where a parameter is its own schema.
    static let swagger = [#"{"type": "string"}"#, #"{"type": "integer"}"#, strings, integers]

    static let tree = """
        {"type": "object", "properties": {"name": {"type": "string"}, "size": {"type": "integer"},
         "next": {"$ref": "#/components/schemas/Tree"},
         "list": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}}
        """

    private static let strings = #"{"type": "array", "items": {"type": "string"}}"#
    private static let integers = #"{"type": "array", "items": {"type": "integer"}}"#
    private static let color =
        #"{"type": "object", "properties": {"R": {"type": "integer"}, "G": {"type": "string"}, "B b": {"type": "boolean"}}}"#
    private static let free = #"{"type": "object", "additionalProperties": {"type": "integer"}}"#
    private static let lists = #"{"type": "object", "properties": {"a": \#(strings), "b": \#(integers)}}"#
    private static let rows =
        #"{"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}"#
}
