import Foundation
import JSONCore
import JSONSchema
import Testing

@testable import SpecRouterFuzzing

/// The slow evaluator against the official suite, as far as it knows the keywords.
@Suite struct ReferenceEvaluatorTests {
    /// Formats annotate in the suite, and vocabularies are not known.
    private static let leftOut: Set<String> = ["format.json", "vocabulary.json"]

    @Test(
        .enabled(if: isExpected, "the shared test data is neither in ../shared/data nor at $SPECROUTER_DATA"),
        arguments: [
            (SchemaDialect.draft4, 520), (.draft6, 650), (.draft7, 730), (.draft201909, 870), (.draft202012, 850),
        ])
    func `the slow evaluator judges as the official suite says`(dialect: SchemaDialect, atLeast: Int) throws {
        let folder = Self.data.appending(path: "json-schema-test-suite/tests/\(dialect.rawValue)")
        var known = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".json") {
            guard !Self.leftOut.contains(file) else { continue }
            for group in try JSON(parsing: Array(Data(contentsOf: folder.appending(path: file)))).elements {
                known += judged(in: group, dialect)
            }
        }
        #expect(known >= atLeast)
    }

    /// How many verdicts there were.
    private func judged(in group: JSON, _ dialect: SchemaDialect) -> Int {
        guard let schema = group["schema"], !schema.serialized().contains("id\":\"") else { return 0 }
        let set = SchemaSet(dialect: dialect, document: schema)
        var known = 0
        for test in group["tests"].map({ Array($0.elements) }) ?? [] {
            guard let instance = test["data"], let isValid = ReferenceEvaluator.isValid(instance, by: .root, of: set)
            else { continue }
            known += 1
            #expect(isValid == test["valid"]?.bool, "\(schema) on \(instance)")
        }
        return known
    }

    private static let environment = ProcessInfo.processInfo.environment

    private static let data = URL(filePath: environment["SPECROUTER_DATA"] ?? "../shared/data")

    /// Where the data must be, its absence is a failure rather than a reason to skip.
    private static var isExpected: Bool {
        environment["CI"] != nil || FileManager.default.fileExists(atPath: data.path)
    }
}
