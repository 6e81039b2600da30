import Foundation
import Testing

@testable import SpecGateway

/// A command of its own: `SPECROUTER_LARGE_STREAMS=1 swift test --filter LargeStreamTests` sends 1 GiB each way with curl,
/// and looks at the most memory that this process has ever had.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["SPECROUTER_LARGE_STREAMS"] != nil, "takes a while"))
struct LargeStreamTests {
    private static let size = 1 << 30
    /// What a stream may add to the memory of the process: that of the tests themselves counts as well.
    private static let bound = 64 * 1024

    @Test(.timeLimit(.minutes(10))) func `1 GiB up and 1 GiB down take constant memory`() async throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let description = root.appending(path: "Fixtures/tutorial/streaming.yaml").path
        let gateway = Gateway(.file(description), nodes: streamingNodes())
        try await GatewayTests().running(gateway) { port, _ in
            let before = try Self.peak()
            let url = "http://127.0.0.1:\(port)/files"
            let up = try await Self.shell(
                "head -c \(Self.size) /dev/zero | curl -sS -X PUT -H 'Content-Type: application/octet-stream' -T - \(url)"
            )
            #expect(up == "{\"octets\":\(Self.size)}")
            let afterUp = try Self.peak()
            let down = try await Self.shell("curl -sS '\(url)?size=\(Self.size)' | wc -c")
            #expect(down.trimmingCharacters(in: .whitespacesAndNewlines) == "\(Self.size)")
            let after = try Self.peak()
            print("VmHWM in KiB: before \(before), after 1 GiB up \(afterUp), after 1 GiB down \(after)")
            #expect(after - before < Self.bound)
        }
    }

    /// In KiB.
    private static func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(line.split(separator: " ").compactMap { Int($0) }.first)
    }

    private static func shell(_ command: String) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        let output = Pipe()
        process.standardOutput = output
        let ended = Signal()
        process.terminationHandler = { _ in ended.set() }
        try process.run()
        await ended.wait()
        return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
