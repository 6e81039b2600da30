public import JSONCore

/// The documents that references may reach, by URI. The metaschemas of every draft are built in.
public struct SchemaRegistry: Sendable {
    struct Document: Sendable {
        var json: JSON
        var dialect: SchemaDialect?
    }

    private(set) var documents: [String: Document] = [:]

    public init() {}

    /// Adds a document, or replaces the one of the same URI; a fragment of the URI does not count. The document's own
    /// `$schema` comes before `dialect`, and that before the dialect of the compiler's options.
    public mutating func add(_ document: JSON, uri: String, dialect: SchemaDialect? = nil) {
        documents[URIReference(uri).withoutFragment] = Document(json: document, dialect: dialect)
    }

    func document(at uri: String) -> Document? {
        documents[uri] ?? Metaschemas.documents[uri].map { Document(json: $0, dialect: nil) }
    }
}
