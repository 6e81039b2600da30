import Foundation
import JSONCore
import OpenAPIModel
import Testing

@Suite("Structured text")
struct StructuredTextTests {
    private func parse(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws -> JSON {
        try StructuredText.parse(bytes, name: "test", limits: limits)
    }

    private func parse(_ text: String, limits: ReadingLimits = .standard) throws -> JSON {
        try parse(Array(text.utf8), limits: limits)
    }

    private func findings(_ text: String, limits: ReadingLimits = .standard) -> [String] {
        findings(Array(text.utf8), limits: limits)
    }

    private func findings(_ bytes: [UInt8], limits: ReadingLimits = .standard) -> [String] {
        do {
            _ = try StructuredText.parse(bytes, name: "test", limits: limits)
            return []
        } catch {
            return error.diagnostics.map(\.summary)
        }
    }

    @Test(arguments: [
        ("{\"a\": 1}", "{\"a\":1}"), (" \n [1]", "[1]"), ("{a: 1}", "{\"a\":1}"),
        ("[a, b: c]", "[\"a\",{\"b\":\"c\"}]"),
        ("a: &x [1, &y 2]\nb: *x\nc: *y", "{\"a\":[1,2],\"b\":[1,2],\"c\":2}"),
        ("- &a x\n- &a y\n- *a", "[\"x\",\"y\",\"y\"]"), ("- &a [&a 1]\n- *a", "[[1],1]"),
        ("- &k key\n- { *k : v }", "[\"key\",{\"key\":\"v\"}]"),
        ("- &a [1]\n- &b [*a, *a]\n- *b", "[[1],[[1],[1]],[[1],[1]]]"),
        ("- &e\n- *e", "[null,null]"), ("<<: {a: 1}\n", "{\"<<\":{\"a\":1}}"),
        ("%YAML 1.2\n---\na: 1\n...\n", "{\"a\":1}"), ("# c\na: 1 # d", "{\"a\":1}"),
        ("!!set {a, b}", "{\"a\":null,\"b\":null}"),
        ("\"x\"", "\"x\""), ("5", "5"),
    ])
    func `is read by its content`(text: String, expected: String) throws {
        #expect(try parse(text).serialized() == expected)
    }

    @Test(arguments: [
        ("", "1:1 error syntax"), (" \n# only\n", "1:1 error syntax"), ("a: 1\n---\nb: 2", "2:1 error syntax"),
        ("a: [1", "2:1 error syntax"), ("a: 1\n b: 2", "2:3 error syntax"), ("a:\n\t- 1", "2:1 error syntax"),
        ("a: *x", "1:4 error syntax"), ("a: &x [*x]", "1:8 error syntax"), ("? [a]\n: 1", "1:3 error syntax"),
        ("{\"a\": 1,}x", "1:9 error syntax"), ("{\"a\" 1}", "1:6 error syntax"), ("a: \u{7}", "1:4 error syntax"),
    ])
    func `that is broken is refused with a place`(text: String, expected: String) {
        #expect(findings(text) == [expected])
    }

    @Test func `in bad UTF-8 is refused with a place`() {
        #expect(findings(Array("a: x\nb: y".utf8) + [0xFF]) == ["2:5 error syntax"])
        #expect(findings(Array("{\"a\": \"".utf8) + [0xFF]) == ["1:8 error syntax"])
    }

    @Test(arguments: ["a: 1\nb: 2\na: 3", "{\n\"a\": 1, \"b\": 2,\n\"a\": 3}", "{a: 1, b: 2,\n\n a: 3, }"])
    func `with a key twice is refused with both places`(text: String) throws {
        let error = try #require(throws: DiagnosticError.self) { try parse(text) }
        let first = text.hasPrefix("{\n") ? 2 : 1
        #expect(error.diagnostics.map(\.code) == [.duplicateKey])
        #expect(error.diagnostics.first?.location?.line == 3)
        #expect(error.diagnostics.first?.message.contains("the first is in line \(first)") == true)
    }

    @Test func `reports every key that stands twice`() {
        let text = "a: {x: 1, x: 2}\nb: 1\nb: 2\nb: 3\n"
        #expect(findings(text) == ["3:1 error duplicate-key", "4:1 error duplicate-key", "1:11 error duplicate-key"])
    }

    @Test func `knows the line and column of each value and key`() throws {
        let json = try parse("a: 1\nb:\n  - x\n  - \"é\": {c: null}\n")
        let tape = json.tape
        let places = (0..<tape.next(after: 0)).compactMap { tape.position(of: $0) }.map { "\($0.line):\($0.column)" }
        #expect(places == ["1:1", "1:1", "1:4", "2:1", "3:3", "3:5", "4:5", "4:5", "4:10", "4:11", "4:14"])
    }

    @Test func `in UTF-16 is understood`() throws {
        for text in ["a: é", "{\"a\": \"é\"}"] {
            for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
                let bytes = Array(try #require(text.data(using: encoding)))
                let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
                #expect(try parse(mark + bytes).serialized() == "{\"a\":\"é\"}")
                #expect(try parse(bytes).serialized() == "{\"a\":\"é\"}")
            }
            #expect(try parse([0xEF, 0xBB, 0xBF] + Array(text.utf8)).serialized() == "{\"a\":\"é\"}")
        }
        #expect(findings([0xFF, 0xFE, 0x00, 0xD8]) == ["1:1 error syntax"])
        #expect(findings([0xFF, 0xFE, 0x41]) == ["1:1 error syntax"])
        #expect(findings([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41]) == ["1:1 error syntax"])
    }

    @Test(.timeLimit(.minutes(1))) func `whose aliases multiply is refused quickly`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
        }
        #expect(findings(text).first?.hasSuffix("limit-exceeded") == true)
    }

    @Test func `whose aliases repeat much text is refused`() {
        var limits = ReadingLimits.standard
        limits.maximumBytes = 10_000
        let text = "- &a \(String(repeating: "x", count: 4000))\n- *a\n- *a\n- *a\n"
        #expect(findings(text, limits: limits) == ["4:3 error limit-exceeded"])
    }

    @Test func `beyond the limits is refused`() {
        let limits = ReadingLimits(maximumBytes: 100, maximumSources: 1, maximumDepth: 3, aliasNodes: 2)
        #expect(findings(String(repeating: " ", count: 101), limits: limits) == ["1:1 error limit-exceeded"])
        #expect(findings("a: [[[1]]]", limits: limits) == ["1:6 error limit-exceeded"])
        #expect(findings("[[[[1]]]]", limits: limits) == ["1:4 error syntax"])
        #expect(findings("- &a [1]\n- *a", limits: limits) == ["2:3 error limit-exceeded"])
        let deep = String(repeating: "[", count: 100_000)
        #expect(findings("a: " + deep) == ["1:259 error limit-exceeded"])
    }
}
