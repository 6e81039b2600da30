public import JSONCore
public import JSONSchema

/// A description that has been read: what it offers, with everything inherited already merged, and where each part stands.
///
/// Shaped like OpenAPI 3.2 whatever the version of the source. Schemas are not rewritten: they stay `Place`s in the
/// sources, and keep their dialect.
public struct OpenAPIDocument: Sendable {
    public let version: OpenAPIVersion
    public let title: String
    public let apiVersion: String
    /// The entry document first, then the others in the order in which references reached them.
    public let sources: [SourceDocument]
    /// Those of the root; each operation has its own effective list.
    public let servers: [Server]
    /// In the order of the document.
    public let operations: [Operation]
    /// What others send to whoever implements the description: routable once a mount is given for them. The path of each
    /// is its name, with a slash before it.
    public let webhooks: [Operation]
    /// In the order of the document.
    public let securitySchemes: [NamedSecurityScheme]
    public let tags: [Tag]
    /// The dialect of schemas that do not name their own.
    public let schemaDialect: SchemaDialect
    let references: ReferenceTable

    public func json(at place: Place) -> JSON {
        JSON(tape: sources[place.document].root.tape, index: place.index)
    }

    public func location(of place: Place) -> SourceLocation {
        sources[place.document].location(of: place.index)
    }

    /// From the root of the text that `location(of:)` names: of the overlay, for a value that an overlay put there.
    public func pointer(of place: Place) -> JSONPointer {
        sources[place.document].pointer(of: place.index)
    }

    /// Linear in the siblings of each of the value's ancestors.
    public func schemaLocation(of place: Place) -> SchemaLocation {
        let source = sources[place.document]
        return SchemaLocation(document: source.uri, pointer: source.root.tape.pointer(to: place.index))
    }

    /// What is shown of a location: its origin where it is in a document that was made on reading.
    package func writtenLocation(of location: SchemaLocation) -> SchemaLocation {
        guard let document = references.documents[location.document], !sources[document].origins.isEmpty,
            let element = location.pointer.tokens.first.flatMap({ Int($0) }),
            sources[document].origins.indices.contains(element)
        else { return location }
        return schemaLocation(of: sources[document].origins[element])
    }

    /// The inverse of `schemaLocation`, for any URI that references used for a document; nil when nothing is there.
    public func place(of location: SchemaLocation) -> Place? {
        guard let document = references.documents[URIReference(location.document).withoutFragment],
            let value = sources[document].root.value(at: location.pointer)
        else { return nil }
        return Place(document: document, index: value.index)
    }

    /// Follows `$ref` from one object to the next, across documents, to the first that has none.
    ///
    /// The place itself when it has no `$ref`; nil when a reference leads nowhere or in a circle.
    public func resolve(_ place: Place) -> Place? {
        var place = place
        for _ in 0...ReferenceTable.longestChain {
            guard let reference = json(at: place)["$ref"]?.string else { return place }
            guard let next = references.target(of: reference, in: place.document, sources) else { return nil }
            place = next
        }
        return nil
    }

    /// All sources under their URIs, for a `SchemaCompiler`.
    public func schemaRegistry() -> SchemaRegistry {
        var registry = SchemaRegistry()
        for (uri, index) in references.documents.sorted(by: { $0.value < $1.value }) {
            registry.add(sources[index].root, uri: uri, dialect: schemaDialect)
        }
        return registry
    }
}

extension SourceDocument {
    /// In the overlay, for a value that an overlay put there.
    func location(of index: Int) -> SourceLocation {
        let (text, index) = origin(of: index)
        let position = text.tape.position(of: index) ?? (line: 1, column: 1)
        return SourceLocation(file: text.name, line: position.line, column: position.column)
    }

    /// From the root of the text that `location` names.
    func pointer(of index: Int) -> JSONPointer {
        let (text, index) = origin(of: index)
        return text.tape.pointer(to: index)
    }

    private func origin(of index: Int) -> (text: (name: String, tape: JSONTape), index: Int) {
        guard let overlaid else { return ((name, root.tape), index) }
        let origin = overlaid.origins[index]
        guard origin.text > 0 else { return ((name, overlaid.original.tape), origin.index) }
        let overlay = overlaid.overlays[origin.text - 1]
        return ((overlay.name, overlay.root.tape), origin.index)
    }
}
