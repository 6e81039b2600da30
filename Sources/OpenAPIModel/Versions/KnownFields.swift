/// Which fields the specification gives each object, so that spelling mistakes are found. Later versions of OpenAPI 3 add to
/// earlier ones.
enum KnownFields: CaseIterable {
    case root, components, pathItem, operation, parameter, requestBody, mediaType, encoding, response, header
    case server, serverVariable, securityScheme, example, link, tag

    func names(in family: OpenAPIVersion.Family) -> Set<String> {
        if family == .v20 { return Set(Self.swagger20[self] ?? []) }
        var names = Set(Self.openAPI30[self] ?? [])
        if family >= .v31 { names.formUnion(Self.addedIn31[self] ?? []) }
        if family >= .v32 { names.formUnion(Self.addedIn32[self] ?? []) }
        return names
    }

    private static let description = [
        "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved", "schema",
        "example", "examples", "content",
    ]

    private static let schemaOfSwagger = [
        "description", "type", "format", "items", "collectionFormat", "default", "maximum", "exclusiveMaximum",
        "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems",
        "enum", "multipleOf",
    ]

    private static let swagger20: [KnownFields: [String]] = [
        .root: [
            "swagger", "info", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions",
            "parameters", "responses", "securityDefinitions", "security", "tags", "externalDocs",
        ],
        .tag: ["name", "description", "externalDocs"],
        .pathItem: ["$ref", "get", "put", "post", "delete", "options", "head", "patch", "parameters"],
        .operation: [
            "$ref", "tags", "summary", "description", "externalDocs", "operationId", "consumes", "produces",
            "parameters", "responses", "schemes", "deprecated", "security",
        ],
        .parameter: ["name", "in", "required", "schema", "allowEmptyValue"] + schemaOfSwagger,
        .response: ["description", "schema", "headers", "examples"],
        .header: schemaOfSwagger,
        .securityScheme: [
            "type", "description", "name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes",
        ],
    ]

    private static let openAPI30: [KnownFields: [String]] = [
        .root: ["openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs"],
        .components: [
            "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
            "callbacks",
        ],
        .pathItem: [
            "$ref", "summary", "description", "servers", "parameters", "get", "put", "post", "delete", "options",
            "head", "patch", "trace",
        ],
        .operation: [
            "$ref", "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody",
            "responses", "callbacks", "deprecated", "security", "servers",
        ],
        .parameter: ["name", "in"] + description,
        .requestBody: ["description", "content", "required"],
        .mediaType: ["schema", "example", "examples", "encoding"],
        .encoding: ["contentType", "headers", "style", "explode", "allowReserved"],
        .response: ["description", "headers", "content", "links"],
        .header: description,
        .server: ["url", "description", "variables"],
        .serverVariable: ["enum", "default", "description"],
        .securityScheme: [
            "type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl",
        ],
        .example: ["summary", "description", "value", "externalValue"],
        .link: ["operationRef", "operationId", "parameters", "requestBody", "description", "server"],
        .tag: ["name", "description", "externalDocs"],
    ]

    private static let addedIn31: [KnownFields: [String]] = [
        .root: ["jsonSchemaDialect", "webhooks"],
        .components: ["pathItems"],
    ]

    private static let addedIn32: [KnownFields: [String]] = [
        .root: ["$self"],
        .components: ["mediaTypes"],
        .pathItem: ["query", "additionalOperations"],
        .mediaType: ["description", "itemSchema", "prefixEncoding", "itemEncoding"],
        .encoding: ["encoding", "prefixEncoding", "itemEncoding"],
        .response: ["summary"],
        .server: ["name"],
        .securityScheme: ["deprecated", "oauth2MetadataUrl"],
        .example: ["dataValue", "serializedValue"],
        .tag: ["summary", "parent", "kind"],
    ]
}
