import ArgumentParser
import Foundation
import JSONCore
import JSONSchema
import SpecRouter

/// Parses, checks and decodes a body as a request's is, by turns with Foundation, which only decodes it.
struct Decode: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Parses, checks and decodes a 1 KB body into a struct, against Foundation's JSONDecoder alone.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        let bytes = TransferBodies.one
        let data = Data(bytes)
        let schema = try CompiledSchema(JSON(parsing: PackageResources.transfer_schema_json))
        let parsed = try JSON(parsing: bytes)
        let foundationDecoder = JSONDecoder()
        guard try JSONCoding.decode(Transfer.self, from: parsed) == foundationDecoder.decode(Transfer.self, from: data)
        else { throw ValidationError("The decoders disagree.") }
        var parser = JSONParser(.init(maximumDepth: 128))
        func parseCheckDecode() throws {
            let json = try parser.parse(copying: bytes.span)
            guard schema.isValid(json) else { throw ValidationError("The body is not valid.") }
            _ = try JSONCoding.decode(Transfer.self, from: json)
            parser.recycle(json)
        }
        var all = Samples(), decode = Samples(), foundation = Samples()
        while !all.isComplete || !foundation.isComplete {
            try all.take(parseCheckDecode)
            try decode.take { _ = try JSONCoding.decode(Transfer.self, from: parsed) }
            try foundation.take { _ = try foundationDecoder.decode(Transfer.self, from: data) }
        }
        output.show(
            Row("1 KB body")
                .with("parse, validate and decode", all.median, .nanoseconds)
                .with("decode alone", decode.median, .nanoseconds)
                .with("Foundation decodes", foundation.median, .nanoseconds)
                .with("faster", foundation.median / all.median, .times)
                .with("allocations", try Heap.allocations(in: parseCheckDecode), .count)
                .with(
                    "Foundation's",
                    try Heap.allocations { _ = try foundationDecoder.decode(Transfer.self, from: data) }, .count))
    }
}
