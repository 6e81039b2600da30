import Foundation
import OpenAPIModel
import Testing

@Suite("Descriptions of others, linted", .needsData)
struct RealLintTests {
    /// What is known to be in them, by path and rule.
    private static let known: [String: [Diagnostic.Code: Int]] = [
        "stripe/spec3.json": ["foreign-problems": 1, "ineffective-nullable": 345, "unknown-format": 1],
        "github/api.github.com.json": [
            "foreign-problems": 22, "ineffective-nullable": 4, "invalid-default": 3, "invalid-example": 7,
            "undeclared-required": 1, "unknown-format": 1,
        ],
        "adyen/json/ManagementService-v3.json": ["foreign-problems": 1, "nullable-keyword": 27, "unused-component": 1],
        "adyen/json/CheckoutService-v72.json": ["foreign-problems": 2, "nullable-keyword": 2, "unused-component": 25],
        "slack/web-api/slack_web_openapi_v2.json": [
            "foreign-problems": 174, "invalid-example": 48, "unknown-format": 1,
        ],
        "adyen/json/TransferService-v4.json": ["foreign-problems": 4],
    ]

    @Test func `are all linted, and have what they have`() {
        let paths = TestData.files(below: "specs", endings: [".yaml", ".yml", ".json"])
        #expect(paths.count >= 250)
        let folder = TestData.folder.appending(path: "specs/").path
        var seen = 0
        for path in paths {
            guard let document = DescriptionLoader.load(file: path).document else { continue }
            let found = Linter().findings(in: document)
            #expect(found.allSatisfy { $0.location != nil && LintRule.named($0.code) != nil })
            guard let expected = Self.known[String(path.dropFirst(folder.count).drop { $0 == "/" })] else { continue }
            seen += 1
            #expect(Dictionary(grouping: found, by: \.code).mapValues(\.count) == expected, "\(path)")
        }
        #expect(seen == Self.known.count)
    }
}
