import ArgumentParser
import OpenAPIModel
import SpecGateway

struct Routes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists what descriptions offer: method, path, operation, node, security.")

    @OptionGroup var specs: SpecArguments

    @Option(help: "A mount instead of the base path of the description's servers.")
    var mount: String?

    @Option(help: "The path under which webhooks are listed, each under its name.")
    var webhooks: String?

    @Flag(help: "Print the routes as JSON.")
    var json = false

    func run() async throws {
        var listings: [RouteListing] = []
        for (_, loaded) in await specs.load() {
            guard let document = loaded.document else { throw DiagnosticError(loaded.diagnostics) }
            Terminal.print(loaded.diagnostics.filter { $0.severity == .error })
            listings += RouteListing.all(of: document, mount: mount, webhooks: webhooks)
        }
        Terminal.print(output: json ? RouteListing.json(listings) : RouteListing.table(listings))
    }
}
