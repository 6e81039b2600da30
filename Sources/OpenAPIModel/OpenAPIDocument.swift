public import JSONCore

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
    /// In the order of the document.
    public let securitySchemes: [NamedSecurityScheme]

    public func json(at place: Place) -> JSON {
        JSON(tape: sources[place.document].root.tape, index: place.index)
    }

    public func location(of place: Place) -> SourceLocation {
        sources[place.document].location(of: place.index)
    }
}

extension SourceDocument {
    func location(of index: Int) -> SourceLocation {
        let position = root.tape.position(of: index) ?? (line: 1, column: 1)
        return SourceLocation(file: name, line: position.line, column: position.column)
    }
}
