import Foundation
import Testing

/// The `specrouter` that was built beside these tests, serving in a process of its own.
struct GatewayProcess: Sendable {
    let id: Int32
    let port: Int
    private let errors: URL

    /// What it has written to stderr.
    var log: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    /// Waits for a text on stderr, so many times.
    func says(_ text: String, times count: Int = 1) async throws {
        while log.ranges(of: text).count < count { try await Task.sleep(for: .milliseconds(5)) }
    }

    func signal(_ number: Int32) { kill(id, number) }

    /// The processor time that it has used, in hundredths of a second.
    var ticks: Int {
        get throws {
            let line = try String(contentsOf: URL(filePath: "/proc/\(id)/stat"), encoding: .utf8)
            let fields = line.split(separator: ")").last?.split(separator: " ") ?? []
            return try fields[11...12].reduce(0) { $0 + (try #require(Int($1))) }
        }
    }

    /// Runs `serve` while `body` does.
    ///
    /// - Parameter files: how many the process may have open.
    static func run(
        _ arguments: [String], in directory: String, files: Int = 4096, _ body: (GatewayProcess) async throws -> Void
    ) async throws {
        let folder = URL(filePath: directory)
        let errors = folder.appending(path: "stderr")
        try Data().write(to: errors)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            ["-c", "ulimit -n \(files); exec \"$0\" \"$@\"", executable.path, "serve", "--port", "0"] + arguments
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let ended = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in ended.continuation.finish() }
        do {
            let line = await line(of: output.fileHandleForReading)
            let port = try #require(line.split(separator: ":").last.flatMap { Int($0) }, "It ended before it listened.")
            try await body(GatewayProcess(id: process.processIdentifier, port: port, errors: errors))
        } catch {
            process.terminate()
            for await _ in ended.stream {}
            throw error
        }
        process.terminate()
        for await _ in ended.stream {}
    }

    private static func line(of handle: FileHandle) async -> String {
        await Task.detached {
            var bytes = Data()
            while !bytes.contains(UInt8(ascii: "\n")) {
                let next = handle.availableData
                if next.isEmpty { break }
                bytes += next
            }
            return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
        }.value
    }

    /// The test bundle lies in the same folder as the executables.
    private static var executable: URL {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        return (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
            .appending(path: "specrouter")
    }
}
