import Foundation
import JSONCore
import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

@Suite("The article about deployment")
struct DeploymentArticleTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

    private static func blocks(_ language: String) throws -> [String] {
        let article = try String(
            contentsOf: root.appending(path: "Sources/SpecGateway/SpecGateway.docc/Deployment.md"), encoding: .utf8)
        return article.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    /// The configuration, the keys, the manifests.
    private static func yaml() throws -> (configuration: String, keys: String, manifests: [JSON]) {
        let blocks = try blocks("yaml")
        try #require(blocks.count == 3)
        let limits = ReadingLimits(maximumBytes: 1 << 16, maximumSources: 1, maximumDepth: 32, aliasNodes: 1000)
        let manifests = try blocks[2].components(separatedBy: "\n---\n").map {
            try StructuredText.parse(Array($0.utf8), name: "specrouter.yaml", limits: limits)
        }
        return (blocks[0], blocks[1], manifests)
    }

    private static func configuration() throws -> GatewayConfiguration {
        let parts = try yaml()
        let directory = FileManager.default.temporaryDirectory.appending(path: "specrouter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try write(parts.keys, to: directory.path + "/keys.yaml")
        return try .parsing(parts.configuration, directory: directory.path + "/")
    }

    @Test func `has a configuration that serves, behind its key`() async throws {
        let parts = try Self.yaml()
        let petstore = try Data(contentsOf: Self.root.appending(path: "specs/petstore.yaml"))
        try await withDirectory { directory in
            try write(String(decoding: petstore, as: UTF8.self), to: directory + "/petstore.yaml")
            try write(parts.keys, to: directory + "/keys.yaml")
            var gateway = Gateway(try .parsing(parts.configuration, directory: directory + "/"))
            gateway.limits.drainDelay = .zero
            gateway.server.port = 0
            gateway.server.admin?.port = 0
            try await GatewayTests().running(gateway) { port, _ in
                let client = try await SocketClient(port: port)
                client.send("POST /pets HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nX-API-Key: wrong\r\n\r\n")
                client.send("GET /pets HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await client.answers(2).map(\.status) == [401, 200])
                await client.close()
            }
        }
    }

    @Test func `has manifests that agree with the configuration`() throws {
        let configuration = try Self.configuration()
        let manifests = try Self.yaml().manifests
        #expect(
            manifests.map { $0["kind"]?.string } == [
                "Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler",
            ])
        let pod = try #require(manifests[0]["spec"]?["template"]?["spec"])
        let container = try #require(pod["containers"]?[0])
        #expect(container["ports"]?[0]?["containerPort"]?.int == configuration.server.port)
        let admin = try #require(configuration.server.admin)
        #expect(container["ports"]?[1]?["containerPort"]?.int == admin.port)
        for probe in ["startupProbe", "readinessProbe", "livenessProbe"] {
            #expect(container[probe]?["httpGet"]?["port"] == container["ports"]?[1]?["name"], "\(probe)")
        }
        let stopping = configuration.limits.drainDelay + configuration.limits.drainTimeout
        let grace = try #require(pod["terminationGracePeriodSeconds"]?.int)
        #expect(Duration.seconds(grace) > stopping)
        let readiness = try #require(container["readinessProbe"])
        let noticed = (readiness["periodSeconds"]?.int ?? 0) * (readiness["failureThreshold"]?.int ?? 0)
        #expect(Duration.seconds(noticed) < configuration.limits.drainDelay)
        #expect(pod["securityContext"]?["runAsNonRoot"]?.bool == true)
    }

    @Test func `has a service unit that outwaits the drain`() throws {
        let units = try Self.blocks("ini")
        try #require(units.count == 2)
        let configuration = try Self.configuration()
        let lines = units[0].split(separator: "\n")
        let timeout = try #require(lines.first { $0.hasPrefix("TimeoutStopSec=") }?.split(separator: "=").last)
        let stopping = configuration.limits.drainDelay + configuration.limits.drainTimeout
        #expect(Duration.seconds(try #require(Int(timeout))) > stopping)
        #expect(units[1].contains("ListenStream=\(configuration.server.port)\n"))
    }

    private static let systemd = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"]
        .first(where: FileManager.default.isExecutableFile)

    @Test(.enabled(if: systemd != nil, "systemd-analyze is not installed"))
    func `has units that systemd takes`() async throws {
        let units = try Self.blocks("ini").map { $0.replacing("/usr/local/bin/specrouter", with: "/bin/true") }
        try #require(units.count == 2)
        try await withDirectory { directory in
            let files = [directory + "/specrouter.service", directory + "/specrouter.socket"]
            for (unit, file) in zip(units, files) { try write(unit, to: file) }
            let process = Process()
            process.executableURL = URL(filePath: try #require(Self.systemd))
            process.arguments = ["verify", "--man=no"] + files
            let said = Pipe()
            process.standardError = said
            try process.run()
            process.waitUntilExit()
            let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            #expect(!text.contains("specrouter"), "\(text)")
        }
    }
}
