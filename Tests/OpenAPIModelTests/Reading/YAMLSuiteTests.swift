import Foundation
import JSONCore
import OpenAPIModel
import Testing

/// https://github.com/yaml/yaml-test-suite: each file is a list of cases, of which a later one takes what it lacks from
/// the one before.
@Suite("The YAML test suite", .needsData)
struct YAMLSuiteTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var text: String
        var json: String?
        var mustFail: Bool
        var testDescription: String { name }
    }

    /// The suite shows blanks and line ends by other characters.
    private static func unescaped(_ text: String) -> String {
        var result = text.replacing("␣", with: " ")
        result = result.replacing(#/—*»/#, with: "\t").replacing("↵", with: "").replacing("⇔", with: "\u{FEFF}")
        result = result.replacing("←", with: "\r")
        return result.replacing(#/∎\n$/#, with: "")
    }

    static let cases: [Case] = {
        var cases: [Case] = []
        for path in TestData.files(below: "yaml-test-suite/src", endings: [".yaml"]) {
            let file = String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "")
            guard let bytes = try? TestData.bytes(path),
                let list = try? StructuredText.parse(bytes, name: path, limits: .standard)
            else { continue }
            var json: String?
            for (index, item) in list.elements.enumerated() {
                if let own = item["json"] { json = own.string }
                let mustFail = item["fail"]?.bool == true
                cases.append(
                    Case(
                        name: index == 0 ? file : "\(file)-\(index)", text: unescaped(item["yaml"]?.string ?? ""),
                        json: mustFail ? nil : json, mustFail: mustFail))
            }
        }
        return cases
    }()

    @Test func `is read by our own reader`() {
        #expect(Self.cases.count >= 400)
    }

    /// What remains is several documents, keys that are no texts, and cases without a result.
    private static func expected(_ test: Case) -> JSON? {
        test.json.flatMap { try? JSON(parsing: $0) }
    }

    @Test(arguments: cases)
    func `agrees where its result is one JSON value`(test: Case) throws {
        let result = try? StructuredText.parse(Array(test.text.utf8), name: test.name, limits: .standard)
        guard let value = Self.expected(test) else { return }
        withKnownIssue(Self.known[test.name] ?? "") {
            #expect(result == value)
        } when: {
            Self.known[test.name] != nil
        }
    }

    @Test(arguments: cases.filter(\.mustFail))
    func `refuses what is no YAML`(test: Case) {
        let result = try? StructuredText.parse(Array(test.text.utf8), name: test.name, limits: .standard)
        withKnownIssue("libyaml 0.2.5 accepts it") {
            #expect(result == nil)
        } when: {
            Self.accepted.contains(test.name)
        }
    }

    private static let known: [String: Comment] = {
        let names: [(String, Comment)] = [
            (
                "4MUZ-1 4MUZ-2 5MUD 5T43 9SA2 K3WX NJ66 VJP3-1 652Z HM87 HM87-1 58MP DBG4",
                "libyaml: colons in flow style"
            ),
            ("6BCT 96NN 96NN-1 A2M4 DK95 DK95-3 DK95-4 R4YG Y79Y-1 Y79Y-10", "libyaml: tabs as separators"),
            ("2SXE 8XYN W5VH Y2GN", "libyaml: names of anchors"),
            ("2LFX 6LVF BEC7 MUS6-5 MUS6-6 ZYU8 ZYU8-1 ZYU8-2 ZYU8-3", "libyaml: directives"),
            ("DK3J FP8R", "libyaml: block scalars at the start of a document"),
            ("JEF9-2 L24T-1", "libyaml: block scalars without a line end"),
        ]
        return Dictionary(
            uniqueKeysWithValues: names.flatMap { names, reason in
                names.split(separator: " ").map { (String($0), reason) }
            })
    }()

    private static let accepted: Set<String> = [
        "9JBA", "9C9N", "CVW2", "DK95-1", "G5U8", "MUS6", "QB6E", "S98Z", "SU5Z", "X4QW", "Y79Y-3", "YJV2",
    ]
}
