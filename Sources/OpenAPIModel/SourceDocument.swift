public import JSONCore
import JSONSchema

/// One file or URL that a description consists of, read once.
public struct SourceDocument: Sendable {
    /// RFC 3986, without a fragment. References in the document are relative to it.
    public let uri: String
    /// As shown to people: the path as given, or the URL.
    public let name: String
    /// The whole document, with the overlays applied.
    public let root: JSON
    /// The bytes as they were read, without the overlays; from index 0 on.
    public let text: ArraySlice<UInt8>
    /// What the document says that it is; nil for files that hold parts of a description only.
    public let version: OpenAPIVersion?
    /// What the overlays made of it; nil without overlays.
    let overlaid: OverlaidDocument?
    /// Of an array that was made on reading: what each of its elements stands for.
    let origins: [Place]

    init(
        uri: String, name: String, root: JSON, text: ArraySlice<UInt8>, version: OpenAPIVersion?,
        overlaid: OverlaidDocument? = nil, origins: [Place] = []
    ) {
        self.uri = uri
        self.name = name
        self.root = root
        self.text = Self.shared(text, (overlaid?.original ?? root).tape)
        self.version = version
        self.overlaid = overlaid
        self.origins = origins
    }

    /// The text as the tape has it, where it has all of it: so it is kept once.
    private static func shared(_ text: ArraySlice<UInt8>, _ tape: JSONTape) -> ArraySlice<UInt8> {
        // A text that was read as UTF-16 differs within its first four bytes.
        guard let source = tape.source, source.count == text.count, source.prefix(4) == text.prefix(4) else {
            return text
        }
        return source
    }

    /// Those that were applied, in that order.
    public var overlays: [SourceDocument] { overlaid?.overlays ?? [] }
}

extension SourceDocument {
    /// From OpenAPI 3.2 on, `$self` says what references are relative to; it is relative to `uri` itself.
    init(
        retrievedFrom uri: String, name: String, root: JSON, text: ArraySlice<UInt8>, overlaid: OverlaidDocument? = nil
    ) {
        let version = OpenAPIVersion(declaredIn: root)
        var base = URIReference(uri)
        if let version, version.family >= .v32, let own = root["$self"]?.string {
            base = URIReference(own).resolved(against: base)
        }
        self.init(
            uri: base.withoutFragment, name: name, root: root, text: text, version: version, overlaid: overlaid)
    }
}

/// Where a value of a description stands: in which of its sources, and where on that source's tape.
public struct Place: Sendable, Hashable {
    /// Position in `OpenAPIDocument.sources`.
    public let document: Int
    /// Position on the document's tape.
    public let index: Int

    package init(document: Int, index: Int) {
        self.document = document
        self.index = index
    }
}

/// A place as people and editors name it.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
    public var file: String
    /// Counted from 1.
    public var line: Int
    /// In code points, counted from 1.
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    public var description: String { "\(file):\(line):\(column)" }
}
