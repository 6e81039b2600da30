import ArgumentParser
import Foundation
import NIOCore
import NIOPosix
import SpecRouter

/// The whole way of a request, without a socket.
struct Pipeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Admits and answers the benchmark's requests in process.",
        discussion: """
            With --threads so many event loops answer at once, without a socket and a client that take from their cores: \
            all from one API as in a gateway, and each from an API of its own, which is the most that the machine allows.
            """)

    @OptionGroup var input: BenchmarkInput

    @Option(help: "Only the request of this name.")
    var only: String?

    @Option(help: "Event loops that answer at once.")
    var threads = 1

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if threads < 1 { throw ValidationError("One thread at least has to answer.") }
    }

    func run() throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: input.spec)))
        let apis = try (0..<threads).map { _ in try BenchmarkInput.compile(bytes) }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        for (index, request) in BenchmarkInput.requests.enumerated() where only.map({ $0 == request.0 }) ?? true {
            output.show(
                try threads == 1 ? Self.row(apis[0], request) : Self.row(LoopRates(group), apis, request: index))
        }
        try group.syncShutdownGracefully()
    }

    private static func row(_ api: CompiledAPI, _ request: (name: String, head: RequestHead, body: [UInt8])) throws
        -> Row
    {
        func answered() -> Int { answer(api, request.head, request.body) }
        return try Row(request.name)
            .with("status", Double(answered()), .count)
            .with("time", Samples.median { _ = answered() }, .nanoseconds)
            .with("allocations", Heap.allocations { _ = answered() }, .count)
    }

    /// - Parameter index: of a request; each loop has its own.
    private static func row(_ rates: LoopRates, _ apis: [CompiledAPI], request index: Int) throws -> Row {
        func pair(_ apis: [CompiledAPI]) throws -> LoopRates.Pair {
            try .median(
                rates.pairs(
                    9,
                    apis.map { api in
                        let (_, head, body) = BenchmarkInput.requests[index]
                        return { _ = answer(api, head, body) }
                    }))
        }
        let shared = try pair(apis.map { _ in apis[0] })
        return Row(BenchmarkInput.requests[index].0).with("one loop/s", shared.one.rounded(), .count)
            .with("\(apis.count) loops/s", shared.all.rounded(), .count)
            .with("of one API", shared.times, .times).with("of its own", try pair(apis).times, .times)
    }

    private static func answer(_ api: CompiledAPI, _ head: RequestHead, _ body: [UInt8]) -> Int {
        switch api.admit(head) {
        case .refuse(let response): response.status
        case .wait: 0
        case .read(let exchange, _), .stream(let exchange):
            switch api.respond(to: exchange, body: body.isEmpty ? .none : .bytes(body)) {
            case .now(let response): response.status
            case .later: 0
            }
        }
    }
}
