import Foundation
import Testing

@Suite("The threat model") struct ThreatModelTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

    /// The names in the last column of the tables under "Attacks and answers".
    private static func suites() throws -> [String] {
        let page = try String(
            contentsOf: root.appending(path: "Sources/SpecGateway/SpecGateway.docc/ThreatModel.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.hasSuffix("` |") }
        return rows.flatMap { row in
            row.split(separator: "|").last?.split(separator: "`").filter { $0.hasSuffix("Tests") }.map(String.init)
                ?? []
        }
    }

    private static func testFiles() throws -> [String: String] {
        let tests = root.appending(path: "Tests")
        let paths = try #require(FileManager.default.enumerator(atPath: tests.path)?.allObjects as? [String])
        var files: [String: String] = [:]
        for path in paths where path.hasSuffix("Tests.swift") {
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            files[name, default: ""] += try String(contentsOf: tests.appending(path: path), encoding: .utf8)
        }
        return files
    }

    @Test func `names suites that there are, with tests in them`() throws {
        let suites = try Self.suites()
        #expect(suites.count > 60)
        let files = try Self.testFiles()
        for suite in Set(suites).sorted() { #expect(files[suite]?.contains("@Test") == true, "\(suite)") }
    }
}
