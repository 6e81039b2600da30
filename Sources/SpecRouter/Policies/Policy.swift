/// Our answers to what the specifications leave open; settable for a gateway, a description or an operation.
///
/// ``PolicyChoice/all`` lists them with what each word means.
public struct Policy: Sendable, Hashable {
    public var unboundOperations = UnboundOperations.refuse
    /// Whether `{mount}/openapi.json` and `.yaml` are answered.
    public var description = ServedDescription.served
    public var mount = BasePath.server
    public var methodFallback = MethodFallback.refuse
    public var trailingSlash = TrailingSlash.significant
    public var unknownQuery = UnknownQuery.ignore
    public var duplicateKeys = DuplicateKeys.refuse
    public var nullable = Nullable.honour
    public var wrongWay = WrongWay.ignore
    public var violations = ViolationStatus.declared
    public var responses = ResponseChecks()
    /// How a stream of events ends when an event breaks the description or the node throws.
    public var brokenEvents = BrokenEvents.cut
    public var problems = Verbosity.discreet

    public init() {}

    /// What is checked of a response before it leaves.
    public struct ResponseChecks: Sendable, Hashable {
        public var status = Check.enforce
        public var type = Check.enforce
        public var body = Check.enforce
        public var headers = Check.report
        /// How many of the responses are checked at all.
        public var check = ResponseSample.all

        public init() {}
    }
}

extension Policy {
    public enum UnboundOperations: String, Sendable, Hashable, CaseIterable {
        case refuse, notImplemented, fallback
    }

    public enum ServedDescription: String, Sendable, Hashable, CaseIterable {
        case served, hidden
    }

    public enum BasePath: String, Sendable, Hashable, CaseIterable {
        case server, none
    }

    public enum MethodFallback: String, Sendable, Hashable, CaseIterable {
        case refuse, lessSpecific
    }

    public enum TrailingSlash: String, Sendable, Hashable, CaseIterable {
        case significant, ignored
    }

    public enum UnknownQuery: String, Sendable, Hashable, CaseIterable {
        case ignore, report, refuse
    }

    public enum DuplicateKeys: String, Sendable, Hashable, CaseIterable {
        case refuse, allow
    }

    public enum Nullable: String, Sendable, Hashable, CaseIterable {
        case honour, ignore
    }

    public enum WrongWay: String, Sendable, Hashable, CaseIterable {
        case ignore, refuse
    }

    public enum ViolationStatus: String, Sendable, Hashable, CaseIterable {
        case declared, badRequest, unprocessable
    }

    public enum Check: String, Sendable, Hashable, CaseIterable {
        case off, report, enforce
    }

    public enum BrokenEvents: String, Sendable, Hashable, CaseIterable {
        case cut, errorEvent
    }

    public enum Verbosity: String, Sendable, Hashable, CaseIterable {
        case discreet, verbose
    }
}
