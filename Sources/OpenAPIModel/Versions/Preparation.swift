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
                "Versions 2.0, 3.0, 3.1 and 3.2 can.", at: field)
        }
        if version.isLaterThanKnown {
            diagnostics.append(
                diagnostic(
                    .warning, .unsupportedVersion,
                    "OpenAPI \(version) is not known yet; it is read as 3.2.",
                    "What is new in that version has no effect.", at: field))
        }
        return version
    }

    /// The dialect of schemas that do not name their own.
    mutating func dialect(_ version: OpenAPIVersion) -> SchemaDialect {
        let usual = Self.usualDialect(of: version.family)
        guard version.family > .v30, let field = source.root["jsonSchemaDialect"], let uri = field.string else {
            return usual
        }
        guard let dialect = SchemaDialect(uri: uri) else {
            diagnostics.append(
                diagnostic(
                    .warning, .unknownDialect,
                    "The schema dialect is not known; that of OpenAPI \(version) is used.",
                    "Leave it out, or name a dialect of JSON Schema (draft 4 to 2020-12) or of OpenAPI.", at: field))
            return usual
        }
        return dialect
    }

    private static func usualDialect(of family: OpenAPIVersion.Family) -> SchemaDialect {
        switch family {
        case .v20: .openAPI20
        case .v30: .openAPI30
        case .v31: .openAPI31
        case .v32: .openAPI32
        }
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
            severity, code, message, hint: hint, location: source.location(of: json.index),
            pointer: source.pointer(of: json.index))
    }
}
