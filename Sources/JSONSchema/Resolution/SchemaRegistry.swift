public import JSONCore

/// The documents that references may reach, by URI. The metaschemas of every draft are built in.
///
/// URIs are compared by RFC 3986, section 6.2.2 and 6.2.3: `HTTP://Example.com:80` is `http://example.com/`. Nothing is ever
/// fetched but by the closure that the registry was made with.
public struct SchemaRegistry: Sendable {
    struct Document: Sendable {
        var json: JSON
        /// As it was given, without a fragment.
        var uri: String
        var dialect: SchemaDialect?
    }

    /// By normalized URI.
    private(set) var documents: [String: Document] = [:]
    private let load: @Sendable (_ uri: String) -> JSON?

    /// A registry that asks for the documents that it does not have.
    ///
    /// `load` is called while schemas compile, with a normalized URI without a fragment (relative where the schemas have no
    /// absolute one); nil means that there is no such document, and references to it are refused.
    public init(loading load: @escaping @Sendable (_ uri: String) -> JSON?) {
        self.load = load
    }

    public init(_ documents: [String: JSON] = [:]) {
        self.init { _ in nil }
        for (uri, document) in documents { add(document, uri: uri) }
    }

    /// Adds a document, or replaces the one of the same URI; a fragment of the URI does not count. The document's own
    /// `$schema` comes before `dialect`, and that before the dialect of the compiler's options.
    public mutating func add(_ document: JSON, uri: String, dialect: SchemaDialect? = nil) {
        let reference = URIReference(uri)
        documents[reference.normalized] = Document(json: document, uri: reference.withoutFragment, dialect: dialect)
    }

    /// The document at a normalized URI.
    func document(at uri: String) -> Document? {
        if let known = documents[uri] { return known }
        guard let json = Metaschemas.documents[uri] ?? load(uri) else { return nil }
        return Document(json: json, uri: uri, dialect: nil)
    }
}
