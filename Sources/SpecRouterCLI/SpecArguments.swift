import ArgumentParser
import OpenAPIModel
import SpecGateway

/// The descriptions that a command works on.
struct SpecArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A path, an http(s) URL, or igniteconnex:SPEC_RESOURCE_ID.", valueName: "spec"))
    var specs: [String]

    @OptionGroup var registry: RegistryArguments

    /// The first revision of each description, with its name.
    func load() async -> [(name: String, loaded: LoadedDescription)] {
        var configuration = GatewayConfiguration(specs: specs.map { GatewayConfiguration.Spec(SourceReference($0)) })
        registry.apply(to: &configuration)
        var descriptions: [(String, LoadedDescription)] = []
        for spec in Gateway(configuration).specs {
            descriptions.append((spec.source.name, await spec.source.current()))
        }
        return descriptions
    }
}

/// How descriptions of an IgniteConnex registry are fetched.
struct RegistryArguments: ParsableArguments {
    @Option(name: .customLong("registry"), help: "The registry's URL, for igniteconnex:ID.")
    var url: String?

    @Option(help: "A file that holds the registry's API key, instead of IGNITECONNEX_API_KEY.")
    var apiKeyFile: String?

    func apply(to configuration: inout GatewayConfiguration) {
        if let url { configuration.registry.url = url }
        if let apiKeyFile { configuration.registry.keyFile = apiKeyFile }
    }
}
