import ArgumentParser
import SpecGateway

struct Registry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the descriptions of a folder to holders of a key, as an IgniteConnex registry does.",
        discussion: """
            The keys come from the environment variable SPECROUTER_REGISTRY_KEYS, as name=key,name=key. \
            A description's id is its file's name without the ending.
            """)

    @Argument(help: "A folder with .yaml, .yml and .json files.")
    var directory: String

    @OptionGroup var server: ServerArguments

    func run() async throws {
        guard DescriptionRegistry.isDirectory(directory) else {
            throw CommandFailure(message: "There is no folder \"\(directory)\" to serve descriptions from.")
        }
        let source = DescriptionText(name: "registry.yaml", bytes: PackageResources.registry_yaml)
        var gateway = Gateway(
            source, nodes: DescriptionRegistry(directory: directory).nodes,
            security: ["RegistryKey": .apiKeys(.environment("SPECROUTER_REGISTRY_KEYS"))])
        server.apply(to: &gateway.server)
        try await gateway.runService()
    }
}
