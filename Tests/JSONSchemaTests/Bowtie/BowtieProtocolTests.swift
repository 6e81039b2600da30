import JSONCore
import JSONSchema
import Testing

/// What the harness answers, line by line, and what ends it.
@Suite struct BowtieProtocolTests {
    private static let start = #"{"cmd": "start", "version": 1}"#

    @Test func `it introduces itself as the protocol wants`() throws {
        let harness = try BowtieHarness()
        let answer = try harness.ask(Self.start)
        #expect(answer["version"]?.int == 1)
        let implementation = try #require(answer["implementation"])
        for field in ["name", "version", "language", "language_version", "os", "homepage", "issues", "source"] {
            #expect(implementation[field]?.string?.isEmpty == false, "\(field)")
        }
        let dialects = implementation["dialects"]?.elements.compactMap(\.string) ?? []
        #expect(Set(dialects).isSuperset(of: SchemaDialect.allCases.map(\.uri)))
        #expect(dialects.allSatisfy { SchemaDialect(uri: $0) != nil })
        #expect(try harness.stop() == 0)
    }

    static let cases: [(line: String, answer: String)] = [
        (#"{"cmd": "dialect", "dialect": "http://json-schema.org/draft-04/schema#"}"#, #"{"ok":true}"#),
        (#"{"cmd": "dialect", "dialect": "https://example.com/unheard-of"}"#, #"{"ok":false}"#),
        (
            #"{"cmd": "run", "seq": 1, "case": {"description": "", "schema": {"type": "integer"}, "#
                + #""tests": [{"description": "", "instance": 1}, {"description": "", "instance": "x", "valid": true}]}}"#,
            #"{"seq":1,"results":[{"valid":true},{"valid":false}]}"#
        ),
        (
            #"{"cmd": "run", "seq": {"any": ["thing", 1.0]}, "case": {"description": "", "#
                + #""schema": {"$ref": "http://a.example/b#/$defs/c"}, "#
                + #""registry": {"http://a.example/b": {"$defs": {"c": {"type": "null"}}}}, "#
                + #""tests": [{"description": "", "instance": null}]}}"#,
            #"{"seq":{"any":["thing",1.0]},"results":[{"valid":true}]}"#
        ),
        (
            #"{"cmd": "run", "seq": "a", "case": {"schema": {"type": "text"}, "tests": []}}"#,
            #"{"seq":"a","errored":true,"context":{"message":"#
                + ##""#/type: \"type\" must be null, boolean, integer, number, string, array or object, "##
                + #"or a list of these."}}"#
        ),
        (
            #"{"cmd": "run", "seq": 2, "case": {"schema": true}}"#,
            #"{"seq":2,"errored":true,"context":{"message":"The case lacks \"schema\" or a list of \"tests\"."}}"#
        ),
        (
            #"{"cmd": "run", "seq": 3, "case": {"schema": true, "registry": 7, "tests": [{}, {"instance": 1}]}}"#,
            #"{"seq":3,"results":[{"errored":true,"context":{"message":"The test lacks \"instance\"."}},{"valid":true}]}"#
        ),
    ]

    @Test("A line has an answer", arguments: cases)
    func answer(line: String, answer: String) throws {
        let ending = try BowtieHarness.run([Self.start, "", line, #"{"cmd": "stop"}"#])
        #expect(ending.output.split(separator: "\n").last.map(String.init) == answer)
        #expect(ending.errors.isEmpty)
        #expect(ending.status == 0)
    }

    static let failures: [(lines: [String], says: String)] = [
        (["{"], "The line is not JSON"), ([start, "\u{1}\u{FFFD}"], "The line is not JSON"),
        ([String(repeating: "[", count: 100_000)], "The line is not JSON"), (["[]"], "\"cmd\" must be"),
        ([#"{"cmd": "dance"}"#], "\"cmd\" must be"), ([#"{"cmd": "start"}"#], "lacks \"version\""),
        ([#"{"cmd": "start", "version": 2}"#], "Only version 1"),
        ([#"{"cmd": "dialect", "dialect": "x"}"#], "must be \"start\""),
        ([start, #"{"cmd": "dialect", "dialect": 4}"#], "lacks \"dialect\""),
        ([start, #"{"cmd": "run", "case": {}}"#], "lacks \"seq\""),
        ([start, #"{"cmd": "run", "seq": 1}"#], "lacks \"case\""),
    ]

    @Test("A line that does not say what it is ends the conversation with a reason", arguments: failures)
    func failure(lines: [String], says: String) throws {
        let ending = try BowtieHarness.run(lines)
        #expect(ending.status == 1)
        #expect(ending.errors.hasPrefix("specrouter-bowtie: "))
        #expect(ending.errors.contains(says), "\(ending.errors)")
    }

    @Test func `the end of the input is an end, and unknown options are refused`() throws {
        #expect(try BowtieHarness.run([Self.start]).status == 0)
        let wrong = try BowtieHarness.run([], ["--assert-format"])
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("--assert-formats"))
    }

    @Test(
        "The dialect of a conversation is that of the schemas that do not name theirs",
        arguments: [
            ("https://spec.openapis.org/oas/3.0/schema", "null", true),
            ("https://spec.openapis.org/oas/3.1/dialect/base", "null", true),
            ("https://spec.openapis.org/oas/3.2/dialect/2025-09-17", "null", true),
            ("https://spec.openapis.org/oas/3.2/dialect/base", "null", true),
            ("https://spec.openapis.org/oas/2.0/schema", "null", false),
            ("https://json-schema.org/draft/2020-12/schema", "null", false),
        ])
    func dialect(uri: String, instance: String, isValid: Bool) throws {
        let harness = try BowtieHarness()
        _ = try harness.ask(Self.start)
        #expect(try harness.ask(#"{"cmd": "dialect", "dialect": "\#(uri)"}"#)["ok"]?.bool == true)
        let body = #"{"schema": {"type": "string", "nullable": true}, "tests": [{"instance": \#(instance)}]}"#
        let answer = try harness.ask(#"{"cmd": "run", "seq": 1, "case": \#(body)}"#)
        #expect(answer["results"]?[0]?["valid"]?.bool == isValid)
    }
}
