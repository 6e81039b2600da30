import ArgumentParser
import OpenAPIModel
import SpecGateway

struct Bind: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints an overlay to edit, which gives each operation of a description the id of a node.",
        discussion: """
            For descriptions that are not yours to change: specrouter bind SPEC > nodes.overlay.yaml, edit the ids, then \
            specrouter serve SPEC --overlay nodes.overlay.yaml. Operations that name a node already are left out.
            """)

    @Argument(
        help: ArgumentHelp("A path, an http(s) URL, or igniteconnex:SPEC_RESOURCE_ID.", valueName: "spec"))
    var spec: String

    @OptionGroup var overlays: OverlayArguments

    @OptionGroup var registry: RegistryArguments

    func run() async throws {
        let (name, loaded) = await overlays.load(spec, registry)
        guard let document = loaded.document else { throw DiagnosticError(loaded.diagnostics) }
        guard let skeleton = document.nodeSkeleton() else {
            return Terminal.print(error: "Every operation of \"\(name)\" that an overlay reaches names a node.")
        }
        Terminal.print(output: skeleton)
    }
}
