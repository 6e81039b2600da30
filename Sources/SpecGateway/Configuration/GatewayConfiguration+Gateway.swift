import OpenAPIModel
import SpecRouter

extension Gateway {
    public init(_ configuration: GatewayConfiguration) {
        self.init(
            specs: configuration.specs.map { configuration.spec($0) }, server: configuration.server,
            limits: configuration.limits)
    }
}

extension GatewayConfiguration {
    /// What a description is served with: its own settings before those for all.
    func spec(_ spec: Spec) -> Gateway.Spec {
        let verifiers = security.merging(spec.security) { $1 }
        return Gateway.Spec(
            source(of: spec), name: spec.name, mount: spec.mount, nodes: registry(of: spec),
            security: SecurityConfiguration(verifiers, others: otherSchemes),
            policy: spec.policy.applied(to: policy))
    }

    private func registry(of spec: Spec) -> NodeRegistry {
        var registry = NodeRegistry()
        for (id, node) in nodes.merging(spec.nodes, uniquingKeysWith: { $1 }) { registry.register(id, node.node) }
        switch spec.fallback ?? fallback {
        case .none: break
        case .echo: registry.fallback(.echo)
        case .mock: registry.fallback(.mock)
        }
        return registry
    }

    private func source(of spec: Spec) -> any SpecSource {
        switch spec.source {
        case .file(let path): FileSource(path, poll: spec.poll ?? .seconds(1))
        case .url(let url): RemoteSource.url(url, poll: spec.poll ?? .seconds(60))
        case .igniteConnex(let id): registrySource(id, poll: spec.poll ?? .seconds(60))
        }
    }

    private func registrySource(_ id: String, poll: Duration) -> RemoteSource {
        guard let url = registry.url else {
            let diagnostic = Diagnostic(
                .error, .unreadableSource, "It is not said where the registry of \"igniteconnex:\(id)\" is.",
                hint: "Give its URL with --registry, or as registry.url in the configuration file.")
            return RemoteSource(name: "igniteconnex:\(id)", target: .fault(diagnostic), poll: poll)
        }
        return .igniteConnex(
            apiKey: registry.key, specID: id, registry: url, header: registry.header, template: registry.template,
            poll: poll)
    }
}
