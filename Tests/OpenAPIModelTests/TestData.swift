import Foundation
import OpenAPIModel
import Testing

/// Foreign suites, which stand beside the repository (`../shared/data`) or where `SPECROUTER_DATA` says, and our fixtures.
enum TestData {
    static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["SPECROUTER_DATA"] { return URL(filePath: path) }
        return root.appending(path: "../shared/data").standardized
    }()

    static let fixtures = root.appending(path: "Fixtures/descriptions").path

    /// In CI the data is required: a test whose data is missing runs, and fails.
    static let isExpected =
        ProcessInfo.processInfo.environment["CI"] != nil || FileManager.default.fileExists(atPath: folder.path)

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }

    /// The absolute paths of all files below a folder of the suites with one of these endings, sorted.
    static func files(below path: String, endings: [String]) -> [String] {
        let base = folder.appending(path: path).path
        let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
        return names.filter { name in endings.contains { name.hasSuffix($0) } }.sorted().map { base + "/" + $0 }
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips where the foreign suites are not there, except in CI.
    static var needsData: Self { .enabled(if: TestData.isExpected, "the suites of ../shared/data are not there") }
}

/// Loads a description of one or several documents from memory; the first is the entry.
func load(_ documents: [(name: String, text: String)]) -> LoadedDescription {
    let base = "https://example.com/"
    guard let entry = documents.first else { return load("") }
    return DescriptionLoader.load(bytes: Array(entry.text.utf8), uri: base + entry.name, name: entry.name) { uri in
        guard let document = documents.first(where: { base + $0.name == uri }) else { throw MissingDocument() }
        return Array(document.text.utf8)
    }
}

func load(_ text: String) -> LoadedDescription {
    load([("openapi.yaml", text)])
}

struct MissingDocument: Error {}

extension Diagnostic {
    /// Place, severity and code: what a table of expected findings lists.
    var summary: String {
        let place = location.map { "\($0.line):\($0.column)" } ?? "-"
        return "\(place) \(severity.rawValue) \(code)"
    }
}
