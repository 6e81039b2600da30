import JSONCore
import Testing

@Suite("The JSON parsing test suite", .needsData)
struct ParsingSuiteTests {
    private let folder = "json-test-suite/test_parsing"

    private func parse(_ file: String, in folder: String, _ keys: JSONParser.DuplicateKeys) throws -> JSON {
        let options = JSONParser.Options(maximumDepth: 1000, duplicateKeys: keys)
        return try JSON(parsing: TestData.bytes("\(folder)/\(file)"), options: options)
    }

    @Test func `accepts every text that must be accepted`() throws {
        let files = try TestData.files(in: folder).filter { $0.hasPrefix("y_") }
        #expect(files.count >= 95)
        for file in files {
            #expect(throws: Never.self, "\(file)") { try parse(file, in: folder, .allow) }
        }
    }

    @Test func `refuses every text that must be refused`() throws {
        let files = try TestData.files(in: folder).filter { $0.hasPrefix("n_") }
        #expect(files.count >= 188)
        for file in files {
            #expect(throws: JSONSyntaxError.self, "\(file)") { try parse(file, in: folder, .allow) }
        }
    }

    @Test func `survives every text that is left open`() throws {
        let files = try TestData.files(in: folder).filter { $0.hasPrefix("i_") }
        #expect(files.count >= 35)
        for file in files {
            guard let json = try? parse(file, in: folder, .refuse) else { continue }
            #expect(try JSON(parsing: json.serialized(), options: .init(maximumDepth: 1000)) == json, "\(file)")
        }
    }

    @Test func `accepted texts read back as they were written`() throws {
        let parsing = try TestData.files(in: folder).filter { $0.hasPrefix("y_") }.map { (folder, $0) }
        let transform = "json-test-suite/test_transform"
        let transforms = try TestData.files(in: transform).map { (transform, $0) }
        #expect(transforms.count >= 22)
        for (folder, file) in parsing + transforms {
            guard let json = try? parse(file, in: folder, .allow) else { continue }
            let again = try JSON(parsing: json.serialized(layout: .pretty), options: .allowingDuplicates)
            #expect(again == json, "\(file)")
            #expect(again.hashValue == json.hashValue, "\(file)")
            #expect(again.serializedBytes() == json.serializedBytes(), "\(file)")
        }
    }

    @Test(arguments: [
        ("number_1.000000000000000005.json", "[1.000000000000000005]"),
        ("number_10000000000000000999.json", "[10000000000000000999]"),
        ("number_1e-999.json", "[1E-999]"),
        ("object_same_key_different_values.json", #"{"a":1,"a":2}"#),
        ("string_with_escaped_NULL.json", #"["A\u0000B"]"#),
    ])
    func `keeps what others transform`(file: String, expected: String) throws {
        #expect(try parse(file, in: "json-test-suite/test_transform", .allow).serialized() == expected)
    }
}

extension JSONParser.Options {
    static let allowingDuplicates = JSONParser.Options(maximumDepth: 1000, duplicateKeys: .allow)
}
