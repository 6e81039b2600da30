/// The rules by which a schema is read, where its own `$schema` does not say.
public enum SchemaDialect: String, Sendable, Hashable, CaseIterable {
    case draft4
    case draft6
    case draft7
    case draft201909 = "draft2019-09"
    case draft202012 = "draft2020-12"
    case openAPI30 = "openapi-3.0"
    case openAPI31 = "openapi-3.1"

    /// The dialect that a `$schema` or `jsonSchemaDialect` names; nil when it is none of those that are built in.
    public init?(uri: String) {
        let text = uri.hasSuffix("#") ? String(uri.dropLast()) : uri
        switch text {
        case "http://json-schema.org/draft-04/schema", "https://json-schema.org/draft-04/schema": self = .draft4
        case "http://json-schema.org/draft-06/schema", "https://json-schema.org/draft-06/schema": self = .draft6
        case "http://json-schema.org/draft-07/schema", "https://json-schema.org/draft-07/schema": self = .draft7
        case "https://json-schema.org/draft/2019-09/schema", "http://json-schema.org/draft/2019-09/schema":
            self = .draft201909
        case "https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft/2020-12/schema":
            self = .draft202012
        default:
            guard text.hasPrefix("https://spec.openapis.org/oas/3.1/dialect/") else { return nil }
            self = .openAPI31
        }
    }
}
