public import ArgumentParser
public import SpecGateway

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves descriptions with nodes from a configuration file or a fallback.",
        discussion: "SIGTERM finishes what is in flight and stops; SIGHUP reads the descriptions anew.")

    @Argument(
        help: ArgumentHelp("A path, an http(s) URL, or igniteconnex:SPEC_RESOURCE_ID.", valueName: "spec"))
    var specs: [String] = []

    @Option(help: "A configuration file. What the command line says comes before what the file says.")
    var config: String?

    @OptionGroup var server: ServerArguments

    @Option(help: "The port of 127.0.0.1 where /live and /ready are, for what watches the process; nowhere without it.")
    var adminPort: Int?

    @OptionGroup var overlays: OverlayArguments

    @OptionGroup var registry: RegistryArguments

    @Option(help: "The path under which the operations are, instead of the base path of the description's servers.")
    var mount: String?

    @Option(help: "The path under which the descriptions' webhooks are served, each under its name.")
    var webhooks: String?

    @Option(
        help:
            "The node for operations that name none, and for ids without a node: echo, mock, none or proxy=URL, which hands requests on to the server there."
    )
    var fallback: FallbackArgument?

    @Flag(
        help: "Take every credential that has the right form. For trying descriptions, or behind a gateway that checks."
    )
    var acceptAnyCredential = false

    @Flag(help: "For development: answers say what went wrong inside.")
    var dev = false

    @Flag(help: "Refuse a description with any error, instead of serving what is right of it.")
    var strict = false

    func validate() throws {
        guard !specs.isEmpty || config != nil else {
            throw ValidationError("Name a description, or a configuration file with --config.")
        }
        if let adminPort { try ServerArguments.checkPort(adminPort) }
    }

    func run() async throws {
        var configuration = try config.map { try GatewayConfiguration.load(file: $0) } ?? GatewayConfiguration()
        configuration.specs += specs.map { GatewayConfiguration.Spec(SourceReference($0)) }
        server.apply(to: &configuration.server)
        if let adminPort { configuration.server.admin = AdminAddress(port: adminPort) }
        overlays.apply(to: &configuration)
        registry.apply(to: &configuration)
        if acceptAnyCredential { configuration.otherSchemes = .acceptAny }
        for index in configuration.specs.indices { apply(to: &configuration.specs[index]) }
        var gateway = Gateway(configuration)
        if strict { gateway.strictness = .strict }
        try await gateway.runService()
    }

    /// The command line comes before the file, and so before what the file says of one description.
    private func apply(to spec: inout GatewayConfiguration.Spec) {
        if let mount { spec.mount = mount }
        if let webhooks { spec.webhooks = webhooks }
        fallback?.apply(to: &spec)
        if dev { spec.policy.set(\.problems, to: .verbose) }
    }
}

/// A word, or `proxy=URL`.
enum FallbackArgument: ExpressibleByArgument {
    case word(FallbackNode)
    case proxy(Upstream)

    init?(argument: String) {
        let proxy = "proxy="
        if argument.hasPrefix(proxy) {
            guard let upstream = try? Upstream(String(argument.dropFirst(proxy.count))) else { return nil }
            self = .proxy(upstream)
        } else {
            guard let word = FallbackNode(rawValue: argument) else { return nil }
            self = .word(word)
        }
    }

    static var allValueStrings: [String] { FallbackNode.allCases.map(\.rawValue) + ["proxy=URL"] }

    func apply(to spec: inout GatewayConfiguration.Spec) {
        switch self {
        case .word(let word):
            spec.nodes[ConfiguredNode.anyID] = nil
            spec.fallback = word
            spec.policy.set(\.unboundOperations, to: word == .none ? .refuse : .fallback)
        case .proxy(let upstream):
            spec.nodes[ConfiguredNode.anyID] = .proxy(upstream)
        }
    }
}

/// Where a gateway listens.
struct ServerArguments: ParsableArguments {
    @Option(help: "The address to listen on.")
    var host: String?

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port: Int?

    @Option(help: "Event loops, each with a thread of its own.")
    var threads: Int?

    @Option(help: "One line for each request: off, text or json.")
    var accessLog: AccessLogFormat?

    @Option(help: "A file in PEM with the server's certificate and those that lead to its authority: speaks TLS.")
    var tlsCertificate: String?

    @Option(help: "A file in PEM with the certificate's private key.")
    var tlsKey: String?

    func validate() throws {
        if let port { try Self.checkPort(port) }
        if let threads, threads < 1 { throw ValidationError("At least one thread is needed.") }
        guard (tlsCertificate == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-certificate and --tls-key go together.")
        }
    }

    static func checkPort(_ port: Int) throws {
        guard (0...65535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
    }

    func apply(to server: inout ServerConfiguration) {
        if let host { server.host = host }
        if let port { server.port = port }
        if let threads { server.threads = threads }
        if let accessLog { server.accessLog = accessLog }
        if let tlsCertificate, let tlsKey {
            server.tls = TLSSettings(certificate: tlsCertificate, key: tlsKey)
        }
    }
}

extension AccessLogFormat: ExpressibleByArgument {}
