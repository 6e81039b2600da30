import ArgumentParser
import OpenAPIModel
import SpecGateway

struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what two revisions of a description have different; exits 1 when any of it breaks clients.")

    @Argument(help: ArgumentHelp("The older revision: a path, an http(s) URL, or igniteconnex:ID.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The newer revision.", valueName: "new"))
    var new: String

    @OptionGroup var overlays: OverlayArguments

    @OptionGroup var registry: RegistryArguments

    @Flag(help: "Print the changes as JSON.")
    var json = false

    func run() async throws {
        var documents: [OpenAPIDocument] = []
        for spec in [old, new] {
            let loaded = await overlays.load(spec, registry).loaded
            guard let document = loaded.document else { throw DiagnosticError(loaded.diagnostics) }
            documents.append(document)
        }
        let comparison = DescriptionComparison(from: documents[0], to: documents[1])
        if json {
            Terminal.print(output: DescriptionDifference.json(comparison))
        } else {
            if !comparison.changes.isEmpty { Terminal.print(output: comparison.rendered()) }
            Terminal.print(output: comparison.summary)
        }
        if comparison.isBreaking { throw ExitCode(1) }
    }
}
