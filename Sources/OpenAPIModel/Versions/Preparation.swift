import JSONCore
import JSONSchema

/// Decides by which rules a document is read, before anything else of it is.
struct Preparation {
    private let source: SourceDocument
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: SourceDocument) {
        self.source = source
    }

    mutating func checkVersion() throws(DiagnosticError) -> OpenAPIVersion {
        let root = source.root
        guard root.kind == .object, let field = root["openapi"] ?? root["swagger"] else {
            throw failure(
                .notOpenAPI, "The document is not an OpenAPI description: it has no field \"openapi\".",
                "It must start with a line such as \"openapi: 3.1.0\".", at: root)
        }
        guard let version = source.version else {
            throw failure(
                .unsupportedVersion, "The version of OpenAPI is not one that can be read.",
                "Versions 2.0, 3.0 and 3.1 can.", at: field)
        }
        if version.family == .v32 {
            diagnostics.append(
                diagnostic(
                    .warning, .unsupportedVersion,
                    "OpenAPI \(version) is not fully supported yet; it is read as 3.1.",
                    "What is new in that version has no effect.", at: field))
        }
        return version
    }

    /// The dialect of schemas that do not name their own.
    mutating func dialect(_ version: OpenAPIVersion) -> SchemaDialect {
        guard version.family > .v30 else { return .openAPI30 }
        guard let field = source.root["jsonSchemaDialect"], let uri = field.string else { return .openAPI31 }
        guard let dialect = SchemaDialect(uri: uri) else {
            diagnostics.append(
                diagnostic(
                    .warning, .unknownDialect,
                    "The schema dialect is not known; the dialect of OpenAPI 3.1 is used.", nil, at: field))
            return .openAPI31
        }
        return dialect
    }

    private func failure(
        _ code: Diagnostic.Code, _ message: String, _ hint: String, at json: JSON
    ) -> DiagnosticError {
        DiagnosticError([diagnostic(.error, code, message, hint, at: json)])
    }

    private func diagnostic(
        _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ message: String, _ hint: String?, at json: JSON
    ) -> Diagnostic {
        Diagnostic(
            severity, code, message, hint: hint, location: source.location(of: json.index), pointer: json.pointer)
    }
}
