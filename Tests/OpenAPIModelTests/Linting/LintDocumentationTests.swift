import Foundation
import OpenAPIModel
import Testing

@Suite("The table of lint rules")
struct LintDocumentationTests {
    private static let path = TestData.root.appending(path: "Sources/SpecGateway/SpecGateway.docc/Linting.md").path

    @Test func `lists every rule as it is`() throws {
        let text = String(decoding: try TestData.bytes(Self.path), as: UTF8.self)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        #expect(rows == LintRule.all.map { "| `\($0.code)` | \($0.level.rawValue) | \($0.summary) | \($0.advice) |" })
    }

    @Test func `names each rule once, in sentences`() {
        #expect(Set(LintRule.all.map(\.code)).count == LintRule.all.count)
        for rule in LintRule.all {
            #expect(rule.summary.hasSuffix(".") && rule.advice.hasSuffix("."), "\(rule.code)")
            #expect(rule.level != .off && rule.level != .error, "\(rule.code)")
        }
    }
}
