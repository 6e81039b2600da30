import Foundation
import OpenAPIModel
import Testing

/// What a terminal shows of descriptions with one fault each, beside `Fixtures/descriptions`.
///
/// With `SPECROUTER_RECORD` set, the texts are written anew; read them aloud before you commit them.
@Suite("Findings on a terminal")
struct TerminalTests {
    private static let folder = TestData.root.appending(path: "Fixtures/terminal").path
    private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

    @Test func `are kept for at least twenty descriptions`() {
        #expect(Self.names.count >= 20)
    }

    @Test(arguments: names)
    func `say what, where and how to fix it`(name: String) throws {
        let source = name + ".yaml"
        let bytes = try TestData.bytes(TestData.fixtures + "/" + source)
        let loaded = DescriptionLoader.load(bytes: bytes, uri: "file:///specs/\(source)", name: "specs/\(source)") {
            _ in
            throw MissingDocument()
        }
        let shown = loaded.diagnostics.map { $0.rendered(color: .none, excerpt: true) + "\n" }.joined()
        let path = Self.folder + "/" + name + ".txt"
        if ProcessInfo.processInfo.environment["SPECROUTER_RECORD"] != nil {
            try Data(shown.utf8).write(to: URL(filePath: path))
        }
        #expect(shown == String(decoding: try TestData.bytes(path), as: UTF8.self))
    }

    @Test func `are cut where lines are long`() throws {
        let text =
            #"{"openapi":"3.1.0","info":{"title":""# + String(repeating: "é", count: 300)
            + #"","version":1},"paths":{}}"#
        let loaded = load(text)
        let excerpt = try #require(loaded.diagnostics.first?.excerpt)
        #expect(excerpt.text.unicodeScalars.count <= 112)
        let scalars = Array(excerpt.text.unicodeScalars)
        #expect(scalars[excerpt.column] == "1")
        #expect(excerpt.text.hasPrefix("…é"))
    }

    @Test func `have tabs and control characters as spaces`() throws {
        let loaded = load("openapi: 3.1.0\ninfo:\t{ title: A, version: 1 }\npaths: {}\n")
        let excerpt = try #require(loaded.diagnostics.first?.excerpt)
        #expect(excerpt == .init(text: "info: { title: A, version: 1 }", column: 27))
    }
}
