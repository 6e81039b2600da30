import HTTPTypes
import OpenAPIModel
import SpecRouter

/// The process's own endpoints, served from a description like any other.
enum AdminAPI {
    static func compile(_ status: GatewayStatus) throws(DiagnosticError) -> CompiledAPI {
        let name = "admin.yaml"
        let loaded = DescriptionLoader.load(
            bytes: PackageResources.admin_yaml, uri: "file:///\(name)", name: name, readFile: { _ in [] })
        guard let document = loaded.document else { throw DiagnosticError(loaded.diagnostics) }
        let input = SpecInput(document: document, diagnostics: loaded.diagnostics, nodes: nodes(status))
        let compilation = APICompiler().compile([input])
        guard let api = compilation.api else { throw DiagnosticError(compilation.diagnostics) }
        return api
    }

    private static func nodes(_ status: GatewayStatus) -> NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("admin.live") { _ in try .json(["status": "live"]) }
        nodes.register("admin.ready") { _ in
            let readiness = status.readiness
            return try .json(readiness, status: readiness.status == .ready ? .ok : .serviceUnavailable)
        }
        return nodes
    }
}
