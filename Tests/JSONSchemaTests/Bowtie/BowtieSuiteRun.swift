import Foundation
import JSONCore
import JSONSchema
import Testing

/// The official suite of one draft, asked of the harness over its protocol.
struct BowtieSuiteRun {
    /// Cases that were judged as the suite judges them.
    struct Counts: Sendable, Equatable {
        var required = 0
        var optional = 0
        var formats = 0
    }

    let dialect: SchemaDialect
    private let remotes: [String: JSON]

    init(_ dialect: SchemaDialect) throws {
        self.dialect = dialect
        let folder = SuiteData.suite + "/remotes"
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let documents = try paths.filter { $0.hasSuffix(".json") }.map { path in
            ("http://localhost:1234/" + path, try SuiteData.json(at: folder + "/" + path))
        }
        remotes = Dictionary(uniqueKeysWithValues: documents)
    }

    func counts() throws -> Counts {
        Counts(
            required: try count(in: "", []), optional: try count(in: "/optional", []),
            formats: try count(in: "/optional/format", ["--assert-formats"]))
    }

    /// Where formats are asserted, so is the content of strings, which has a file among the optional cases (draft 7).
    private func arguments(for path: String, _ arguments: [String]) -> [String] {
        path.hasSuffix("draft7/optional/content.json") ? ["--assert-formats"] : arguments
    }

    private func count(in folder: String, _ arguments: [String]) throws -> Int {
        let paths = try SuiteData.files(in: SuiteData.suite + "/tests/" + dialect.rawValue + folder)
        let byArguments = Dictionary(grouping: paths) { self.arguments(for: $0, arguments) }
        return try byArguments.reduce(0) { try $0 + count(of: $1.value, $1.key) }
    }

    private func count(of paths: [String], _ arguments: [String]) throws -> Int {
        let harness = try BowtieHarness(arguments)
        _ = try harness.ask(#"{"cmd": "start", "version": 1}"#)
        let answer = try harness.ask(#"{"cmd": "dialect", "dialect": "\#(dialect.uri)"}"#)
        #expect(answer["ok"]?.bool == true)
        var count = 0
        for path in paths {
            for (position, group) in try SuiteData.json(at: path).elements.enumerated() {
                count += try judge(group, "\(path) \(position)", harness)
            }
        }
        #expect(try harness.stop() == 0)
        return count
    }

    private func judge(_ group: JSON, _ name: String, _ harness: BowtieHarness) throws -> Int {
        let schema = try #require(group["schema"]).description
        let tests = try #require(group["tests"]).elements.map { $0 }
        let instances = try tests.map { #"{"description":"","instance":\#(try #require($0["data"]))}"# }
        let line =
            #"{"cmd":"run","seq":"\#(name)","case":{"description":"","schema":\#(schema),"#
            + #""registry":\#(registry(for: schema)),"tests":[\#(instances.joined(separator: ","))]}}"#
        let answer = try harness.ask(line)
        #expect(answer["seq"]?.string == name)
        let results = answer["results"]?.elements.map { $0["valid"]?.bool } ?? []
        let expected = tests.map { $0["valid"]?.bool }
        #expect(results == expected, "\(name): \(answer)")
        return zip(results, expected).count { $0 == $1 }
    }

    /// Only cases that speak of the suite's own server need what lies there.
    private func registry(for schema: String) -> String {
        guard schema.contains("localhost:1234") else { return "{}" }
        return "{" + remotes.map { #""\#($0.key)":\#($0.value)"# }.joined(separator: ",") + "}"
    }
}
