import FoundationEssentials
import JSONCore
public import OpenAPIModel

extension GatewayConfiguration {
    /// Reads a configuration file, JSON or YAML. Paths in it are relative to its directory.
    public static func load(file path: String) throws(DiagnosticError) -> GatewayConfiguration {
        guard let data = FileManager.default.contents(atPath: path) else {
            let message = "The configuration file \"\(path)\" does not exist or may not be read."
            throw DiagnosticError([Diagnostic(.error, .unreadableSource, message)])
        }
        let directory = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
        return try GatewayConfiguration(
            parsing: Array(data), name: path, directory: directory.isEmpty && path.hasPrefix("/") ? "/" : directory)
    }

    /// `name` is what diagnostics call the text.
    public init(parsing bytes: [UInt8], name: String, directory: String) throws(DiagnosticError) {
        let json = try StructuredText.parse(bytes, name: name, limits: .standard)
        let findings = ConfigurationCheck(name: name).diagnostics(json)
        guard findings.isEmpty else { throw DiagnosticError(findings) }
        var reader = ConfigurationReader(name: name, directory: directory)
        let configuration = reader.configuration(json)
        guard reader.diagnostics.isEmpty else { throw DiagnosticError(reader.diagnostics) }
        self = configuration
    }
}
