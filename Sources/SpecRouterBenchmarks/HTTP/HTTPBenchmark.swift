import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// Floor and gateway by turns, over sockets.
struct HTTPBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "http",
        abstract: "Measures the gateway against the floor over sockets: rate, waiting times, processor time, memory.",
        discussion: """
            Needs a release build of the product specrouter beside it. Pin this process to another core than the \
            servers': taskset -c 1 .build/release/SpecRouterBenchmarks http. Where there is an nginx, the floor is measured \
            against the answer that is written in its configuration, too.
            """)

    @Option(help: "Only the cases whose name has this in it.")
    var only: String?

    @Option(help: "Runs of each server; what is printed are medians.")
    var runs = 5

    @Option(help: "Seconds of a run.")
    var seconds = 4.0

    @OptionGroup var serving: ServingOptions

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let servers = try MeasuredServers(serving)
        defer { servers.stop() }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        var wrong = 0
        for entry in LoadCase.all where only.map(entry.name.contains) ?? true {
            let measured = try await measure(entry, servers, on: group.next())
            wrong += measured.wrong
            for row in measured.rows { output.show(row) }
        }
        if only == nil {
            if let row = try await reference(servers, on: group.next()) { output.show(row) }
            output.show(try await memory(servers, on: group.next()))
        }
        try await group.shutdownGracefully()
        if wrong > 0 { throw ValidationError("\(wrong) requests got no or a wrong answer.") }
    }

    private func measure(
        _ entry: LoadCase, _ servers: MeasuredServers, on loop: any EventLoop
    ) async throws -> (rows: [Row], wrong: Int) {
        let gateway = try servers.gateway(padding: entry.padding)
        var floor = Turns(server: servers.floor, status: entry.floorStatus)
        var checked = Turns(server: gateway, status: entry.status)
        for _ in 0..<runs {
            try await floor.take(entry, .closed, self, on: loop)
            try await checked.take(entry, .closed, self, on: loop)
        }
        let half = Load.Pace.open(checked.rate / 2)
        for _ in 0..<runs {
            try await floor.take(entry, half, self, on: loop)
            try await checked.take(entry, half, self, on: loop)
        }
        let ratio = checked.rate / floor.rate
        return (
            [floor.row("\(entry.name), floor"), checked.row(entry.name).with("of the floor", ratio, .times)],
            floor.wrong + checked.wrong
        )
    }

    /// The floor by turns with nginx, which does nothing but answer; nil when there is no nginx.
    private func reference(_ servers: MeasuredServers, on loop: any EventLoop) async throws -> Row? {
        guard let entry = LoadCase.all.first, let nginx = try servers.nginx() else { return nil }
        var floor = Turns(server: servers.floor, status: entry.floorStatus)
        var constant = Turns(server: nginx, status: 200)
        for _ in 0..<runs {
            try await floor.take(entry, .closed, self, on: loop)
            try await constant.take(entry, .closed, self, on: loop)
        }
        return Row("\(entry.name), nginx").with("requests/s", constant.rate.rounded(), .count)
            .with("the floor's of it", floor.rate / constant.rate, .times)
    }

    /// What the gateway takes at rest, and for a connection that sends nothing.
    private func memory(_ servers: MeasuredServers, on loop: any EventLoop) async throws -> Row {
        let fresh = try servers.fresh()
        defer { fresh.stop() }
        // What only starting up needs is given back a moment after the address is listened on.
        try await Task.sleep(for: .milliseconds(500))
        let idle = fresh.bytes(of: "VmRSS")
        var channels: [any Channel] = []
        for _ in 0..<1_000 {
            channels.append(try await ClientBootstrap(group: loop).connect(host: "127.0.0.1", port: fresh.port).get())
        }
        try await Task.sleep(for: .milliseconds(500))
        let connected = fresh.bytes(of: "VmRSS")
        for channel in channels { try? await channel.close() }
        return Row("memory").with("at rest", idle, .bytes)
            .with("for an idle connection", (connected - idle) / 1_000, .bytes)
            .with("highest under load", try servers.gateway(padding: 0).bytes(of: "VmHWM"), .bytes)
    }
}

/// One server's runs of one case.
private struct Turns {
    let server: ServerProcess
    let status: Int
    private var rates: [Double] = []
    private var processor: [Double] = []
    private var waits: [[Double]] = []
    private(set) var wrong = 0

    init(server: ServerProcess, status: Int) {
        self.server = server
        self.status = status
    }

    var rate: Double { Self.median(rates) }

    mutating func take(
        _ entry: LoadCase, _ pace: Load.Pace, _ options: HTTPBenchmark, on loop: any EventLoop
    ) async throws {
        let before = server.seconds
        let result = try await Load.run(
            entry.bytes, to: server.port, expecting: status, connections: options.serving.connections, pace: pace,
            for: .nanoseconds(Int64(options.seconds * 1e9)), on: loop)
        wrong += result.wrong + result.lost
        switch pace {
        case .closed:
            rates.append(result.rate)
            processor.append((server.seconds - before) * 1e9 / Double(max(1, result.nanoseconds.count)))
        case .open: waits.append(result.percentiles([0.5, 0.99, 0.999]))
        }
    }

    func row(_ name: String) -> Row {
        Row(name).with("requests/s", rate.rounded(), .count).with("processor", Self.median(processor), .nanoseconds)
            .with("p50 at half load", Self.median(waits.map { $0[0] }), .nanoseconds)
            .with("p99", Self.median(waits.map { $0[1] }), .nanoseconds)
            .with("p99.9", Self.median(waits.map { $0[2] }), .nanoseconds)
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : values.sorted()[values.count / 2]
    }
}
