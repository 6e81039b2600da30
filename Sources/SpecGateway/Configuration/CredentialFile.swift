import JSONCore
import OpenAPIModel

/// A file of keys or of users: YAML or JSON, a list as a configuration has it.
enum CredentialFile {
    /// The file, and what its schema finds wrong with it.
    static func read(
        _ path: String, _ holding: ConfigurationReader.Holding
    ) throws(DiagnosticError) -> (ConfigurationFile, [Diagnostic]) {
        let bytes: [UInt8]
        do throws(KeyFile.Unreadable) {
            bytes = try KeyFile.contents(of: path)
        } catch {
            throw DiagnosticError([Diagnostic(.error, .unreadableSource, "\(error)")])
        }
        let limits = ReadingLimits(maximumBytes: 1 << 24, maximumSources: 1, maximumDepth: 16, aliasNodes: 100_000)
        let file = ConfigurationFile(root: try StructuredText.parse(bytes, name: path, limits: limits), name: path)
        return (file, try ConfigurationSchema.findings(in: file, as: holding == .users ? .users : .keys))
    }
}
