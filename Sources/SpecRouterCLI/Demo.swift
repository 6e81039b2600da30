import ArgumentParser
import OpenAPIModel
import SpecGateway

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves a pet store with nodes in memory, and says what to try.")

    @OptionGroup var server: ServerArguments

    func run() async throws {
        let source = DescriptionText(name: "petstore.yaml", bytes: PackageResources.petstore_yaml)
        var gateway = Gateway(
            source, nodes: PetStore().nodes, security: ["ApiKey": .apiKeys(.plain(["demo": "demo-key"]))])
        server.apply(to: &gateway.server)
        if let document = source.loaded.document {
            Terminal.print(output: RouteListing.table(RouteListing.all(of: document, mount: nil)) + "\n")
        }
        gateway.announce = { address in
            Terminal.print(output: "\(Self.examples(address))\n\nlistening on \(address)")
        }
        try await gateway.runService()
    }

    private static func examples(_ address: ListeningAddress) -> String {
        """
        Try:
          curl -s '\(address)/pets?limit=1'
          curl -s \(address)/pets -H 'X-API-Key: demo-key' --json '{"name":"Tweety","kind":"bird","price":9.95}'
          curl -s \(address)/pets -H 'X-API-Key: demo-key' --json '{"name":"","kind":"fish"}'
        """
    }
}
