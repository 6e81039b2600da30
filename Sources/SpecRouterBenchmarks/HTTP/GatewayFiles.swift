import ArgumentParser
import Foundation

/// What a measured gateway reads, in a directory of its own.
struct GatewayFiles {
    let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("specrouter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    /// The benchmark's description with further operations, and a configuration that serves it.
    ///
    /// - Parameter revision: the description's version: a gateway that serves an earlier one takes it over.
    /// - Returns: the configuration's path.
    @discardableResult
    func write(padding: Int, revision: Int = 0) throws -> String {
        let text = try String(contentsOfFile: "specs/benchmark.yaml", encoding: .utf8)
            .replacingOccurrences(of: "version: 1.0.0", with: "version: 1.0.\(revision)")
        let description = directory.appendingPathComponent("benchmark-\(padding).yaml")
        try LoadCase.description(text, padding: padding).write(to: description, atomically: true, encoding: .utf8)
        let configuration = directory.appendingPathComponent("gateway-\(padding).yaml")
        try String(contentsOfFile: "Sources/SpecRouterBenchmarks/Scripts/gateway.yaml", encoding: .utf8)
            .replacingOccurrences(of: "../../../specs/benchmark.yaml", with: description.path)
            .write(to: configuration, atomically: true, encoding: .utf8)
        return configuration.path
    }

    func remove() {
        try? FileManager.default.removeItem(at: directory)
    }
}

extension ServerProcess {
    /// The gateway that stands beside this program, which has to be built.
    ///
    /// - Parameter log: a file for what it says on stderr; ours when nil.
    convenience init(gateway configuration: String, _ serving: ServingOptions, log: URL? = nil) throws {
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("specrouter")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw ValidationError("Build the gateway first: swift build -c release --product specrouter")
        }
        try self.init(
            program,
            ["serve", "--config", configuration, "--port", "0", "--access-log", "off"] + serving.threadArguments,
            core: serving.pinnedCore, log: log)
    }
}
