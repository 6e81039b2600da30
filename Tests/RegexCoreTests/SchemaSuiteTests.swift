import JSONCore
import RegexCore
import Testing

/// Cases of the JSON Schema Test Suite whose schema is little more than a pattern, read as tables of pattern and text.
@Suite(.needsForeignData) struct SchemaSuiteTests {
    @Test(arguments: [
        ("draft2020-12/pattern", 6), ("draft2020-12/optional/ecmascript-regex", 50),
        ("draft2020-12/optional/non-bmp-regex", 2), ("draft4/pattern", 2), ("draft4/optional/ecmascript-regex", 50),
    ])
    func `a string is valid when its pattern is found`(file: String, least: Int) throws {
        var count = 0
        for group in try cases(file) {
            guard let source = group["schema"]?["pattern"]?.string else { continue }
            let pattern = try ECMAPattern(source)
            for test in tests(of: group) {
                guard let text = test["data"]?.string else { continue }
                count += 1
                #expect(pattern.matches(text) == test["valid"]?.bool, "\(source) in \(text.debugDescription)")
            }
        }
        #expect(count >= least)
    }

    @Test(arguments: [
        ("draft2020-12/optional/ecmascript-regex", 15),
        ("draft2020-12/additionalProperties", 1), ("draft4/optional/ecmascript-regex", 15),
    ])
    func `a name is allowed when one of the patterns is found`(file: String, least: Int) throws {
        var count = 0
        for group in try cases(file) {
            guard let schema = group["schema"], schema["additionalProperties"]?.bool == false,
                schema["properties"] == nil, let sources = schema["patternProperties"]
            else { continue }
            let patterns = try sources.members.map { try ECMAPattern($0.key) }
            for test in tests(of: group) {
                guard let data = test["data"], data.kind == .object else { continue }
                let allowed = data.members.allSatisfy { name, _ in patterns.contains { $0.matches(name) } }
                count += 1
                #expect(allowed == test["valid"]?.bool, "\(patterns)")
            }
        }
        #expect(count >= least)
    }

    @Test(arguments: [
        ("draft2020-12/optional/format/ecmascript-regex", 1), ("draft2020-12/optional/format/regex", 2),
    ])
    func `a regex is valid when it compiles`(file: String, least: Int) throws {
        var count = 0
        for group in try cases(file) {
            for test in tests(of: group) {
                guard let source = test["data"]?.string else { continue }
                count += 1
                let compiles = (try? ECMAPattern(source)) != nil
                #expect(compiles == test["valid"]?.bool, "\(source)")
                #expect(ECMAPattern.isWellFormed(source, syntax: .unicode) == test["valid"]?.bool, "\(source)")
            }
        }
        #expect(count >= least)
    }

    private func cases(_ file: String) throws -> [JSON] {
        Array(try ForeignData.json("json-schema-test-suite/tests/\(file).json").elements)
    }

    private func tests(of group: JSON) -> [JSON] {
        group["tests"].map { Array($0.elements) } ?? []
    }
}
