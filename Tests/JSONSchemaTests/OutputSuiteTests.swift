import Foundation
import JSONCore
import JSONSchema
import Testing

/// The official output formats, held to the suites of output and annotations and to the published schema of output.
@Suite(.enabled(if: SuiteData.isUsable, "The official suite is not beside this package."))
struct OutputSuiteTests {
    @Test("Output is what the output suite says", arguments: [SchemaDialect.draft201909, .draft202012])
    func outputSuite(dialect: SchemaDialect) throws {
        let folder = SuiteData.suite + "/output-tests/" + dialect.rawValue
        let uri = URL(string: dialect.uri)?.deletingLastPathComponent().appending(path: "output/schema").absoluteString
        let registry = SchemaRegistry([try #require(uri): try SuiteData.json(at: folder + "/output-schema.json")])
        var count = 0
        for path in try SuiteData.files(in: folder + "/content") {
            for group in try SuiteData.json(at: path).elements {
                let schema = try ReportingSchema(try #require(group["schema"]), dialect: dialect)
                for test in try #require(group["tests"]).elements {
                    let output = schema.report(on: try #require(test["data"]), as: .basic, atMost: 100)
                    var registry = registry
                    registry.add(try #require(test["output"]?["basic"]), uri: "")
                    #expect(try SuiteData.compile(registry, dialect).isValid(output), "\(path): \(output)")
                    count += 1
                }
            }
        }
        #expect(count >= 4)
    }

    @Test(
        "Annotations are those that the annotation suite says",
        arguments: [
            (SchemaDialect.draft4, 12), (.draft6, 18), (.draft7, 26), (.draft201909, 57), (.draft202012, 84),
        ])
    func annotations(dialect: SchemaDialect, minimum: Int) throws {
        var count = 0
        for path in try SuiteData.files(in: SuiteData.suite + "/annotations/tests") {
            for group in try #require(try SuiteData.json(at: path)["suite"]).elements
            where Self.applies(group, to: dialect) {
                let json = try #require(group["schema"])
                let schema = try ReportingSchema(json, dialect: dialect)
                for test in try #require(group["tests"]).elements {
                    let output = schema.report(on: try #require(test["instance"]), as: .basic, atMost: 100)
                    for assertion in try #require(test["assertions"]).elements {
                        let found = try annotations(in: output, for: assertion, of: json)
                        let expected = Dictionary(uniqueKeysWithValues: assertion["expected"]?.members.map { $0 } ?? [])
                        #expect(found == expected, "\(path): \(group["description"]?.string ?? "")")
                        count += 1
                    }
                }
            }
        }
        #expect(count >= minimum)
    }

    private static func applies(_ group: JSON, to dialect: SchemaDialect) -> Bool {
        let years: [SchemaDialect: Int] = [
            .draft4: 4, .draft6: 6, .draft7: 7, .draft201909: 2019, .draft202012: 2020,
        ]
        let wanted = group["compatibility"]?.string ?? "2020"
        guard let year = years[dialect] else { return false }
        return wanted.hasPrefix("=") ? wanted == "=\(year)" : Int(wanted).map { $0 <= year } ?? false
    }

    /// By the place in the document of the schema that the keyword stands in.
    private func annotations(in output: JSON, for assertion: JSON, of schema: JSON) throws -> [String: JSON] {
        var found: [String: JSON] = [:]
        for unit in output["annotations"]?.elements.map({ $0 }) ?? []
        where unit["instanceLocation"] == assertion["location"] {
            let parts = unit["absoluteKeywordLocation"]?.string?.split(separator: "#", omittingEmptySubsequences: false)
            let fragment = parts?.last.map(String.init)
            let pointer = fragment.flatMap { JSONPointer(fragment: $0) }
            guard var place = pointer ?? JSONPointer(unit["keywordLocation"]?.string ?? "") else { continue }
            let resource = schema["$defs"]?.members.first {
                $1["$id"].map { parts?[0].hasSuffix("/" + ($0.string ?? "")) } == true
            }
            if let resource { place = JSONPointer(tokens: ["$defs", resource.key]).appending(place) }
            guard place.tokens.popLast() == assertion["keyword"]?.string else { continue }
            found["#" + place.fragment] = unit["annotation"]
        }
        return found
    }

    @Test(
        "Reports agree with verdicts, and are what the schema of output says",
        arguments: [(SchemaDialect.draft7, 927), (.draft201909, 1_259), (.draft202012, 1_299)])
    func reports(dialect: SchemaDialect, minimum: Int) throws {
        let published = try SuiteData.json(at: SuiteData.suite + "/output-tests/draft2020-12/output-schema.json")
        var registry = SchemaRegistry(["https://example.com/output": published])
        registry.add(try JSON(parsing: ##"{"$ref": "https://example.com/output#/$defs/outputUnit"}"##), uri: "")
        let unit = try SuiteData.compile(registry, .draft202012)
        var count = 0
        for path in try SuiteData.files(in: SuiteData.suite + "/tests/" + dialect.rawValue) {
            for group in try SuiteData.json(at: path).elements {
                var registry = try Self.remotes.get()
                registry.add(try #require(group["schema"]), uri: "")
                let schema = try ReportingSchema(
                    at: SchemaLocation(document: "", pointer: .root), in: registry,
                    options: .init(dialect: dialect, formats: .annotate))
                for test in try #require(group["tests"]).elements {
                    let instance = try #require(test["data"])
                    for format in OutputFormat.allCases {
                        let output = schema.report(on: instance, as: format, atMost: 20)
                        #expect(output["valid"] == test["valid"], "\(path): \(test)")
                        guard format != .flag else { continue }
                        #expect(unit.isValid(output), "\(path): \(test) \(output)")
                    }
                    count += 1
                }
            }
        }
        #expect(count >= minimum)
    }

    private static let remotes = Result { try SuiteData.remotes() }
}
