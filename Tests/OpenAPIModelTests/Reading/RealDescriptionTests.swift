import Foundation
import JSONCore
import OpenAPIModel
import Testing

@Suite("Descriptions of others", .needsData)
struct RealDescriptionTests {
    private static let endings = [".yaml", ".yml", ".json"]

    @Test(arguments: [("3.0", 6), ("3.1", 35), ("3.2", 37)])
    func `that must pass load without errors`(version: String, count: Int) throws {
        let paths = TestData.files(below: "oas-documents/\(version)/pass", endings: Self.endings)
        #expect(paths.count >= count)
        for path in paths {
            let errors = DescriptionLoader.load(file: path).diagnostics.filter { $0.severity == .error }
            // Only its form is meant to pass: it refers to a parameter and a security scheme that are not there.
            let isOnlyForm = path.hasSuffix("/operation-object-example.yaml")
            let expected: [Diagnostic.Code] = isOnlyForm ? [.undeclaredPathParameter, .undefinedSecurityScheme] : []
            #expect(errors.map(\.code) == expected, "\(path): \(errors)")
        }
    }

    @Test(arguments: [("3.1", 11), ("3.2", 29)])
    func `that must fail are refused at their fault`(version: String, count: Int) throws {
        let paths = TestData.files(below: "oas-documents/\(version)/fail", endings: Self.endings)
        #expect(paths.count >= count)
        for path in paths {
            let name = path.split(separator: "/").suffix(3).joined(separator: "/")
            let errors = DescriptionLoader.load(file: path).diagnostics.filter { $0.severity == .error }
            #expect(errors.map(\.summary) == OfficialRefusals.expected[name], "\(path): \(errors.map(\.message))")
        }
    }

    /// The faults that the documents really have.
    private static let known: [String: [Diagnostic.Code]] = [
        "response-http-behavior": Array(repeating: .undefinedSecurityScheme, count: 3),
        "parameters-common": [.badPath],
    ]

    @Test func `in production load, and are read back as they are served`() throws {
        let paths = TestData.files(below: "specs", endings: Self.endings)
        #expect(paths.count >= 250)
        var operations = 0
        for path in paths {
            let loaded = DescriptionLoader.load(file: path, options: .init(rootDirectory: Self.root(of: path)))
            let errors = loaded.diagnostics.filter { $0.severity == .error }.map(\.code)
            guard let document = loaded.document else {
                #expect(errors == [.notOpenAPI], "\(path): \(loaded.diagnostics)")
                continue
            }
            operations += document.operations.count
            let name = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
            let expected = path.contains("/3.0/") ? Self.known[String(name)] ?? [] : []
            #expect(errors == expected, "\(path): \(loaded.diagnostics)")
            try expectSame(document, path)
        }
        #expect(operations >= 5_430)
    }

    /// One refers to files beside its own directory.
    private static func root(of path: String) -> String? {
        path.range(of: "/petstore-separate").map { String(path[..<$0.upperBound]) }
    }

    /// Not of the largest, which take long without optimisation.
    private func expectSame(_ document: OpenAPIDocument, _ path: String) throws {
        guard document.sources[0].text.count < 300_000 else { return }
        let served = document.servedDescription(mount: "/v1")
        for format in [OpenAPIDocument.TextFormat.json, .yaml] {
            let text = document.served(mount: "/v1", as: format)
            #expect(try StructuredText.parse(text, name: path, limits: .standard) == served, "\(path) as \(format)")
        }
    }
}
