public import OpenAPIModel

extension Diagnostic.Code {
    /// An `x-entry-node-id` that no node is registered under.
    public static let unknownNode: Self = "unknown-node"
    public static let duplicateNode: Self = "duplicate-node"
    /// A registered node that no operation names.
    public static let unusedNode: Self = "unused-node"
    /// An operation without an id, and no fallback.
    public static let operationWithoutNode: Self = "operation-without-node"
    /// A node's type needs what the description never sends.
    public static let inputNeverSent: Self = "input-never-sent"
    /// A node's type needs what the description lets clients leave out.
    public static let inputMayBeAbsent: Self = "input-may-be-absent"
    /// A node's type takes something else than what the description sends.
    public static let inputMismatch: Self = "input-mismatch"
    /// A node's type lacks raw values that the description sends.
    public static let inputWords: Self = "input-words"
    /// The schema of a stream says what cannot be known while the stream passes.
    public static let uncheckedStream: Self = "unchecked-stream"
    public static let invalidSchema: Self = "invalid-schema"
    public static let invalidPattern: Self = "invalid-pattern"
    /// Answers tell details of inner failures.
    public static let verboseProblems: Self = "verbose-problems"
    /// Two descriptions claim one method and path.
    public static let collidingOperations: Self = "colliding-operations"
    /// Paths of one description that some requests fit alike.
    public static let ambiguousPaths: Self = "ambiguous-paths"
}
