import JSONCore

/// An entry of a document's tape: a schema, before it is compiled.
struct Place: Sendable, Hashable {
    var document: Int32
    var index: Int32
}

/// What a reference leads to.
struct Target {
    var place: Place
    var json: JSON
    var resource: Int32
}

/// A schema with a URI of its own: a document, or a subschema with an identifier. JSON Schema 2020-12, section 4.3.5.
struct Resource: Sendable {
    var document: Int32
    var root: JSON
    var uri: URIReference {
        didSet { key = uri.normalized }
    }
    /// The normalized URI.
    private(set) var key: String
    var dialect: Dialect
    /// Indices by name; those of `$dynamicAnchor` are in both.
    var anchors: [String: Int32] = [:]
    /// `$recursiveAnchor` has the empty name.
    var dynamicAnchors: [String: Int32] = [:]

    init(document: Int32, root: JSON, uri: URIReference, dialect: Dialect) {
        self.document = document
        self.root = root
        self.uri = uri
        self.dialect = dialect
        key = uri.normalized
    }
}
