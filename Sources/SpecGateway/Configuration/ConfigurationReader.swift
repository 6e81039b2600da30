import JSONCore
import OpenAPIModel
import SpecRouter

/// Makes typed values of a configuration file.
///
/// What the schema forbids is left out here without a word, because the schema has reported it; what only a look at the
/// meaning tells goes to `findings`.
struct ConfigurationReader {
    let file: ConfigurationFile
    let directory: String
    private(set) var findings: [Diagnostic] = []
    /// Files of credentials that the configuration names.
    private(set) var credentialFiles: [String] = []

    init(file: ConfigurationFile, directory: String) {
        self.file = file
        self.directory = directory
    }

    enum Key: String, CaseIterable {
        case schema = "$schema"
        case specs, nodes, fallback, security, policy, problemTemplate, cors, lint, limits, server, registry
    }

    mutating func configuration(_ json: JSON) -> GatewayConfiguration {
        var configuration = GatewayConfiguration()
        for (key, value) in members(of: json, as: Key.self) {
            switch key {
            case .schema: break
            case .specs: configuration.specs = value.elements.compactMap { spec($0) }
            case .nodes: configuration.nodes = nodes(value)
            case .fallback: configuration.fallback ?= choice(value)
            case .security: configuration.security = security(value)
            case .policy: configuration.policy = policy(value).applied(to: Policy())
            case .problemTemplate: configuration.problemShape = problemShape(value)
            case .cors: configuration.crossOrigin = crossOrigin(value)
            case .lint: configuration.lint = lint(value)
            case .limits: configuration.limits = limits(value)
            case .server: configuration.server = server(value)
            case .registry: configuration.registry = registry(value)
            }
        }
        reportSecondFallback(json)
        return configuration
    }

    enum SpecKey: String, CaseIterable {
        case name, source, overlays, references, mount, webhooks, poll, nodes, fallback, security, policy,
            problemTemplate, cors, lint
    }

    private mutating func spec(_ json: JSON) -> GatewayConfiguration.Spec? {
        guard let value = json["source"], let source = source(value) else { return nil }
        var spec = GatewayConfiguration.Spec(source)
        spec.location = file.location(of: value)
        for (key, value) in members(of: json, as: SpecKey.self) {
            switch key {
            case .source: break
            case .name: spec.name = value.string
            case .overlays: spec.overlays = overlays(value)
            case .references: spec.references = references(value)
            case .mount: spec.mount = value.string
            case .webhooks: spec.webhooks = value.string
            case .poll: spec.poll = Quantity.duration(value)
            case .nodes: spec.nodes = nodes(value)
            case .fallback: spec.fallback = choice(value)
            case .security: spec.security = security(value)
            case .policy: spec.policy = policy(value)
            case .problemTemplate: spec.problemShape = problemShape(value)
            case .cors: spec.crossOrigin = crossOrigin(value)
            case .lint: spec.lint = lint(value)
            }
        }
        reportSecondFallback(json)
        return spec
    }

    /// Of an object with nodes and a fallback.
    private mutating func reportSecondFallback(_ json: JSON) {
        guard json[Key.nodes.rawValue]?[ConfiguredNode.anyID] != nil, let fallback = json[Key.fallback.rawValue] else {
            return
        }
        report(.badValue, fallback, "says what the node \"*\" says too", hint: "Give one of the two.")
    }

    private func overlays(_ json: JSON) -> [OverlaySource] {
        json.elements.compactMap(\.string).map { .file(SourceReference.path($0, in: directory)) }
    }

    enum ReferencesKey: String, CaseIterable {
        case origins, root
    }

    private mutating func references(_ json: JSON) -> ReferencePolicy {
        var references = ReferencePolicy()
        for (key, value) in members(of: json, as: ReferencesKey.self) {
            switch key {
            case .origins: references.origins = value.elements.compactMap { origin($0) }
            case .root: references.rootDirectory = value.string.map { SourceReference.path($0, in: directory) }
            }
        }
        return references
    }

    private mutating func origin(_ json: JSON) -> String? {
        guard let text = json.string, !ReferencePolicy.isOrigin(text) else { return json.string }
        report(.badValue, json, "must be an origin, as https://example.com is")
        return nil
    }

    private mutating func source(_ json: JSON) -> SourceReference? {
        guard let text = json.string, !text.isEmpty else { return nil }
        let source = SourceReference(text, relativeTo: directory)
        if source.isPlausible { return source }
        report(.badValue, json, "must be a path, an http(s) URL or igniteconnex:SPEC_RESOURCE_ID")
        return nil
    }

    /// The path of a file of credentials, which is then watched.
    mutating func credentialFile(_ json: JSON) -> String {
        let path = SourceReference.path(json.string ?? "", in: directory)
        credentialFiles.append(path)
        return path
    }

    mutating func add(_ diagnostics: [Diagnostic]) { findings += diagnostics }

    mutating func report(_ code: Diagnostic.Code, _ json: JSON, _ phrase: String, hint: String? = nil) {
        findings.append(file.finding(code, at: json, phrase, hint: hint))
    }

    /// An object's members by their known keys.
    func members<Key: RawRepresentable<String>>(of json: JSON, as type: Key.Type) -> [(key: Key, value: JSON)] {
        json.members.compactMap { key, value in Key(rawValue: key).map { ($0, value) } }
    }

    func choice<Choice: RawRepresentable<String>>(_ json: JSON) -> Choice? {
        json.string.flatMap(Choice.init(rawValue:))
    }
}

infix operator ?= : AssignmentPrecedence

extension Optional {
    /// Assigns what is there, else keeps what was.
    static func ?= (target: inout Wrapped, value: Wrapped?) {
        if let value { target = value }
    }
}
