/// Something that keeps a schema from compiling.
public struct SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case unresolvableReference = "unresolvable-reference"
        case endlessReference = "endless-reference"
        case badKeywordValue = "bad-keyword-value"
        case badPattern = "bad-pattern"
        case unknownDialect = "unknown-dialect"
        case notASchema = "not-a-schema"
    }

    public var code: Code
    /// A full sentence.
    public var message: String
    public var location: SchemaLocation

    public init(code: Code, message: String, location: SchemaLocation) {
        self.code = code
        self.message = message
        self.location = location
    }

    public var description: String { "\(location): \(message)" }
}

/// Everything that is wrong with a schema and with what it reaches; never empty.
public struct SchemaErrors: Error, Sendable, Hashable, CustomStringConvertible {
    public var findings: [SchemaError]

    public init(_ findings: [SchemaError]) {
        self.findings = findings
    }

    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
