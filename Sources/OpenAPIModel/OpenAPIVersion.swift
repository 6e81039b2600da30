/// The version of the OpenAPI Specification that a document says it follows.
public struct OpenAPIVersion: Sendable, Hashable, CustomStringConvertible {
    /// Versions that are read alike; patch versions never differ.
    public enum Family: Sendable, Hashable, Comparable, CaseIterable {
        case v20, v30, v31, v32
    }

    /// For a minor version that is not known, the latest family of that major version.
    public let family: Family
    /// As written: `"3.0.3"`.
    public let text: String

    package init(family: Family, text: String) {
        self.family = family
        self.text = text
    }

    public var description: String { text }
}
