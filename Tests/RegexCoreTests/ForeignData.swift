import Foundation
import JSONCore
import Testing

/// Files that are shared between repositories and not part of this one.
enum ForeignData {
    /// `$SPECROUTER_DATA`, or `../shared/data` beside the package.
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["SPECROUTER_DATA"] { return URL(filePath: path) }
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")
    }()

    static let isRequired = ProcessInfo.processInfo.environment["CI"] != nil

    /// Where the data must be, its absence is a failure rather than a reason to skip.
    static var isExpected: Bool { isRequired || FileManager.default.fileExists(atPath: root.path) }

    static func json(_ path: String) throws -> JSON {
        try JSON(parsing: Array(Data(contentsOf: root.appending(path: path))))
    }
}

extension Trait where Self == ConditionTrait {
    static var needsForeignData: Self {
        .enabled(
            if: ForeignData.isExpected, "the shared test data is neither in ../shared/data nor at $SPECROUTER_DATA")
    }
}
