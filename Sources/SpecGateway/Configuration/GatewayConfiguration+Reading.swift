import JSONCore
public import OpenAPIModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A configuration file is YAML or JSON; `gateway.schema.json` describes it, and is what it is checked against.
extension GatewayConfiguration {
    /// Reads a file. Throws everything that is wrong with it, in the file's order.
    public static func load(file path: String) throws(DiagnosticError) -> GatewayConfiguration {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let directory = name.map { String(path[...$0]) } ?? ""
        var configuration = try parse(contents(of: path), name: path, directory: directory)
        configuration.file = path
        return configuration
    }

    /// Reads a configuration from memory. Diagnostics call it `name`; sources that are relative paths are taken to be
    /// in `directory`, where an empty text is the working directory.
    public static func parse(
        _ bytes: [UInt8], name: String, directory: String
    ) throws(DiagnosticError) -> GatewayConfiguration {
        let json = try StructuredText.parse(bytes, name: name, limits: limits)
        let file = ConfigurationFile(root: json, name: name)
        var reader = ConfigurationReader(file: file, directory: directory)
        var configuration = reader.configuration(file.root)
        configuration.written = json
        configuration.credentialFiles = reader.credentialFiles
        let findings = try ConfigurationSchema.findings(in: file) + reader.findings
        guard findings.isEmpty else { throw DiagnosticError(findings.inFileOrder()) }
        return configuration
    }

    /// The JSON Schema (2020-12) of configuration files, for editors.
    public static var schema: [UInt8] { PackageResources.gateway_schema_json }

    private static let limits = ReadingLimits(
        maximumBytes: 1 << 20, maximumSources: 1, maximumDepth: 64, aliasNodes: 100_000)

    private static func contents(of path: String) throws(DiagnosticError) -> [UInt8] {
        var isDirectory = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw DiagnosticError([unreadable("The configuration file \"\(path)\" does not exist.")])
        }
        guard !isDirectory else {
            throw DiagnosticError([unreadable("The configuration file \"\(path)\" is a directory.")])
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DiagnosticError([unreadable("The configuration file \"\(path)\" may not be read.")])
        }
        return Array(data)
    }

    private static func unreadable(_ message: String) -> Diagnostic {
        Diagnostic(.error, .unreadableSource, message)
    }
}
