import Foundation
import Testing

/// Foreign suites, which stand beside the repository (`../shared/data`) or where `SPECROUTER_DATA` says.
enum TestData {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["SPECROUTER_DATA"] { return URL(filePath: path) }
        let root = URL(filePath: #filePath).appending(path: "../../..").standardized
        return root.appending(path: "../shared/data").standardized
    }()

    /// In CI the data is required: a test whose data is missing runs, and fails.
    static let isExpected =
        ProcessInfo.processInfo.environment["CI"] != nil || FileManager.default.fileExists(atPath: folder.path)

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    static func files(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path).sorted()
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips where the foreign suites are not there, except in CI.
    static var needsData: Self { .enabled(if: TestData.isExpected, "the suites of ../shared/data are not there") }
}
