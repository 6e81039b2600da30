import ArgumentParser
import Foundation

/// A server that is measured: a process of its own, pinned to one core, known by the line that says where it listens.
final class ServerProcess {
    let port: Int
    private let process = Process()

    /// - Parameter core: taken by `taskset`; nil leaves it to the system.
    init(_ executable: URL, _ arguments: [String], core: Int?) throws {
        if let core {
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["taskset", "-c", String(core), executable.path] + arguments
        } else {
            process.executableURL = executable
            process.arguments = arguments
        }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var text = ""
        while !text.contains("\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw ValidationError("\(executable.lastPathComponent) did not start.") }
            text += String(decoding: data, as: UTF8.self)
        }
        guard let port = text.split(separator: "\n").first?.split(separator: ":").last.flatMap({ Int($0) }) else {
            throw ValidationError("\(executable.lastPathComponent) said: \(text)")
        }
        self.port = port
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// Processor time since its start, in user code and in the kernel.
    var seconds: Double {
        let fields = contents("stat").split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return .nan }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// - Parameter name: `VmRSS`, or `VmHWM` for the highest so far.
    func bytes(of name: String) -> Double {
        let line = contents("status").split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line.flatMap { $0.split { $0 == " " || $0 == "\t" }.dropFirst().first }.flatMap { Double($0) }
            .map { $0 * 1024 } ?? .nan
    }

    private func contents(_ file: String) -> String {
        (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/\(file)", encoding: .utf8)) ?? ""
    }
}
