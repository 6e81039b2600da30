import JSONCore
public import OpenAPIModel
public import SpecRouter

/// What a configuration file says, or what a command line says in its place.
public struct GatewayConfiguration: Sendable {
    /// One description with what stands beside it. What it does not say is as for all.
    public struct Spec: Sendable {
        /// In logs, metrics and answers; the description's title when nil.
        public var name: String?
        public var source: SourceReference
        /// Applied to the description in this order.
        public var overlays: [OverlaySource] = []
        /// What it may refer to beside what lies with it.
        public var references = ReferencePolicy()
        /// Replaces the base path of the description's servers.
        public var mount: String?
        /// Where the description's webhooks are served; nil leaves them out.
        public var webhooks: String?
        /// Between looks at the source; nil leaves it to the source.
        public var poll: Duration?
        /// Come before the nodes of the same ids for all.
        public var nodes: [String: ConfiguredNode] = [:]
        public var fallback: FallbackNode?
        /// Come before the verifiers of the same schemes for all.
        public var security: [String: CredentialVerifier] = [:]
        /// Changes the policy for all into the one for this description.
        public var policy: PolicyChanges = PolicyChanges()
        /// Comes before the shape of problems for all.
        public var problemShape: ProblemShape?
        /// Comes before the sharing for all.
        public var crossOrigin: CrossOriginSharing?
        /// Come before the levels of the same rules for all.
        public var lint: [Diagnostic.Code: LintLevel] = [:]
        /// Where the source stands in the file; nil when it stands in none.
        public var location: SourceLocation?

        public init(_ source: SourceReference) {
            self.source = source
        }
    }

    public var specs: [Spec]
    public var nodes: [String: ConfiguredNode] = [:]
    public var fallback = FallbackNode.none
    /// By the names of the descriptions' security schemes.
    public var security: [String: CredentialVerifier] = [:]
    /// For the schemes that nothing else is said about; nil lets them be errors.
    public var otherSchemes: CredentialVerifier?
    public var policy = Policy()
    /// Of problems; problem+json when nil.
    public var problemShape: ProblemShape?
    /// Which pages of other origins may read answers in a browser; none when nil.
    public var crossOrigin: CrossOriginSharing?
    /// Of lint rules, instead of their own.
    public var lint: [Diagnostic.Code: LintLevel] = [:]
    public var registry = RegistryConfiguration()
    public var limits = Limits()
    public var server = ServerConfiguration()

    /// Whence it was read; its verifiers change with the file.
    var file: String?
    /// What it says there.
    var written: JSON?
    /// Files that the verifiers were read from.
    var credentialFiles: [String] = []

    public init(specs: [Spec] = []) {
        self.specs = specs
    }
}
