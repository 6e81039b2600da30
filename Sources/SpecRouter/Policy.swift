/// Our answers to what the specifications leave open; settable for a gateway, a description or an operation.
public struct Policy: Sendable, Hashable {
    public enum UnboundOperations: String, Sendable, Hashable, CaseIterable {
        /// A node id that no node is registered under is an error.
        case refuse
        /// Such an operation answers 501.
        case notImplemented
        /// Such an operation goes to the fallback node.
        case fallback
    }

    public enum UnknownQuery: String, Sendable, Hashable, CaseIterable {
        case ignore, report, refuse
    }

    public enum Check: String, Sendable, Hashable, CaseIterable {
        case off, report, enforce
    }

    /// What is checked of a response before it leaves.
    public struct ResponseChecks: Sendable, Hashable {
        public var status = Check.enforce
        public var type = Check.enforce
        public var body = Check.enforce
        public var headers = Check.report

        public init() {}
    }

    public enum Verbosity: String, Sendable, Hashable, CaseIterable {
        /// Details of inner failures go to the log alone.
        case discreet
        /// They are in the answer as well: for development.
        case verbose
    }

    public enum DuplicateKeys: String, Sendable, Hashable, CaseIterable {
        case refuse, allow
    }

    public enum ServedDescription: String, Sendable, Hashable, CaseIterable {
        case served, hidden
    }

    public var unboundOperations = UnboundOperations.refuse
    public var unknownQuery = UnknownQuery.ignore
    public var responses = ResponseChecks()
    public var problems = Verbosity.discreet
    public var duplicateKeys = DuplicateKeys.refuse
    /// Whether `{mount}/openapi.json` and `.yaml` are answered.
    public var description = ServedDescription.served

    public init() {}
}
