import Foundation
import JSONCore
import OpenAPIModel
import Testing

/// The documents and sets of the Overlay Specification's own repository.
@Suite("The overlay suite", .needsData)
struct OverlaySuiteTests {
    static let documents = TestData.files(below: "overlay/tests", endings: [".yaml"])
    static let sets = TestData.files(below: "overlay/compliant-sets", endings: ["/output.yaml"])

    /// What is wrong with each, and where.
    static let faults = [
        "action-copy-invalid-type": "7:11 error wrong-type", "action-remove-invalid-type": "7:13 error wrong-type",
        "action-target-invalid-type": "6:13 error wrong-type", "actions-invalid-description": "7:18 error wrong-type",
        "actions-invalid-target": "6:13 error bad-jsonpath", "actions-invalid-type": "5:1 error wrong-type",
        "actions-item-invalid-type": "6:5 error wrong-type", "actions-minimal": "5:1 error bad-overlay",
        "actions-missing-target": "6:5 error missing-field", "actions-missing": "1:1 error missing-field",
        "actions-not-unique": "8:5 error bad-overlay", "extends-invalid-type": "5:1 error wrong-type",
        "info-description-invalid-type": "5:16 error wrong-type", "info-invalid-property": "5:20 error unknown-field",
        "info-invalid-type": "2:7 error wrong-type", "info-missing-title": "2:1 error missing-field",
        "info-missing-version": "2:1 error missing-field", "info-title-invalid-type": "3:10 error wrong-type",
        "info-version-invalid-type": "4:12 error wrong-type", "invalid-overlay-version": "1:10 error wrong-type",
        "not-an-object": "1:1 error not-overlay", "overlay-invalid-pattern": "1:10 error unsupported-version",
        "root-invalid-property": "7:18 error unknown-field",
    ]

    @Test func `is all there`() {
        #expect(Self.documents.count(where: { $0.contains("/pass/") }) >= 38)
        #expect(Self.documents.count(where: { $0.contains("/fail/") }) >= 65)
        #expect(Self.sets.count >= 8)
    }

    @Test(arguments: documents.filter { $0.contains("/pass/") })
    func `has what is right read`(path: String) throws {
        let loaded = Self.apply(path)
        #expect(loaded.document != nil, "\(loaded.diagnostics)")
        let isLater = path.contains("v1.2-dev")
        #expect(loaded.diagnostics.contains { $0.code == .unsupportedVersion } == isLater)
        // "@.x-oai-traits" has no meaning in RFC 9535; from 1.1.0 on the specification itself writes it in brackets.
        let isHyphenated = path.hasSuffix("actions-traits-example.yaml")
        #expect(loaded.diagnostics.contains { $0.code == .badJSONPath } == isHyphenated)
    }

    @Test(arguments: documents.filter { $0.contains("/fail/") })
    func `has what is wrong refused, at the fault`(path: String) throws {
        let loaded = Self.apply(path)
        #expect(loaded.document == nil)
        let errors = loaded.diagnostics.filter { $0.severity == .error }
        let name = try #require(path.split(separator: "/").last).dropLast(".yaml".count)
        #expect(errors.map(\.summary) == [try #require(Self.faults[String(name)])])
        #expect(errors.allSatisfy { $0.location?.file == path })
    }

    @Test(arguments: sets)
    func `has its sets come out as they should`(path: String) throws {
        let folder = path.dropLast("output.yaml".count)
        let options = DescriptionLoader.Options(overlays: [.file(folder + "overlay.yaml")])
        let loaded = DescriptionLoader.load(file: folder + "openapi.yaml", options: options)
        let root = try #require(loaded.document?.sources.first?.root)
        let expected = try StructuredText.parse(try TestData.bytes(path), name: path, limits: .standard)
        #expect(root == expected)
        #expect(!loaded.diagnostics.contains { $0.severity == .error }, "\(loaded.diagnostics)")
        #expect(!loaded.diagnostics.contains { $0.code == .unmatchedTarget })
    }

    private static func apply(_ path: String) -> LoadedDescription {
        let text = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\n"
        return DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "https://example.com/", name: "openapi.yaml",
            options: .init(overlays: [.file(path)])
        ) { _ in throw MissingDocument() }
    }
}
