import ArgumentParser
import Foundation

/// The floor, and a gateway for each size of description, started when it is first asked for.
final class MeasuredServers {
    let floor: ServerProcess
    private var gateways: [Int: ServerProcess] = [:]
    private var constant: ServerProcess?
    private let serving: ServingOptions
    private let files: GatewayFiles
    private let programs: URL

    init(_ serving: ServingOptions) throws {
        self.serving = serving
        programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        files = try GatewayFiles()
        floor = try ServerProcess(
            programs.appendingPathComponent("SpecRouterBenchmarks"),
            ["floor", "--port", "0"] + serving.threadArguments, core: serving.pinnedCore)
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
        let configuration = files.directory.appendingPathComponent("nginx.conf")
        try NginxConfiguration.text(port: port, in: files.directory.path)
            .write(to: configuration, atomically: true, encoding: .utf8)
        let server = try ServerProcess(
            URL(fileURLWithPath: program), ["-c", configuration.path, "-e", "stderr"], core: serving.pinnedCore,
            port: port)
        constant = server
        return server
    }

    func stop() {
        floor.stop()
        constant?.stop()
        for server in gateways.values { server.stop() }
        files.remove()
    }

    private func start(padding: Int) throws -> ServerProcess {
        try ServerProcess(gateway: files.write(padding: padding), serving)
    }
}
