import Foundation
import Testing

/// A program of others that speaks HTTP, run as a user runs it.
struct Tool: Sendable {
    let name: String

    struct Outcome: Sendable {
        let status: Int32
        let output: String
    }

    private var path: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    var isInstalled: Bool { path != nil }

    /// What it writes to stdout and stderr, once it has ended.
    func run(_ arguments: [String]) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: try #require(path, "\(name) is not installed."))
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { process in
                let bytes = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
                let output = String(decoding: bytes, as: UTF8.self)
                continuation.resume(returning: Outcome(status: process.terminationStatus, output: output))
            }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs where the programs are installed, and always in CI.
    static func needs(_ names: String...) -> Self {
        let isThere = names.allSatisfy { Tool(name: $0).isInstalled }
        let isCI = ProcessInfo.processInfo.environment["CI"] != nil
        return .enabled(if: isThere || isCI, "\(names.joined(separator: ", ")) is not installed.")
    }
}
