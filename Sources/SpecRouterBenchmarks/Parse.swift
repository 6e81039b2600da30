import ArgumentParser
import Foundation
import JSONCore

/// Parses texts by turns with Foundation.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Parses JSON: rate, and how many times that of Foundation's JSONSerialization.",
        discussion: "Without files: a 1 KB object, 100 KB of them, and 100 KB texts made to be slow.")

    @Argument(help: "JSON files.")
    var files: [String] = []

    @OptionGroup var output: OutputOptions

    func run() throws {
        guard files.isEmpty else {
            for file in files {
                output.show(try Self.measure(file, Array(Data(contentsOf: URL(fileURLWithPath: file)))))
            }
            return
        }
        output.show(try Self.measure("1 KB object", TransferBodies.one))
        output.show(try Self.measure("100 KB of them", TransferBodies.array(of: 100)))
        for text in HostileTexts.all { output.show(try Self.measure(text.name, text.bytes)) }
    }

    private static func measure(_ name: String, _ bytes: [UInt8]) throws -> Row {
        var options = JSONParser.Options(maximumDepth: 1_000)
        options.keptBytes = .max
        var parser = JSONParser(options)
        let data = Data(bytes)
        var ours = Samples(), foundation = Samples()
        while !ours.isComplete || !foundation.isComplete {
            try ours.take { parser.recycle(try parser.parse(copying: bytes.span)) }
            try foundation.take { _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) }
        }
        return Row(name)
            .with("of", Double(bytes.count), .bytes)
            .with("time", ours.median, .nanoseconds)
            .with("rate", Double(bytes.count) / ours.median, .gigabytesPerSecond)
            .with("Foundation", Double(bytes.count) / foundation.median, .gigabytesPerSecond)
            .with("faster", foundation.median / ours.median, .times)
            .with("allocations", try Heap.allocations { parser.recycle(try parser.parse(copying: bytes.span)) }, .count)
    }
}
