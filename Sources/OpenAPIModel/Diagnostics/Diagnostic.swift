public import JSONCore

/// Something wrong with a description: what, where and how to fix it.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
        case error, warning, note

        /// The more severe is less.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }
    }

    public var severity: Severity
    public var code: Code
    /// A full sentence.
    public var message: String
    /// How to fix it.
    public var hint: String?
    public var location: SourceLocation?
    /// The line that `location` names.
    public var excerpt: Excerpt?
    /// From the root of the document that `location` names.
    public var pointer: JSONPointer?
    /// The operation that this disables: `"GET /pets/{id}"`; the first of several.
    public var operation: String?

    public init(
        _ severity: Severity, _ code: Code, _ message: String, hint: String? = nil, location: SourceLocation? = nil,
        pointer: JSONPointer? = nil, operation: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.hint = hint
        self.location = location
        self.pointer = pointer
        self.operation = operation
    }
}

/// Thrown where diagnostics are all that there is.
public struct DiagnosticError: Error, Sendable, Hashable {
    public var diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
