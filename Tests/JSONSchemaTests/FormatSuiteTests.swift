import Foundation
import JSONCore
import Testing

@testable import JSONSchema

/// The official suite's format tests as tables of texts, without schemas around them.
@Suite(
    .enabled(if: FormatSuite.isPresent || FormatSuite.isRequired, "the JSON Schema test suite is not at ../shared/data")
)
struct FormatSuiteTests {
    @Test(arguments: [("draft2020-12", 640), ("draft4", 170), ("draft7", 560), ("draft2019-09", 630)])
    func `every string of the suite is judged as the suite judges it`(draft: String, atLeast minimum: Int) throws {
        let cases = try FormatSuite.cases(of: draft)
        #expect(cases.count >= minimum)
        for example in cases {
            #expect(
                FormatSuite.passes(example.text, as: example.format) == example.isValid,
                "\(example.format): \(example.description)")
        }
    }
}

enum FormatSuite {
    struct Example {
        let format: String
        let text: String
        let isValid: Bool
        let description: String
    }

    static let isRequired = ProcessInfo.processInfo.environment["CI"] != nil
    static let isPresent = FileManager.default.fileExists(atPath: root.path)

    private static let root: URL = {
        let data =
            ProcessInfo.processInfo.environment["SPECROUTER_DATA"].map(URL.init(fileURLWithPath:))
            ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../shared/data").standardized
        return data.appending(path: "json-schema-test-suite/tests")
    }()

    /// An unknown format passes everything.
    static func passes(_ text: String, as format: String) -> Bool {
        guard let test = Format.named(format)?.text else { return true }
        return test(Array(text.utf8).span)
    }

    static func cases(of draft: String) throws -> [Example] {
        let folder = root.appending(path: "\(draft)/optional/format")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.sorted { $0.path < $1.path }.flatMap { file in
            try JSON(parsing: [UInt8](Data(contentsOf: file))).elements.flatMap(examples)
        }
    }

    private static func examples(in group: JSON) -> [Example] {
        guard let format = group["schema"]?["format"]?.string, let tests = group["tests"] else { return [] }
        return tests.elements.compactMap { test in
            guard let text = test["data"]?.string, let isValid = test["valid"]?.bool else { return nil }
            return Example(
                format: format, text: text, isValid: isValid, description: test["description"]?.string ?? "")
        }
    }
}
