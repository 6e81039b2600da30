import ArgumentParser
import Foundation
import JSONCore
import JSONSchema
import OpenAPIModel
import SpecRouter

/// Parses files as JSON.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Parses JSON files: time and rate of each.")

    @Argument(help: "JSON files.")
    var files: [String]

    func run() throws {
        for file in files {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
            var parser = JSONParser(
                JSONParser.Options(maximumDepth: 1000, maximumBytes: bytes.count, duplicateKeys: .allow))
            let time = try Measurement.median { _ = try parser.parse(bytes) }
            print(time.line(file, bytes: bytes.count))
        }
    }
}

/// Checks the benchmark's transfer against its schema.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks a 1 KB body against the benchmark's schema: parsed already, and with parsing.")

    @OptionGroup var input: BenchmarkInput

    func run() throws {
        let document = try input.document()
        let transfer = SchemaLocation(
            document: document.sources[0].uri, pointer: JSONPointer(tokens: ["components", "schemas", "Transfer"]))
        var compiler = SchemaCompiler(
            registry: document.schemaRegistry(),
            options: SchemaCompiler.Options(dialect: document.schemaDialect, formats: .assert))
        let entry = try compiler.compile(transfer)
        let compiled = compiler.finish().schema(entry)
        let bytes = BenchmarkInput.transfer
        var parser = JSONParser(
            JSONParser.Options(maximumDepth: 128, maximumBytes: bytes.count, duplicateKeys: .refuse))
        let parsed = try parser.parse(bytes)
        guard compiled.isValid(parsed) else { throw ValidationError("The benchmark's body is not valid.") }
        print(try Measurement.median { _ = try parser.parse(bytes) }.line("parse", bytes: bytes.count))
        print(Measurement.median { _ = compiled.isValid(parsed) }.line("validate"))
        print(
            try Measurement.median { _ = compiled.isValid(try parser.parse(bytes)) }
                .line("parse and validate", bytes: bytes.count))
    }
}

/// Looks up routes in tables of different sizes.
struct Route: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks routes up in tables of 10, 1,000 and 10,000 operations, as part of admitting a request.")

    func run() async throws {
        for count in [10, 1_000, 10_000] {
            let paths = (0..<count).map { index in
                """
                "/group\(index % 97)/item\(index)/{id}": {"get": {"parameters": [{"name": "id", "in": "path", \
                "required": true, "schema": {"type": "string"}}], "responses": {"200": {"description": ""}}}}
                """
            }
            let text =
                #"{"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {"#
                + paths.joined(separator: ",") + "}}"
            let api = try BenchmarkInput.compile(Array(text.utf8))
            let head = RequestHead(
                method: "GET", target: "/group\((count / 2) % 97)/item\(count / 2)/42", requestID: "1")
            print(Measurement.median { _ = api.admit(head) }.line("admit with \(count) operations"))
        }
    }
}

/// The whole way of a request, without a socket.
struct Pipeline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Admits and answers the benchmark's requests in process.")

    @OptionGroup var input: BenchmarkInput

    @Option(help: "Only the request of this name.")
    var only: String?

    func run() async throws {
        let api = try BenchmarkInput.compile(Array(try Data(contentsOf: URL(fileURLWithPath: input.spec))))
        for (name, head, body) in BenchmarkInput.requests where only.map({ $0 == name }) ?? true {
            let status = Self.answer(api, head, body)
            print(Measurement.median { _ = Self.answer(api, head, body) }.line("\(name) (\(status))"))
        }
    }

    private static func answer(_ api: CompiledAPI, _ head: RequestHead, _ body: [UInt8]) -> Int {
        switch api.admit(head) {
        case .refuse(let response): response.status
        case .wait: 0
        case .read(let exchange, _):
            switch api.respond(to: exchange, body: body.isEmpty ? .none : .bytes(body)) {
            case .now(let response): response.status
            case .later: 0
            }
        }
    }
}
