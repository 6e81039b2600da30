import JSONCore
import OpenAPIModel
import SpecGateway
import Testing

@Suite("SARIF")
struct SARIFTests {
    private static let findings = [
        Diagnostic(
            .error, .badPath, "Bad.", hint: "Mend it.",
            location: SourceLocation(file: "a b/é.yaml", line: 3, column: 7)),
        Diagnostic(.warning, .badServer, "Odd."),
        Diagnostic(.note, .badPath, "By the way."),
    ]

    @Test func `has a result for each finding and a rule for each kind`() throws {
        let log = try JSON(parsing: SARIF.log(of: Self.findings))
        #expect(log["version"]?.string == "2.1.0")
        let run = try #require(log["runs"]?[0])
        let rules = try #require(run["tool"]?["driver"]?["rules"])
        #expect(rules.elements.map { $0["id"]?.string } == ["bad-path", "bad-server"])
        #expect(rules[0]?["shortDescription"]?["text"]?.string?.hasPrefix("A path does not start with `/`") == true)
        #expect(rules[0]?["help"]?["text"]?.string?.hasPrefix("Correct the path") == true)
        let results = try #require(run["results"])
        #expect(results.elements.map { $0["level"]?.string } == ["error", "warning", "note"])
        #expect(results.elements.map { $0["ruleIndex"]?.int } == [0, 1, 0])
        #expect(results[0]?["message"]?["text"]?.string == "Bad.\nMend it.")
    }

    @Test func `places results by URI, line and column`() throws {
        let log = try JSON(parsing: SARIF.log(of: Self.findings))
        let results = try #require(log["runs"]?[0]?["results"])
        let place = try #require(results[0]?["locations"]?[0]?["physicalLocation"])
        #expect(place["artifactLocation"]?["uri"]?.string == "a%20b/%C3%A9.yaml")
        #expect(place["region"] == (try JSON(parsing: #"{"startLine": 3, "startColumn": 7}"#)))
        #expect(results[1]?["locations"] == nil)
    }
}
