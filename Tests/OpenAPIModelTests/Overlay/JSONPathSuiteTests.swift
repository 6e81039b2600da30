import Foundation
import JSONCore
import OpenAPIModel
import Testing

/// The compliance test suite of RFC 9535.
@Suite("The JSONPath suite", .needsData)
struct JSONPathSuiteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var json: JSON

        var name: String { json["name"]?.string ?? "" }
        var selector: String { json["selector"]?.string ?? "" }
        var isInvalid: Bool { json["invalid_selector"]?.bool ?? false }
        /// One, or several where the standard leaves the order open.
        var results: [JSON] { alternatives("result", "results") }
        var paths: [JSON] { alternatives("result_paths", "results_paths") }

        var testDescription: String { name }

        private func alternatives(_ one: String, _ several: String) -> [JSON] {
            json[one].map { [$0] } ?? json[several].map { Array($0.elements) } ?? []
        }
    }

    static let cases: [Case] = {
        let path = TestData.folder.appending(path: "jsonpath-cts/cts.json").path
        let options = JSONParser.Options(maximumDepth: 512, duplicateKeys: .allow)
        guard let bytes = try? TestData.bytes(path), let suite = try? JSON(parsing: bytes, options: options) else {
            return []
        }
        return suite["tests"]?.elements.map(Case.init) ?? []
    }()

    @Test func `is all there`() {
        #expect(Self.cases.count >= 703)
        #expect(Self.cases.count(where: \.isInvalid) >= 247)
        #expect(Set(Self.cases.map(\.name)).count == Self.cases.count)
    }

    @Test(arguments: cases.filter { !$0.isInvalid })
    func `selects what it says, in that order`(example: Case) throws {
        let document = try #require(example.json["document"])
        let nodes = try JSONPath(example.selector).nodes(in: document)
        try #require(!example.results.isEmpty)
        #expect(example.results.contains { Array($0.elements) == nodes }, "\(example.selector): \(nodes)")
        guard !example.paths.isEmpty else { return }
        // The document stands within the suite, so its paths are taken from a copy.
        let copy = try JSON(parsing: document.serialized())
        let paths = try JSONPath(example.selector).nodes(in: copy).map(\.normalizedPath)
        #expect(example.paths.contains { $0.elements.map(\.string) == paths }, "\(paths)")
    }

    @Test(arguments: cases.filter(\.isInvalid))
    func `has what is no JSONPath refused, saying where`(example: Case) {
        let error = #expect(throws: JSONPathError.self, "\(example.selector)") { try JSONPath(example.selector) }
        #expect(error?.message.hasSuffix(".") == true)
        #expect((1...example.selector.unicodeScalars.count + 1).contains(error?.column ?? 0))
    }

    @Test(arguments: cases.filter { !$0.isInvalid && !$0.paths.isEmpty })
    func `has normalized paths that select their value alone`(example: Case) throws {
        let document = try JSON(parsing: try #require(example.json["document"]).serialized())
        for node in try JSONPath(example.selector).nodes(in: document) {
            let found = try JSONPath(node.normalizedPath).nodes(in: document)
            #expect(found.map(\.normalizedPath) == [node.normalizedPath])
        }
    }
}
