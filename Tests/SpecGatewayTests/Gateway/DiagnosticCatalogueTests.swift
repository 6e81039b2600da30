import Foundation
import OpenAPIModel
import Testing

@testable import SpecGateway

@Suite("The catalogue of diagnostics")
struct DiagnosticCatalogueTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    private static let articles = root.appending(path: "Sources/SpecGateway/SpecGateway.docc")

    private static func files(below path: String, _ ending: String) -> [URL] {
        let folder = root.appending(path: path)
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { folder.appending(path: $0) }
    }

    @Test func `has one row for each code that the sources name`() throws {
        var codes = Set(LintRule.all.map(\.code.rawValue))
        for file in Self.files(below: "Sources", ".swift") {
            let text = try String(contentsOf: file, encoding: .utf8)
            guard let start = text.range(of: "extension Diagnostic.Code {")?.upperBound else { continue }
            for match in text[start...].matches(of: /static let \w+: Self = "([a-z0-9-]+)"/) {
                codes.insert(String(match.1))
            }
        }
        #expect(codes.count >= 60)
        #expect(Set(DiagnosticExplanation.all.map(\.code.rawValue)) == codes)
        #expect(DiagnosticExplanation.all.count == codes.count)
    }

    @Test func `is in sentences`() {
        for row in DiagnosticExplanation.all {
            #expect(row.cause.hasSuffix(".") && row.remedy.hasSuffix("."), "\(row.code)")
            #expect(!row.severities.isEmpty && Set(row.severities).count == row.severities.count, "\(row.code)")
        }
    }

    /// With `SPECROUTER_README=write` the page is made so.
    @Test func `is what its page lists`() throws {
        let rows = DiagnosticExplanation.all.map { row in
            let severities = row.severities.map(\.rawValue).joined(separator: ", ")
            return "| `\(row.code)` | \(severities) | \(row.cause) | \(row.remedy) |"
        }
        let table = (["| code | severity | what is wrong | what to do |", "|---|---|---|---|"] + rows)
            .joined(separator: "\n")
        let file = Self.articles.appending(path: "Diagnostics.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let begin = try #require(text.range(of: "\n| code |")?.lowerBound)
        let page = text[..<begin] + "\n" + table + "\n"
        if ProcessInfo.processInfo.environment["SPECROUTER_README"] == "write" {
            try page.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(text == page, "Run this test with SPECROUTER_README=write, and read what it writes.")
        }
    }

    @Test func `has every severity that the descriptions among the fixtures are told about`() {
        let folders = ["Fixtures/descriptions", "Fixtures/lint", "Fixtures/overlays"]
        var seen: Set<Diagnostic.Code> = []
        for file in folders.flatMap({ Self.files(below: $0, ".yaml") }) {
            let loaded = DescriptionLoader.load(file: file.path)
            for diagnostic in DescriptionCheck(loaded, name: file.lastPathComponent).diagnostics {
                seen.insert(diagnostic.code)
                let severities = DiagnosticExplanation.table[diagnostic.code]?.severities ?? []
                #expect(severities.contains(diagnostic.severity), "\(diagnostic)")
            }
        }
        #expect(seen.count >= 40)
    }

    @Test func `and every other article is on the landing page`() throws {
        let landing = try String(contentsOf: Self.articles.appending(path: "SpecGateway.md"), encoding: .utf8)
        let names = Self.files(below: "Sources/SpecGateway/SpecGateway.docc", ".md")
            .map { $0.deletingPathExtension().lastPathComponent }
        #expect(names.count >= 4)
        for name in names where name != "SpecGateway" { #expect(landing.contains("- <doc:\(name)>"), "\(name)") }
    }
}
