import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// A server that is measured: a process of its own, pinned to one core, known by the line that says where it listens.
final class ServerProcess {
    let port: Int
    private let process = Process()

    /// - Parameters:
    ///   - core: taken by `taskset`; nil leaves it to the system.
    ///   - log: a file for what it says on stderr; ours when nil.
    init(_ executable: URL, _ arguments: [String], core: Int?, log: URL? = nil) throws {
        Self.prepare(process, executable, arguments, core: core)
        if let log {
            try Data().write(to: log)
            process.standardError = try FileHandle(forWritingTo: log)
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

    /// One that says nothing when it has started: waits until it takes connections.
    init(_ executable: URL, _ arguments: [String], core: Int?, port: Int) throws {
        self.port = port
        Self.prepare(process, executable, arguments, core: core)
        try process.run()
        let address = try SocketAddress(ipAddress: "127.0.0.1", port: port)
        let client = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        while process.isRunning {
            if let channel = try? client.connect(to: address).wait() {
                try channel.close().wait()
                return
            }
            Thread.sleep(forTimeInterval: 0.01)
        }
        throw ValidationError("\(executable.lastPathComponent) did not start.")
    }

    private static func prepare(_ process: Process, _ executable: URL, _ arguments: [String], core: Int?) {
        process.executableURL = core == nil ? executable : URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = (core.map { ["taskset", "-c", String($0), executable.path] } ?? []) + arguments
    }

    /// One that was free a moment ago, for servers that have to be told.
    static func freePort() throws -> Int {
        let channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).wait()
        defer { try? channel.close().wait() }
        guard let port = channel.localAddress?.port else { throw ValidationError("There is no free port.") }
        return port
    }

    func stop() {
        // It inherits the blocked signals of the thread that started it: nginx alone would not hear SIGTERM.
        kill(process.processIdentifier, SIGKILL)
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
