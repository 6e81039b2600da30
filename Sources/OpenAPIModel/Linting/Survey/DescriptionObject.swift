/// What stands at a place of a description, and where others stand within it: all versions of OpenAPI together.
enum DescriptionObject: Int, CaseIterable {
    case paths, pathItem, operation, parameter, requestBody, mediaType, encoding, response, header, callback
    case example, link, schema

    enum Shape {
        case one
        case list
        /// The members of an object, without the specification's extensions.
        case map
    }

    struct Field {
        let name: String
        let shape: Shape
        let kind: DescriptionObject

        init(_ name: String, _ shape: Shape, _ kind: DescriptionObject) {
            self.name = name
            self.shape = shape
            self.kind = kind
        }
    }

    /// Those of a schema are in `SchemaKeywords`. The members of `paths` and of a callback are path items.
    var fields: [Field] { Self.table[rawValue] }

    private static let table = allCases.map(\.listedFields)

    private static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    private static let described = [
        Field("schema", .one, .schema), Field("content", .map, .mediaType), Field("examples", .map, .example),
    ]

    private static let encodings = [
        Field("encoding", .map, .encoding), Field("prefixEncoding", .list, .encoding),
        Field("itemEncoding", .one, .encoding),
    ]

    private var listedFields: [Field] {
        switch self {
        case .paths, .callback, .example, .link, .schema: []
        case .pathItem:
            Self.methods.map { Field($0, .one, .operation) } + [
                Field("additionalOperations", .map, .operation), Field("parameters", .list, .parameter),
            ]
        case .operation:
            [
                Field("parameters", .list, .parameter), Field("requestBody", .one, .requestBody),
                Field("responses", .map, .response), Field("callbacks", .map, .callback),
            ]
        case .parameter, .header: Self.described
        case .requestBody: [Field("content", .map, .mediaType)]
        case .mediaType:
            [
                Field("schema", .one, .schema), Field("itemSchema", .one, .schema), Field("examples", .map, .example),
            ] + Self.encodings
        case .encoding: [Field("headers", .map, .header)] + Self.encodings
        case .response:
            [
                Field("headers", .map, .header), Field("content", .map, .mediaType), Field("links", .map, .link),
                Field("schema", .one, .schema),
            ]
        }
    }
}

/// What a survey does with a schema's keywords.
struct SchemaKeywords {
    /// Where subschemas are; nil for other keywords.
    var shape: SubschemaKeywords.Shape?
    /// Whether rules ask for the schemas that have it.
    var isListed: Bool

    static let roles: [String: SchemaKeywords] = {
        var roles = SubschemaKeywords.shapes.mapValues { SchemaKeywords(shape: $0, isListed: false) }
        for name in listed { roles[name, default: SchemaKeywords(isListed: true)].isListed = true }
        return roles
    }()

    private static let listed = [
        "allOf", "default", "enum", "example", "examples", "exclusiveMaximum", "exclusiveMinimum", "format", "nullable",
        "pattern", "patternProperties", "required",
    ]
}
