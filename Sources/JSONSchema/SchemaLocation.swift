public import JSONCore

/// A place in a schema document.
public struct SchemaLocation: Sendable, Hashable, CustomStringConvertible {
    /// The document's URI without a fragment; empty for a schema that was given without one.
    public var document: String
    public var pointer: JSONPointer

    public init(document: String, pointer: JSONPointer) {
        self.document = document
        self.pointer = pointer
    }

    public var description: String { document + "#" + pointer.fragment }
}
