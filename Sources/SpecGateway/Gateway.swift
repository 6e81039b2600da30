public import Logging
public import OpenAPIModel
public import ServiceLifecycle
public import SpecRouter

/// Serves descriptions: loads them, listens, and takes over each change of them without losing a request.
///
/// ```swift
/// let gateway = Gateway(.url("https://example.com/openapi.yaml"), nodes: nodes)
/// try await gateway.runService()
/// ```
public struct Gateway: Service {
    /// One description with what it is served with.
    public struct Spec: Sendable {
        public var source: any SpecSource
        /// In logs, metrics and answers; the description's title when nil.
        public var name: String?
        /// Replaces the base path of the description's servers.
        public var mount: String?
        /// Where the description's webhooks are served; nil leaves them out.
        public var webhooks: String?
        public var nodes: NodeRegistry
        public var security: SecurityConfiguration
        public var policy: Policy
        /// Of problems; problem+json when nil. Where no operation is found, that of the first description.
        public var problemShape: ProblemShape?
        /// Which pages of other origins may read answers in a browser; none when nil.
        public var crossOrigin: CrossOriginSharing?
        /// Of lint rules, instead of their own.
        public var lint: [Diagnostic.Code: LintLevel]
        /// Tests of strings by the name of their `format`; they come before those that are built in.
        public var formats: [String: @Sendable (String) -> Bool]

        public init(
            _ source: any SpecSource, name: String? = nil, mount: String? = nil, webhooks: String? = nil,
            nodes: NodeRegistry = NodeRegistry(), security: SecurityConfiguration = [:], policy: Policy = Policy(),
            lint: [Diagnostic.Code: LintLevel] = [:], formats: [String: @Sendable (String) -> Bool] = [:]
        ) {
            self.source = source
            self.name = name
            self.mount = mount
            self.webhooks = webhooks
            self.nodes = nodes
            self.security = security
            self.policy = policy
            self.lint = lint
            self.formats = formats
        }
    }

    public enum Strictness: Sendable, Hashable {
        /// A broken operation answers 501, the others serve.
        case lenient
        /// Any error in a description refuses it as a whole.
        case strict
    }

    public var specs: [Spec]
    public var server: ServerConfiguration
    public var limits: Limits
    public var strictness = Strictness.lenient
    /// Writes to stderr by default: stdout says where the gateway listens and nothing else.
    public var logger = Logger(label: "specrouter") { StreamLogHandler.standardError(label: $0) }
    /// Receives what is wrong with the descriptions each time that they were loaded; writes to stderr by default.
    public var report: @Sendable ([Diagnostic]) -> Void = { Diagnostic.writeToStandardError($0) }
    /// Called once the gateway listens; prints `listening on http://HOST:PORT` by default.
    public var announce: @Sendable (ListeningAddress) -> Void = { address in
        StandardStream.output.write(Array("listening on \(address)\n".utf8))
    }
    /// Called once `/live` and `/ready` can be asked; logs where by default.
    public var announceAdmin: @Sendable (ListeningAddress) -> Void
    let reloads = ReloadTrigger()
    /// Yields the verifiers anew when the files change that they were read from.
    var credentials: CredentialWatch?

    public init(specs: [Spec], server: ServerConfiguration = ServerConfiguration(), limits: Limits = Limits()) {
        self.specs = specs
        self.server = server
        self.limits = limits
        let logger = self.logger
        announceAdmin = { logger.info("Readiness is told.", metadata: ["at": "\($0)/ready"]) }
    }

    /// A gateway for one description.
    public init(
        _ source: some SpecSource, nodes: NodeRegistry = NodeRegistry(), security: SecurityConfiguration = [:],
        policy: Policy = Policy(), formats: [String: @Sendable (String) -> Bool] = [:],
        server: ServerConfiguration = ServerConfiguration(), limits: Limits = Limits()
    ) {
        let spec = Spec(source, nodes: nodes, security: security, policy: policy, formats: formats)
        self.init(specs: [spec], server: server, limits: limits)
    }

    /// Has a running gateway read all its descriptions anew, as SIGHUP does. The current ones serve until then, and stay
    /// when the new ones are wrong.
    public func reload() {
        reloads.fire()
    }
}

extension Diagnostic {
    /// One below the other, what says the same together; on a terminal in colour, each with its line of the source.
    public static func writeToStandardError(_ diagnostics: [Diagnostic]) {
        let isTerminal = StandardStream.error.isTerminal
        let listing = DiagnosticListing(diagnostics)
        StandardStream.error.write(
            Array(listing.rendered(color: isTerminal ? .ansi : .none, excerpts: isTerminal).utf8))
    }
}

/// Logs of the service group name the gateway by this; the text of all its parts would also take long to make.
extension Gateway: CustomStringConvertible {
    public var description: String { "Gateway of \(specs.map(\.source.name).joined(separator: ", "))" }
}
