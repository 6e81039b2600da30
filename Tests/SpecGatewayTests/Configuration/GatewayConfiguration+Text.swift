import OpenAPIModel
import SpecGateway

extension GatewayConfiguration {
    static func parsing(_ text: String, directory: String = "") throws(DiagnosticError) -> GatewayConfiguration {
        try parse(Array(text.utf8), name: "gateway.yaml", directory: directory)
    }

    static func diagnostics(for text: String) -> [Diagnostic] {
        do throws(DiagnosticError) {
            _ = try parsing(text)
            return []
        } catch {
            return error.diagnostics
        }
    }

    /// `file:line:column: message`
    static func messages(for text: String) -> [String] {
        diagnostics(for: text).map { "\($0.location?.description ?? "-"): \($0.message)" }
    }
}
