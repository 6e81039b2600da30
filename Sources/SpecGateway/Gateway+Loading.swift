public import OpenAPIModel
public import SpecRouter

extension Gateway {
    /// Loads and compiles without opening a socket. Throws what is wrong when nothing can be served; what can be served
    /// with faults comes with its diagnostics.
    public func load() async throws(DiagnosticError) -> Compilation {
        var state = ServedSpecs(self)
        return try await state.start(specs.map { $0.source.revisions() })
    }
}

/// The descriptions that are served, and the newest ones where these are not the same.
struct ServedSpecs: Sendable {
    private var gateway: Gateway
    private(set) var served: [LoadedDescription] = []
    private var newest: [LoadedDescription] = []

    init(_ gateway: Gateway) {
        self.gateway = gateway
    }

    /// All descriptions have to be there and to compile.
    mutating func start(_ streams: [AsyncStream<SpecRevision>]) async throws(DiagnosticError) -> Compilation {
        guard !streams.isEmpty else { throw DiagnosticError([.noDescription]) }
        let revisions = await Self.first(streams)
        let failures = revisions.compactMap { if case .failure(let diagnostic) = $0 { diagnostic } else { nil } }
        let loaded = revisions.compactMap { if case .description(let loaded) = $0 { loaded } else { nil } }
        guard failures.isEmpty, loaded.count == streams.count else {
            throw DiagnosticError(failures + loaded.flatMap(\.diagnostics))
        }
        let compilation = gateway.compile(loaded)
        guard compilation.isServable, let result = compilation.compilation else {
            throw DiagnosticError(compilation.diagnostics)
        }
        served = loaded
        newest = loaded
        return result
    }

    /// Takes over new revisions as far as they can be served together. What cannot is kept in mind: what comes next may
    /// belong with it.
    mutating func take(_ revisions: [(index: Int, loaded: LoadedDescription)]) -> GatewayCompilation {
        var patched = served
        for (index, loaded) in revisions {
            newest[index] = loaded
            patched[index] = loaded
        }
        let compilation = gateway.compile(newest)
        if compilation.isServable {
            served = newest
            return compilation
        }
        let smaller = gateway.compile(patched)
        if smaller.isServable {
            served = patched
            return smaller
        }
        return compilation
    }

    /// Takes over verifiers, one for each description, if what is served can be served with them.
    mutating func take(_ verifiers: [SecurityConfiguration]) -> GatewayCompilation {
        var changed = gateway
        for (index, verifiers) in zip(changed.specs.indices, verifiers) { changed.specs[index].security = verifiers }
        let compilation = changed.compile(served)
        if compilation.isServable { gateway = changed }
        return compilation
    }

    /// The first revision of each stream, waited for side by side; fewer when the task is cancelled.
    static func first(_ streams: [AsyncStream<SpecRevision>]) async -> [SpecRevision] {
        await withTaskGroup(of: (Int, SpecRevision?).self) { group in
            for (index, stream) in streams.enumerated() {
                group.addTask {
                    for await revision in stream { return (index, revision) }
                    return (index, nil)
                }
            }
            var revisions = [SpecRevision?](repeating: nil, count: streams.count)
            for await (index, revision) in group { revisions[index] = revision }
            return revisions.compactMap { $0 }
        }
    }
}

/// What came of compiling, judged by the gateway's strictness.
struct GatewayCompilation {
    /// Nil when a description could not be read.
    let compilation: Compilation?
    let diagnostics: [Diagnostic]
    let strictness: Gateway.Strictness

    var isServable: Bool { api != nil }

    var api: CompiledAPI? {
        if strictness == .strict, diagnostics.contains(where: { $0.severity == .error }) { return nil }
        return compilation?.api
    }
}

extension Gateway {
    func compile(_ loaded: [LoadedDescription]) -> GatewayCompilation {
        let inputs = zip(specs, loaded).compactMap { spec, loaded in
            loaded.document.map { document in
                SpecInput(
                    name: spec.name, document: document, diagnostics: loaded.diagnostics, mount: spec.mount,
                    webhooks: spec.webhooks, nodes: spec.nodes, security: spec.security, policy: spec.policy,
                    problemShape: spec.problemShape, crossOrigin: spec.crossOrigin,
                    formats: spec.formats)
            }
        }
        guard inputs.count == specs.count else {
            return GatewayCompilation(
                compilation: nil, diagnostics: loaded.flatMap(\.diagnostics), strictness: strictness)
        }
        let compilation = APICompiler(
            limits: limits, spool: .temporaryFiles(in: server.temporaryDirectory)
        ).compile(inputs)
        let diagnostics =
            settled(compilation.diagnostics, of: loaded) + refusals(of: loaded)
            + certificateCautions(loaded)
        return GatewayCompilation(
            compilation: Compilation(api: compilation.api, diagnostics: diagnostics), diagnostics: diagnostics,
            strictness: strictness)
    }
}

extension Diagnostic {
    fileprivate static let noDescription = Diagnostic(
        .error, .unreadableSource, "There is no description to serve.",
        hint: "Name a file, a URL or a registry's spec resource.")
}
