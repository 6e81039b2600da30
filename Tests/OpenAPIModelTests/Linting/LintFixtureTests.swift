import Foundation
import OpenAPIModel
import Testing

/// Valid descriptions, most named after the one rule that they are about; the comments at their ends list what must be found.
@Suite("Descriptions with something to say")
struct LintFixtureTests {
    static let folder = TestData.root.appending(path: "Fixtures/lint").path
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    /// The route table finds these.
    static let foundElsewhere: Set<Diagnostic.Code> = ["ambiguous-paths"]

    @Test(arguments: names)
    func `have that found, where it is, and nothing else`(name: String) throws {
        let path = Self.folder + "/" + name
        let text = String(decoding: try TestData.bytes(path), as: UTF8.self)
        let marker = "# expected: "
        let expected = text.split(separator: "\n").filter { $0.hasPrefix(marker) }.map { $0.dropFirst(marker.count) }
        let loaded = DescriptionLoader.load(file: path)
        #expect(loaded.diagnostics.isEmpty)
        let found = Linter().findings(in: try #require(loaded.document))
        #expect(!expected.isEmpty)
        #expect(found.map(\.summary) == expected.filter { $0 != "nothing" }.map(String.init))
        for diagnostic in found {
            #expect(diagnostic.message.hasSuffix("."), "\(diagnostic.message)")
            #expect(diagnostic.hint != nil)
        }
    }

    @Test(arguments: LintRule.all.map(\.code.rawValue))
    func `are there for every rule, with and without a finding`(code: String) throws {
        guard !Self.foundElsewhere.contains(Diagnostic.Code(rawValue: code)) else { return }
        #expect(Self.names.contains("\(code).yaml"))
        #expect(Self.names.contains("\(code)-not.yaml"))
        let text = try String(contentsOfFile: "\(Self.folder)/\(code).yaml", encoding: .utf8)
        #expect(text.contains(" \(code)\n"))
    }
}
