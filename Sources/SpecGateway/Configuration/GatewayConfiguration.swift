public import SpecRouter

/// What a configuration file says, or what a command line says in its place.
public struct GatewayConfiguration: Sendable {
    /// One description with what stands beside it. What it does not say is as for all.
    public struct Spec: Sendable {
        public var name: String?
        public var source: SourceReference
        public var mount: String?
        public var poll: Duration?
        public var nodes: [String: ConfiguredNode] = [:]
        public var fallback: FallbackNode?
        public var security: [String: CredentialVerifier] = [:]
        /// Changes the policy for all into the one for this description.
        public var policy: PolicyChanges = PolicyChanges()

        public init(_ source: SourceReference) {
            self.source = source
        }
    }

    public var specs: [Spec]
    public var nodes: [String: ConfiguredNode] = [:]
    public var fallback = FallbackNode.none
    public var security: [String: CredentialVerifier] = [:]
    /// For the schemes that nothing else is said about; nil lets them be errors.
    public var otherSchemes: CredentialVerifier?
    public var policy = Policy()
    public var registry = RegistryConfiguration()
    public var limits = Limits()
    public var server = ServerConfiguration()

    public init(specs: [Spec] = []) {
        self.specs = specs
    }
}

/// The node for operations without an id, and under the policy `fallback` for ids without a node.
public enum FallbackNode: String, Sendable, Hashable, CaseIterable {
    case none, echo, mock
}

/// A built-in node as a configuration names it.
public enum ConfiguredNode: Sendable {
    case echo
    case mock
    case respond(NodeResponse)

    var node: BuiltInNode {
        switch self {
        case .echo: .echo
        case .mock: .mock
        case .respond(let response): .respond(response)
        }
    }
}

/// Where `igniteconnex:ID` is read.
public struct RegistryConfiguration: Sendable {
    /// There is no default: without it, such a source is an error that says so.
    public var url: String?
    public var template = "{registry}/specs/{id}"
    public var header = "x-api-key"
    /// A file that holds the key; when nil, the environment variable does.
    public var keyFile: String?
    public var keyVariable = "IGNITECONNEX_API_KEY"

    public init() {}

    var key: Secret? {
        if let keyFile { Secret.file(keyFile) } else { Secret.environment(keyVariable) }
    }
}

/// A description as a command line or a configuration file names it.
public enum SourceReference: Sendable, Hashable {
    case file(String)
    case url(String)
    /// The id of a spec resource.
    case igniteConnex(String)

    /// A path is relative to `directory`; an empty one means the working directory.
    public init(_ text: String, relativeTo directory: String = "") {
        let lower = text.lowercased()
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
            self = .url(text)
        } else if lower.hasPrefix("igniteconnex:") {
            self = .igniteConnex(String(text.dropFirst("igniteconnex:".count)))
        } else if text.hasPrefix("/") || directory.isEmpty {
            self = .file(text)
        } else {
            self = .file(directory + "/" + text)
        }
    }
}

/// Keys of a policy that are to differ from another one.
public struct PolicyChanges: Sendable, Hashable {
    public var unboundOperations: Policy.UnboundOperations?
    public var unknownQuery: Policy.UnknownQuery?
    public var duplicateKeys: Policy.DuplicateKeys?
    public var description: Policy.ServedDescription?
    public var problems: Policy.Verbosity?
    public var status: Policy.Check?
    public var type: Policy.Check?
    public var body: Policy.Check?
    public var headers: Policy.Check?

    public init() {}

    public func applied(to policy: Policy) -> Policy {
        var policy = policy
        policy.unboundOperations = unboundOperations ?? policy.unboundOperations
        policy.unknownQuery = unknownQuery ?? policy.unknownQuery
        policy.duplicateKeys = duplicateKeys ?? policy.duplicateKeys
        policy.description = description ?? policy.description
        policy.problems = problems ?? policy.problems
        policy.responses.status = status ?? policy.responses.status
        policy.responses.type = type ?? policy.responses.type
        policy.responses.body = body ?? policy.responses.body
        policy.responses.headers = headers ?? policy.responses.headers
        return policy
    }
}
