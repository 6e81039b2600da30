package import OpenAPIModel
public import SpecRouter

extension Gateway {
    /// A gateway that serves what the configuration says.
    ///
    /// The nodes of the configuration are added to `handlers`; an id that both have is an error when it loads.
    public init(_ configuration: GatewayConfiguration, nodes handlers: NodeRegistry = NodeRegistry()) {
        var maker = NodeMaker()
        self.init(
            specs: configuration.specs.map { configuration.spec($0, nodes: handlers, &maker) },
            server: configuration.server, limits: configuration.limits)
        if let file = configuration.file {
            credentials = CredentialWatch(configuration, file: file, verifiers: specs.map(\.security))
        }
    }
}

extension GatewayConfiguration {
    /// What a description is served with: its own settings before those for all.
    func spec(_ spec: Spec, nodes handlers: NodeRegistry, _ maker: inout NodeMaker) -> Gateway.Spec {
        let verifiers = security.merging(spec.security) { $1 }
        var served = Gateway.Spec(
            source(of: spec), name: spec.name, mount: spec.mount, webhooks: spec.webhooks,
            nodes: nodes(of: spec, with: handlers, &maker),
            security: SecurityConfiguration(verifiers, others: otherSchemes), policy: spec.policy.applied(to: policy),
            lint: lint.merging(spec.lint) { $1 })
        served.problemShape = spec.problemShape ?? problemShape
        served.crossOrigin = (spec.crossOrigin ?? crossOrigin).flatMap { $0.isVain ? nil : $0 }
        if anyNode(of: spec) != nil { served.policy.unboundOperations = .fallback }
        return served
    }

    /// Those for the description with this source, as it is shown to people, else those for all.
    package func lintLevels(of name: String) -> [Diagnostic.Code: LintLevel] {
        let spec = specs.first { source(of: $0).name == name }
        var levels = spec.map { lint.merging($0.lint) { $1 } } ?? lint
        if (spec?.problemShape ?? problemShape) != nil { levels[LintRule.foreignProblems.code] = .off }
        return levels
    }

    private func nodes(
        of spec: Spec, with handlers: NodeRegistry, _ maker: inout NodeMaker
    ) -> NodeRegistry {
        var registry = handlers
        for (id, node) in nodes.merging(spec.nodes, uniquingKeysWith: { $1 }) where id != ConfiguredNode.anyID {
            registry.register(id, maker.node(node))
        }
        if let node = anyNode(of: spec).map({ maker.node($0) }) ?? (spec.fallback ?? fallback).node {
            registry.fallback(node)
        }
        return registry
    }

    /// What a description says of itself comes before what is said for all.
    private func anyNode(of spec: Spec) -> ConfiguredNode? {
        spec.nodes[ConfiguredNode.anyID] ?? (spec.fallback == nil ? nodes[ConfiguredNode.anyID] : nil)
    }

    private func source(of spec: Spec) -> any SpecSource {
        switch spec.source {
        case .file(let path): fileSource(path, of: spec)
        case .url(let url): finished(.url(url, poll: spec.poll ?? .seconds(60)), of: spec)
        case .igniteConnex(let id): finished(registrySource(id, of: spec), of: spec)
        }
    }

    private func fileSource(_ path: String, of spec: Spec) -> FileSource {
        var source = FileSource(path, overlays: spec.overlays, poll: spec.poll ?? .seconds(1))
        source.references = spec.references
        source.limits.maximumBytes = limits.descriptionBytes
        return source
    }

    private func finished(_ source: RemoteSource, of spec: Spec) -> RemoteSource {
        var source = source
        source.overlays = spec.overlays
        source.references = spec.references
        source.limits.maximumBytes = limits.descriptionBytes
        return source
    }

    private func registrySource(_ id: String, of spec: Spec) -> RemoteSource {
        let poll = spec.poll ?? .seconds(60)
        guard let url = registry.url else {
            let diagnostic = Diagnostic(
                .error, .unreadableSource, "It is not said where the registry of \"igniteconnex:\(id)\" is.",
                hint: "Give its URL with --registry, or as registry.url in the configuration file.",
                location: spec.location)
            return RemoteSource(name: "igniteconnex:\(id)", target: .fault(diagnostic), poll: poll)
        }
        return RemoteSource.igniteConnex(
            apiKey: registry.key, specID: id, registry: url, header: registry.header, template: registry.template,
            poll: poll)
    }
}
