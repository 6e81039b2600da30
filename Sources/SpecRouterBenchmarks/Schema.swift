import ArgumentParser
import Foundation
import JSONCore
import JSONSchema

/// Parses and checks instances as a server does: one after the other, in the storage of the one before.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks instances against a schema: compiling, parsing, checking, both, allocations.",
        discussion: """
            Times and allocations are those of one instance, the mean over all of them. Without arguments: a body of 1 KB, 200 \
            distinct ones in random order, half with their members reversed, and arrays of 10 KB and 100 KB.
            """)

    @Option(help: "A file with a JSON Schema.")
    var schema: String?

    @Option(help: "A file with one instance a line.")
    var instances: String?

    @Option(help: "The schema's dialect, unless it says so itself: draft7, draft2020-12, ...", transform: dialect)
    var draft = SchemaDialect.draft202012

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (schema == nil) == (instances == nil) else {
            throw ValidationError("Give --schema and --instances, or none of them.")
        }
    }

    func run() throws {
        if let schema, let instances {
            let lines = try Self.read(instances).split(separator: UInt8(ascii: "\n")).map { Array($0) }
            let checked = try compile("schema", JSON(parsing: Self.read(schema)))
            return output.show(try Self.measure("instances", lines, checked))
        }
        let plain = try JSON(parsing: PackageResources.transfer_schema_json)
        let body = try compile("schema", plain)
        output.show(try Self.measure("single", [TransferBodies.one], body))
        output.show(try Self.measure("shuffled", try TransferBodies.shuffled(200), body))
        let array = try compile("schema of arrays", JSON(parsing: #"{"type":"array","items":\#(plain)}"#))
        output.show(try Self.measure("array10k", [TransferBodies.array(of: 10)], array))
        output.show(try Self.measure("array100k", [TransferBodies.array(of: 100)], array))
    }

    private func compile(_ name: String, _ schema: JSON) throws -> CompiledSchema {
        let time = try Samples.median { _ = try CompiledSchema(schema, dialect: draft) }
        let bytes = try Heap.bytes { try CompiledSchema(schema, dialect: draft) }
        output.show(Row(name).with("compile", time, .nanoseconds).with("memory", bytes, .bytes))
        return try CompiledSchema(schema, dialect: draft)
    }

    private static func measure(_ name: String, _ texts: [[UInt8]], _ schema: CompiledSchema) throws -> Row {
        guard !texts.isEmpty else { throw ValidationError("There are no instances.") }
        var instances = try Instances(texts, schema)
        var parse = Samples(), validate = Samples(), both = Samples()
        while !both.isComplete {
            try parse.take { try instances.parse() }
            validate.take { instances.validate() }
            try both.take { try instances.parseAndValidate() }
        }
        let count = Double(texts.count)
        let size = texts.reduce(0.0) { $0 + Double($1.count) }
        return Row(name)
            .with("instances", count, .count)
            .with("valid", Double(instances.valid), .count)
            .with("of", size / count, .bytes)
            .with("parse", parse.median / count, .nanoseconds)
            .with("validate", validate.median / count, .nanoseconds)
            .with("parse and validate", both.median / count, .nanoseconds)
            .with("rate", 1_000 * size / both.median, .megabytesPerSecond)
            .with("allocations", try Heap.allocations { try instances.parseAndValidate() }.map { $0 / count }, .count)
    }

    private static func dialect(_ name: String) throws -> SchemaDialect {
        if let dialect = SchemaDialect(rawValue: name) { return dialect }
        let known = SchemaDialect.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("The dialect must be one of: \(known).")
    }

    private static func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

/// The work that is measured: all instances once.
private struct Instances {
    private let texts: [[UInt8]]
    private let parsed: [JSON]
    private let schema: CompiledSchema
    private var parser = JSONParser(.init(maximumDepth: 128))

    init(_ texts: [[UInt8]], _ schema: CompiledSchema) throws {
        self.texts = texts
        self.schema = schema
        parsed = try texts.map { try JSON(parsing: $0) }
    }

    var valid: Int { parsed.count(where: schema.isValid) }

    mutating func parse() throws {
        for text in texts { parser.recycle(try parser.parse(copying: text.span)) }
    }

    func validate() {
        for instance in parsed { _ = schema.isValid(instance) }
    }

    mutating func parseAndValidate() throws {
        for text in texts {
            let json = try parser.parse(copying: text.span)
            _ = schema.isValid(json)
            parser.recycle(json)
        }
    }
}
