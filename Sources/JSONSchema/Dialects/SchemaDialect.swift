/// The rules by which a schema is read, where its own `$schema` does not say.
public enum SchemaDialect: String, Sendable, Hashable, CaseIterable {
    case draft4
    case draft6
    case draft7
    case draft201909 = "draft2019-09"
    case draft202012 = "draft2020-12"
    case openAPI20 = "openapi-2.0"
    case openAPI30 = "openapi-3.0"
    case openAPI31 = "openapi-3.1"
    case openAPI32 = "openapi-3.2"

    /// The dialect that a `$schema` or `jsonSchemaDialect` names; nil when it is none of those that are built in.
    ///
    /// An empty fragment does not count, nor whether a draft is named by `http` or `https`. OpenAPI dates its dialects: every
    /// date of a minor version names the same one, and so does `base`.
    public init?(uri: String) {
        let reference = URIReference(uri)
        let text = reference.normalized
        guard reference.fragment ?? "" == "", let dialect = Self.allCases.first(where: { $0.isNamed(text) }) else {
            return nil
        }
        self = dialect
    }

    /// The URI that names the dialect.
    public var uri: String {
        switch self {
        case .draft4: "http://json-schema.org/draft-04/schema#"
        case .draft6: "http://json-schema.org/draft-06/schema#"
        case .draft7: "http://json-schema.org/draft-07/schema#"
        case .draft201909: "https://json-schema.org/draft/2019-09/schema"
        case .draft202012: "https://json-schema.org/draft/2020-12/schema"
        case .openAPI20: "https://spec.openapis.org/oas/2.0/schema"
        case .openAPI30: "https://spec.openapis.org/oas/3.0/schema"
        case .openAPI31: "https://spec.openapis.org/oas/3.1/dialect/base"
        case .openAPI32: "https://spec.openapis.org/oas/3.2/dialect/2025-09-17"
        }
    }

    private func isNamed(_ uri: String) -> Bool {
        switch self {
        case .draft4, .draft6, .draft7, .draft201909, .draft202012:
            Self.afterScheme(uri) == Self.afterScheme(URIReference(self.uri).withoutFragment)
        case .openAPI20, .openAPI30: uri == self.uri || uri.hasPrefix(self.uri + "/")
        case .openAPI31: uri.hasPrefix("https://spec.openapis.org/oas/3.1/dialect/")
        case .openAPI32: uri.hasPrefix("https://spec.openapis.org/oas/3.2/dialect/")
        }
    }

    private static func afterScheme(_ uri: String) -> Substring? {
        guard uri.hasPrefix("http://") || uri.hasPrefix("https://") else { return nil }
        return uri.split(separator: ":", maxSplits: 1).last
    }
}
