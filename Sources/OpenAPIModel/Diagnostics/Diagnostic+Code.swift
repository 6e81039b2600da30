extension Diagnostic {
    /// The stable name of a kind of finding, in kebab-case. An open set: each layer adds its own.
    public struct Code: RawRepresentable, Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public init(stringLiteral text: String) {
            self.init(rawValue: text)
        }

        public var description: String { rawValue }
    }
}

extension Diagnostic.Code {
    /// The source could not be read.
    public static let unreadableSource: Self = "unreadable-source"
    /// Neither JSON nor YAML, or not well-formed.
    public static let syntax: Self = "syntax"
    public static let duplicateKey: Self = "duplicate-key"
    /// Larger, deeper or with more aliases than the limits allow.
    public static let limitExceeded: Self = "limit-exceeded"
    /// JSON or YAML, but no description.
    public static let notOpenAPI: Self = "not-openapi"
    public static let unsupportedVersion: Self = "unsupported-version"
    public static let unresolvableReference: Self = "unresolvable-reference"
    /// A field that must be there is not.
    public static let missingField: Self = "missing-field"
    /// A field's value has the wrong type.
    public static let wrongType: Self = "wrong-type"
    /// A field that the specification does not know; most often a spelling mistake.
    public static let unknownField: Self = "unknown-field"
    /// A text that is none of those allowed.
    public static let unknownValue: Self = "unknown-value"
    public static let badPath: Self = "bad-path"
    public static let duplicateOperationID: Self = "duplicate-operation-id"
    public static let duplicateParameter: Self = "duplicate-parameter"
    public static let undeclaredPathParameter: Self = "undeclared-path-parameter"
    public static let unusedPathParameter: Self = "unused-path-parameter"
    public static let untypedParameter: Self = "untyped-parameter"
    public static let badParameter: Self = "bad-parameter"
    public static let badStyle: Self = "bad-style"
    /// A form of Swagger 2.0 in a description of OpenAPI 3.
    public static let swagger2Shape: Self = "swagger-2-shape"
    public static let badEncoding: Self = "bad-encoding"
    public static let badExample: Self = "bad-example"
    public static let badMethod: Self = "bad-method"
    public static let badTag: Self = "bad-tag"
    public static let badResponseKey: Self = "bad-response-key"
    public static let undefinedSecurityScheme: Self = "undefined-security-scheme"
    public static let badSecurityScheme: Self = "bad-security-scheme"
    public static let badServer: Self = "bad-server"
    public static let unknownDialect: Self = "unknown-dialect"
    public static let badNodeID: Self = "bad-node-id"
}
