import Foundation
import OpenAPIModel
import Testing

/// Descriptions with one fault each; the comments at their ends list what must be found.
@Suite("Descriptions with one fault")
struct FixtureTests {
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: TestData.fixtures)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    @Test func `are all there`() {
        #expect(Self.names.count >= 71)
    }

    @Test(arguments: names)
    func `have that fault found, where it is, and no other`(name: String) throws {
        let path = TestData.fixtures + "/" + name
        let text = String(decoding: try TestData.bytes(path), as: UTF8.self)
        let marker = "# expected: "
        let expected = text.split(separator: "\n").filter { $0.hasPrefix(marker) }.map { $0.dropFirst(marker.count) }
        let loaded = DescriptionLoader.load(file: path)
        let found = loaded.diagnostics.map(\.summary)
        #expect(found == expected.filter { $0 != "nothing" }.map(String.init))
        for diagnostic in loaded.diagnostics {
            #expect(diagnostic.message.hasSuffix("."), "\(diagnostic.message)")
            #expect(diagnostic.location?.file == path)
        }
        let disabled = Set(loaded.diagnostics.compactMap(\.operation))
        let broken = loaded.document?.operations.filter(\.isBroken).map(\.key) ?? []
        #expect(disabled.isSubset(of: broken))
        #expect(broken.isEmpty == disabled.isEmpty)
    }
}
