import ArgumentParser
import Foundation

/// The floor, and a gateway for each size of description, started when it is first asked for.
final class MeasuredServers {
    let floor: ServerProcess
    private var gateways: [Int: ServerProcess] = [:]
    private var constant: ServerProcess?
    private let core: Int?
    private let threads: String
    private let directory: URL
    private let programs: URL

    init(core: Int?, threads: Int) throws {
        self.core = core
        self.threads = String(threads)
        programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("specrouter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        floor = try ServerProcess(
            programs.appendingPathComponent("SpecRouterBenchmarks"),
            ["floor", "--port", "0", "--threads", self.threads], core: core)
    }

    func gateway(padding: Int) throws -> ServerProcess {
        if let running = gateways[padding] { return running }
        let started = try start(padding: padding)
        gateways[padding] = started
        return started
    }

    /// One that has not answered anything yet. The caller stops it.
    func fresh() throws -> ServerProcess { try start(padding: 0) }

    /// Nil when it is not installed.
    func nginx() throws -> ServerProcess? {
        let places = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"]
        guard let program = places.first(where: FileManager.default.isExecutableFile) else { return nil }
        let port = try ServerProcess.freePort()
        let configuration = directory.appendingPathComponent("nginx.conf")
        try NginxConfiguration.text(port: port, in: directory.path)
            .write(to: configuration, atomically: true, encoding: .utf8)
        let server = try ServerProcess(
            URL(fileURLWithPath: program), ["-c", configuration.path, "-e", "stderr"], core: core, port: port)
        constant = server
        return server
    }

    func stop() {
        floor.stop()
        constant?.stop()
        for server in gateways.values { server.stop() }
        try? FileManager.default.removeItem(at: directory)
    }

    private func start(padding: Int) throws -> ServerProcess {
        let text = try String(contentsOfFile: "specs/benchmark.yaml", encoding: .utf8)
        let description = directory.appendingPathComponent("benchmark-\(padding).yaml")
        try LoadCase.description(text, padding: padding).write(to: description, atomically: true, encoding: .utf8)
        let configuration = directory.appendingPathComponent("gateway-\(padding).yaml")
        try String(contentsOfFile: "Sources/SpecRouterBenchmarks/Scripts/gateway.yaml", encoding: .utf8)
            .replacingOccurrences(of: "../../../specs/benchmark.yaml", with: description.path)
            .write(to: configuration, atomically: true, encoding: .utf8)
        let program = programs.appendingPathComponent("specrouter")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw ValidationError("Build the gateway first: swift build -c release --product specrouter")
        }
        return try ServerProcess(
            program,
            ["serve", "--config", configuration.path, "--port", "0", "--threads", threads, "--access-log", "off"],
            core: core)
    }
}
