import ArgumentParser
import Foundation
import SpecRouter

/// The whole way of a request, without a socket.
struct Pipeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Admits and answers the benchmark's requests in process.")

    @OptionGroup var input: BenchmarkInput

    @Option(help: "Only the request of this name.")
    var only: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let api = try BenchmarkInput.compile(Array(try Data(contentsOf: URL(fileURLWithPath: input.spec))))
        for (name, head, body) in BenchmarkInput.requests where only.map({ $0 == name }) ?? true {
            output.show(
                Row(name)
                    .with("status", Double(Self.answer(api, head, body)), .count)
                    .with("time", Samples.median { _ = Self.answer(api, head, body) }, .nanoseconds)
                    .with("allocations", try Heap.allocations { _ = Self.answer(api, head, body) }, .count))
        }
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
