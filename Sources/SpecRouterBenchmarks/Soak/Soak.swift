import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// A long run of mixed traffic, with reloads and clients that go away: nothing may be answered wrongly, nothing may be
/// lost, and memory has to stay flat.
struct Soak: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sends right and wrong requests for long while the description is reloaded and clients go away.",
        discussion: """
            Needs a release build of the product specrouter beside it. Exits 1 when an answer is wrong or missing, when \
            a reload is not taken over, or when memory grew: the last minute against the second.
            """)

    @Option(help: "How long.")
    var minutes = 10

    @Option(help: "Of what the gateway can do.")
    var share = 0.8

    @Option(help: "Requests a second, instead of a share of what the gateway can do.")
    var rate: Double?

    @Option(help: "Seconds from one reload to the next.")
    var reload = 2

    @Option(help: "What the choice of requests begins with.")
    var seed: UInt64 = 1

    @OptionGroup var serving: ServingOptions

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if minutes < 3 { throw ValidationError("Memory is compared over at least three minutes.") }
    }

    func run() async throws {
        let files = try GatewayFiles()
        defer { files.remove() }
        let log = files.directory.appendingPathComponent("log")
        let gateway = try ServerProcess(
            gateway: files.write(padding: 0), serving, log: log)
        defer { gateway.stop() }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let rate = if let rate { rate } else { try await share * measured(gateway, on: group.next()) }
        output.show(Row("soak").with("requests/s", rate.rounded(), .count))
        var watch = SoakWatch()
        let load = try await begin(gateway, rate, on: group.next())
        for second in 1...(minutes * 60) {
            try await Task.sleep(for: .seconds(1))
            watch.note(gateway.bytes(of: "VmRSS"))
            if second % reload == 0 { try files.write(padding: 0, revision: second) }
            if second % 60 == 0 { output.show(row("minute \(second / 60)", try await result(load), watch)) }
        }
        try await load.eventLoop.submit { load.value.finish() }.get()
        try await Task.sleep(for: .seconds(2))
        let end = try await result(load)
        let reloads =
            try String(contentsOf: log, encoding: .utf8)
            .components(separatedBy: "The descriptions were reloaded.").count - 1
        output.show(row("end", end, watch).with("reloads", Double(reloads), .count))
        try check(end, watch, reloads)
        try await group.shutdownGracefully()
    }

    private func begin(
        _ gateway: ServerProcess, _ rate: Double?, on loop: any EventLoop
    ) async throws -> NIOLoopBound<MixedLoad> {
        let (port, seed, connections) = (gateway.port, seed, serving.connections)
        return try await loop.submit {
            let load = MixedLoad(to: port, rate: rate, seed: seed, on: loop)
            load.open(connections)
            return NIOLoopBound(load, eventLoop: loop)
        }.get()
    }

    private func result(_ load: NIOLoopBound<MixedLoad>) async throws -> MixedLoad.Result {
        try await load.eventLoop.submit { load.value.result }.get()
    }

    /// What the gateway answers in a second when it is asked without a pause.
    private func measured(_ gateway: ServerProcess, on loop: any EventLoop) async throws -> Double {
        let load = try await begin(gateway, nil, on: loop)
        try await Task.sleep(for: .seconds(5))
        try await loop.submit { load.value.finish() }.get()
        let answered = try await result(load).answered
        try await Task.sleep(for: .seconds(1))
        return Double(answered) / 5
    }

    private func row(_ name: String, _ result: MixedLoad.Result, _ watch: SoakWatch) -> Row {
        Row(name).with("answered", Double(result.answered), .count).with("wrong", Double(result.wrong), .count)
            .with("lost", Double(result.lost), .count).with("clients gone", Double(result.left), .count)
            .with("late", Double(result.late), .count).with("memory", watch.lastMinute, .bytes)
    }

    private func check(_ result: MixedLoad.Result, _ watch: SoakWatch, _ reloads: Int) throws {
        guard result.wrong == 0, result.lost == 0 else {
            throw ValidationError("Answers were wrong or missing: \(result.examples.joined(separator: ", "))")
        }
        guard reloads >= minutes * 60 / reload * 9 / 10 else {
            throw ValidationError("Only \(reloads) of \(minutes * 60 / reload) reloads were taken over.")
        }
        guard watch.lastMinute <= watch.secondMinute * 1.05 else {
            throw ValidationError("Memory grew from \(watch.secondMinute) to \(watch.lastMinute) octets.")
        }
    }
}

/// The memory of a process, looked at each second.
private struct SoakWatch {
    private var samples: [Double] = []

    mutating func note(_ bytes: Double) { samples.append(bytes) }

    var secondMinute: Double { Self.median(samples.dropFirst(60).prefix(60)) }
    var lastMinute: Double { Self.median(samples.suffix(60)) }

    private static func median(_ values: ArraySlice<Double>) -> Double {
        values.isEmpty ? .nan : values.sorted()[values.count / 2]
    }
}
