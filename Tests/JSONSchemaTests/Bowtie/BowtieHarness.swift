import Foundation
import JSONCore
import Testing

/// Drives the `specrouter-bowtie` that was built beside these tests: a line out, a line back.
final class BowtieHarness {
    struct Ending: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    private let process = Process()
    private let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
    private var buffer = Data()

    /// The test bundle lies in the same folder as the executables.
    private static var executable: URL {
        let folder =
            Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
            ?? URL(filePath: CommandLine.arguments[0])
        return folder.deletingLastPathComponent().appending(path: "specrouter-bowtie")
    }

    /// Writing to a harness that has given up must fail, not end the tests.
    private static let ignoringBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

    init(_ arguments: [String] = []) throws {
        Self.ignoringBrokenPipes
        process.executableURL = Self.executable
        process.arguments = arguments
        process.standardInput = pipes.input
        process.standardOutput = pipes.output
        process.standardError = pipes.errors
        try process.run()
    }

    /// Sends lines that all have to be taken, and says what came of them.
    static func run(_ lines: [String], _ arguments: [String] = []) throws -> Ending {
        let harness = try BowtieHarness(arguments)
        // Who has given up reads no more.
        try? harness.send(lines.joined(separator: "\n") + "\n")
        try? harness.pipes.input.fileHandleForWriting.close()
        let output = harness.buffer + harness.pipes.output.fileHandleForReading.readDataToEndOfFile()
        let errors = harness.pipes.errors.fileHandleForReading.readDataToEndOfFile()
        harness.process.waitUntilExit()
        return Ending(
            status: harness.process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }

    func ask(_ line: String) throws -> JSON {
        try send(line + "\n")
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let answer = [UInt8](buffer[..<end])
                buffer = Data(buffer[(end + 1)...])
                return try JSON(parsing: answer)
            }
            let more = pipes.output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "The harness ended without an answer to: \(line.prefix(200))")
            buffer += more
        }
    }

    func stop() throws -> Int32 {
        try send(#"{"cmd": "stop"}"# + "\n")
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func send(_ text: String) throws {
        try pipes.input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    deinit {
        if process.isRunning { process.terminate() }
    }
}
