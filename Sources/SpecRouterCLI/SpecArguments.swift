import ArgumentParser
import OpenAPIModel
import SpecGateway

/// The descriptions that a command works on.
struct SpecArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A path, an http(s) URL, or igniteconnex:SPEC_RESOURCE_ID.", valueName: "spec"))
    var specs: [String]

    @OptionGroup var overlays: OverlayArguments

    @OptionGroup var registry: RegistryArguments

    /// The first revision of each description, with its name.
    func load() async -> [(name: String, loaded: LoadedDescription)] {
        var descriptions: [(String, LoadedDescription)] = []
        for spec in specs { descriptions.append(await overlays.load(spec, registry)) }
        return descriptions
    }
}

/// What is changed of descriptions before they are read.
struct OverlayArguments: ParsableArguments {
    @Option(
        name: .customLong("overlay"),
        help: ArgumentHelp(
            "An overlay to apply to each description; can be given several times.", valueName: "file"))
    var files: [String] = []

    init() {}

    init(files: [String]) {
        self.files = files
    }

    /// The first revision of a description, with its name.
    func load(_ spec: String, _ registry: RegistryArguments) async -> (name: String, loaded: LoadedDescription) {
        var configuration = GatewayConfiguration(specs: [GatewayConfiguration.Spec(SourceReference(spec))])
        apply(to: &configuration)
        registry.apply(to: &configuration)
        let source = Gateway(configuration).specs[0].source
        return (source.name, await source.current())
    }

    /// Behind those that a configuration file gives a description.
    func apply(to configuration: inout GatewayConfiguration) {
        for index in configuration.specs.indices {
            configuration.specs[index].overlays += files.map { .file($0) }
        }
    }
}

/// What descriptions may refer to.
struct ReferenceArguments: ParsableArguments {
    @Option(
        name: .customLong("allow-references"),
        help: ArgumentHelp(
            "Fetch documents that descriptions refer to from https://HOST too; can be given several times.",
            valueName: "origin"))
    var origins: [String] = []

    @Option(
        help: ArgumentHelp(
            "References to files may lead anywhere in this directory, instead of the description's own.",
            valueName: "dir"))
    var root: String?

    func validate() throws {
        guard let wrong = origins.first(where: { !ReferencePolicy.isOrigin($0) }) else { return }
        throw ValidationError("\"\(wrong)\" is no origin; write it as https://example.com.")
    }

    /// What the command line allows, it allows beside what a configuration file does.
    func apply(to configuration: inout GatewayConfiguration) {
        for index in configuration.specs.indices {
            configuration.specs[index].references.origins += origins
            if let root { configuration.specs[index].references.rootDirectory = root }
        }
    }
}

/// How descriptions are fetched, and what they refer to.
struct RegistryArguments: ParsableArguments {
    @Option(name: .customLong("registry"), help: "The registry's URL, for igniteconnex:ID.")
    var url: String?

    @Option(help: "A file that holds the registry's API key, instead of IGNITECONNEX_API_KEY.")
    var apiKeyFile: String?

    @OptionGroup var references: ReferenceArguments

    func apply(to configuration: inout GatewayConfiguration) {
        if let url { configuration.registry.url = url }
        if let apiKeyFile { configuration.registry.keyFile = apiKeyFile }
        references.apply(to: &configuration)
    }
}
