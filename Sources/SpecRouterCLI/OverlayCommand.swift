import ArgumentParser
import OpenAPIModel
import SpecGateway

struct OverlayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overlay",
        abstract: "Prints a description with overlays applied, as YAML or JSON, whichever it is.",
        discussion: "The overlays are applied in the order in which they are named (Overlay 1.0 and 1.1).")

    @Argument(
        help: ArgumentHelp("A path, an http(s) URL, or igniteconnex:SPEC_RESOURCE_ID.", valueName: "spec"))
    var spec: String

    @Argument(help: ArgumentHelp("Files with overlays, in JSON or YAML.", valueName: "overlay"))
    var overlays: [String]

    @OptionGroup var registry: RegistryArguments

    func run() async throws {
        let arguments = OverlayArguments(files: overlays)
        let (_, loaded) = await arguments.load(spec, registry)
        guard let source = loaded.document?.sources.first else { throw DiagnosticError(loaded.diagnostics) }
        Terminal.print(loaded.diagnostics.filter { overlays.contains($0.location?.file ?? "") })
        Terminal.print(output: source.serialized())
    }
}
