public import OpenAPIModel

/// Compiles descriptions and nodes to one API. Everything that depends only on them is decided here.
public struct APICompiler: Sendable {
    private let limits: Limits
    private let spool: FileSpool?

    /// - Parameter spool: where files wait that are too large for memory; nil keeps them there, up to the limits.
    public init(limits: Limits = Limits(), spool: FileSpool? = nil) {
        self.limits = limits
        self.spool = spool
    }

    /// Compiles all descriptions into one table of routes, and reports everything that is wrong, not the first.
    public func compile(_ specs: [SpecInput]) -> Compilation {
        var routes = RouteAssembly()
        var diagnostics: [Diagnostic] = []
        var isServable = true
        for spec in specs {
            let compiled = SpecCompiler(spec).compile()
            let findings = compiled.diagnostics.filter { !$0.repeats(one: spec.diagnostics) }
            diagnostics += spec.diagnostics + findings.withExcerpts(from: spec.document.texts)
            isServable = isServable && compiled.isServable
            routes.add(compiled)
        }
        diagnostics += NodeBinding.unusedNodes(in: specs)
        let (api, findings) = routes.freeze(limits: limits, spool: spool, specs.first)
        diagnostics += findings
        isServable = isServable && !findings.contains { $0.severity == .error }
        return Compilation(api: isServable ? api : nil, diagnostics: diagnostics)
    }
}

/// One description with what it is to be served with.
public struct SpecInput: Sendable {
    /// For logs and answers; the description's title when nil.
    public var name: String?
    public var document: OpenAPIDocument
    /// What was found while reading it.
    public var diagnostics: [Diagnostic]
    /// Replaces the base path of the description's servers.
    public var mount: String?
    /// Where the webhooks are, as operations of this server; nil leaves them out.
    public var webhooks: String?
    public var nodes: NodeRegistry
    public var security: SecurityConfiguration
    public var policy: Policy
    /// Of problems; problem+json when nil. Where no operation is found, that of the first description.
    public var problemShape: ProblemShape?
    /// Which pages of other origins may read answers; none when nil. Where no operation is found, that of the first
    /// description counts.
    public var crossOrigin: CrossOriginSharing?
    /// Tests of strings by the name of their `format`; they come before those that are built in.
    public var formats: [String: @Sendable (String) -> Bool]

    public init(
        name: String? = nil, document: OpenAPIDocument, diagnostics: [Diagnostic] = [], mount: String? = nil,
        webhooks: String? = nil, nodes: NodeRegistry = NodeRegistry(), security: SecurityConfiguration = [:],
        policy: Policy = Policy(), problemShape: ProblemShape? = nil, crossOrigin: CrossOriginSharing? = nil,
        formats: [String: @Sendable (String) -> Bool] = [:]
    ) {
        self.name = name
        self.document = document
        self.diagnostics = diagnostics
        self.mount = mount
        self.webhooks = webhooks
        self.nodes = nodes
        self.security = security
        self.policy = policy
        self.problemShape = problemShape
        self.crossOrigin = crossOrigin
        self.formats = formats
    }
}

extension SpecInput {
    /// All that is served: the operations of the paths, and the webhooks where they have a mount.
    package var operations: [Operation] { document.operations + (webhooks == nil ? [] : document.webhooks) }
}

/// What came of compiling.
public struct Compilation: Sendable {
    /// Nil when an error forbids to serve at all: start-up refuses, a reload keeps the old API.
    public let api: CompiledAPI?
    /// Everything found, in the descriptions' order, those of the reading included.
    public let diagnostics: [Diagnostic]

    package init(api: CompiledAPI?, diagnostics: [Diagnostic]) {
        self.api = api
        self.diagnostics = diagnostics
    }
}

extension Diagnostic {
    /// Whether the reading has found the same: it follows the references of schemas as the schema compiler does.
    fileprivate func repeats(one known: [Diagnostic]) -> Bool {
        known.contains { $0.code == code && $0.location == location && location != nil }
    }
}
