import Foundation
import SpecRouter
import Testing

/// Pages whose tables come from the code.
enum DocumentationPage {
    static func rows(of page: String) throws -> [String] {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let file = root.appending(path: "Sources/SpecGateway/SpecGateway.docc/\(page).md")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    }
}

@Suite("The table of policies")
struct PolicyDocumentationTests {
    static let rows = PolicyChoice.all.map { choice in
        let initial = choice.word(Policy())
        let words = choice.words.map {
            $0.word == initial ? "**`\($0.word)`**: \($0.meaning)" : "`\($0.word)`: \($0.meaning)"
        }
        return "| `\(choice.name)` | \(choice.summary) | \(words.joined(separator: " ")) | `\(choice.extensionKey)` |"
    }

    @Test func `lists every choice as it is`() throws {
        #expect(try DocumentationPage.rows(of: "Policies") == Self.rows, "\(Self.rows.joined(separator: "\n"))")
    }

    @Test func `names each choice once, in sentences`() {
        #expect(Set(PolicyChoice.all.map(\.name)).count == PolicyChoice.all.count)
        for choice in PolicyChoice.all {
            #expect(choice.summary.hasSuffix("."), "\(choice.name)")
            #expect(choice.words.allSatisfy { $0.meaning.hasSuffix(".") }, "\(choice.name)")
            #expect(choice.words.contains { $0.word == choice.word(Policy()) }, "\(choice.name)")
        }
    }
}
