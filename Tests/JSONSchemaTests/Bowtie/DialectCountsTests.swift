import Foundation
import JSONCore
import Testing

@testable import JSONSchema

/// The whole of the suites through the built executable, and the README's table of what was run.
@Suite(.enabled(if: SuiteData.isUsable, "The official suite is not beside this package."))
struct DialectCountsTests {
    @Test func `the harness judges every case of five drafts as the official suite says`() throws {
        let rows = try SchemaDialect.allCases.map(DialectRow.init)
        let sum = rows.compactMap(\.suite).reduce(0) { $0 + $1.required + $1.optional + $1.formats }
        #expect(sum >= 8_327)
        #expect(rows.compactMap(\.references).reduce(0, +) >= 488)
        try Self.compare(Self.table(rows))
    }

    private static func table(_ rows: [DialectRow]) -> String {
        let columns = [
            "Dialect", "Required", "Optional", "Formats", "References", "Own", "`1.0` is an integer", "Beside `$ref`",
            "`required` by direction",
        ]
        let rule = "|" + columns.indices.map { (1...5).contains($0) ? "---:|" : "---|" }.joined()
        let lines = ["| " + columns.joined(separator: " | ") + " |", rule] + rows.map(\.line)
        return lines.joined(separator: "\n")
    }

    /// What stands between the two marks of the README must be the table; with `SPECROUTER_README=write` it is made so.
    private static func compare(_ table: String) throws {
        let file = URL(filePath: SuiteData.root + "/README.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let marks = (begin: "<!-- dialects: begin -->\n", end: "\n<!-- dialects: end -->")
        let begin = try #require(text.range(of: marks.begin)?.upperBound)
        let end = try #require(text.range(of: marks.end)?.lowerBound)
        if ProcessInfo.processInfo.environment["SPECROUTER_README"] == "write" {
            try (text[..<begin] + table + text[end...]).write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(text[begin..<end] == table, "The README's table must be:\n\(table)")
        }
    }
}

/// What was run of one dialect.
private struct DialectRow {
    let dialect: SchemaDialect
    /// nil for the dialects of OpenAPI, which the official suite does not know.
    let suite: BowtieSuiteRun.Counts?
    let references: Int?
    let own: Int

    private static let ownFiles: [SchemaDialect: String] = [
        .draft202012: "references", .openAPI20: "openapi-2.0", .openAPI30: "openapi-3.0", .openAPI31: "openapi-3.1",
        .openAPI32: "openapi-3.2",
    ]

    init(_ dialect: SchemaDialect) throws {
        self.dialect = dialect
        let folder = ReferencingSuiteTests.folders[dialect]
        suite = try folder.map { _ in try BowtieSuiteRun(dialect).counts() }
        references = try folder.map { try ReferencingSuiteTests.count(in: $0, Dialect(dialect)) }
        var run = SuiteRun(.init(dialect: dialect))
        if let name = Self.ownFiles[dialect] {
            run.run(try SuiteData.json(at: SuiteData.root + "/Fixtures/schema/\(name).json"), named: name)
        }
        own = run.count
    }

    var line: String {
        let counts = [suite?.required, suite?.optional, suite?.formats, references, own]
        let texts = counts.map { count in count.flatMap { $0 > 0 ? String($0) : nil } ?? "" }
        let cells = ["`\(dialect.uri)`"] + texts + options
        return "| " + cells.joined(separator: " | ") + " |"
    }

    /// As the dialect's table has them.
    private var options: [String] {
        let table = Dialect(dialect)
        return [
            table.integers == .byValue ? "yes" : "no",
            table.references == .applyBesideSiblings ? "applies" : "is ignored",
            table.direction == .decidesRequired ? "yes" : "no",
        ]
    }
}
