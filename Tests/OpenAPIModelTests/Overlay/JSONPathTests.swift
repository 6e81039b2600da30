import JSONCore
import OpenAPIModel
import Testing

@Suite("JSONPath")
struct JSONPathTests {
    /// The text, the column and a part of the message.
    static let refused: [(String, Int, String)] = [
        ("", 1, "starts with \"$\""), ("info.title", 1, "starts with \"$\""), ("$ ", 2, "the end"),
        ("$.", 3, "Expected a name"), ("$.é.1", 5, "not \"1\""), ("$['a'", 6, "character 2"),
        ("$['a", 3, "no closing quote"), ("$['\\x']", 4, "no such escape"), ("$['\\ud800']", 4, "surrogate"),
        ("$[01]", 3, "leading zeros"), ("$[-0]", 3, "leading zeros"), ("$[9007199254740992]", 3, "2^53"),
        ("$[?@.a]]", 8, "Expected \".\""), ("$[?@.a=='b]", 9, "no closing quote"), ("$[?1]", 4, "alone"),
        ("$[?@.*==1]", 4, "several values"), ("$[?length(@.*)>1]", 11, "several values"),
        ("$[?count(1)>1]", 10, "takes a query"), ("$[?count(@.a)]", 4, "compare it"),
        ("$[?match(@.a,'b')==true]", 4, "true or false"), ("$[?match(@.a)]", 4, "two arguments, not 1"),
        ("$[?lenght(@.a)>1]", 4, "no function \"lenght\""), ("$[?@.a==b]", 9, "stand in quotes"),
        ("$[?(@.a]", 8, "character 4"), ("$[?@.a==1.]", 9, "as in JSON"), ("$[", 3, "the end"),
    ]

    @Test(arguments: refused)
    func `says what is wrong and where`(text: String, column: Int, message: String) throws {
        let error = try #require(throws: JSONPathError.self) { try JSONPath(text) }
        #expect(error.column == column, "\(error)")
        #expect(error.message.contains(message), "\(error)")
    }

    @Test func `is refused when it is nested too deep`() throws {
        for (open, close) in [("(", ")"), ("@[?", "]"), ("value(", ")"), ("!(", ")")] {
            let depth = 100_000
            let text = "$[?" + String(repeating: open, count: depth) + "@" + String(repeating: close, count: depth)
            let error = try #require(throws: JSONPathError.self) { try JSONPath(text + "]") }
            #expect(error.message.contains("levels deep"))
        }
    }

    @Test(arguments: [
        "$..[?@..[?@..[?@..a]]]", "$..*..*..*..*..*", "$..[?count($..*) > 0]", "$..[?$..[1] || @ == $]",
    ])
    func `gives up before it takes for ever`(text: String) throws {
        let path = try JSONPath(text)
        let list = "[" + Array(repeating: "[{\"a\":[1,2,3]}]", count: 200).joined(separator: ",") + "]"
        let document = try JSON(parsing: String(repeating: "[", count: 100) + list + String(repeating: "]", count: 100))
        #expect(throws: JSONPathExhausted.self) { try path.nodes(in: document, atMost: 100_000) }
    }

    /// I-Regexps, and texts that they match as a whole.
    static let patterns: [(String, [String], [String])] = [
        ("a-b", ["a-b"], ["a"]), ("a\\-b", ["a-b"], ["a\\-b"]), ("[-a]+", ["-a-"], ["b"]), ("[a-]+", ["-a-"], ["b"]),
        ("[^-a]", ["b"], ["-", "a"]), ("[a-c\\]]", ["b", "]"], ["-"]), ("a{2}", ["aa"], ["a", "aaa"]),
        ("a{1,}", ["a", "aaa"], [""]), ("a{0,2}", ["", "aa"], ["aaa"]), ("(a|b)c", ["ac", "bc"], ["ab"]),
        ("a||b", ["", "a", "b"], ["ab"]), ("()", [""], ["a"]), ("\\p{L}\\P{Lu}", ["Aa"], ["AA"]),
        ("[\\p{Nd}x]", ["7", "x"], ["y"]), (".", ["\u{2028}", "😀"], ["\n", "\r"]), ("a/b,c", ["a/b,c"], []),
    ]

    @Test(arguments: patterns)
    func `matches by I-Regexps`(pattern: String, whole: [String], others: [String]) throws {
        #expect(try matches(pattern, whole) == whole)
        #expect(try matches(pattern, others).isEmpty)
    }

    @Test(arguments: [
        "\\d", "\\w+", "a*?", "a++", "(?:a)", "(?=a)", "\\1(a)", "[]", "[^]", "[a", "(a", "a)", "a]", "a}", "*a",
        "{1}a", "a{", "a{,1}", "a{2,1}", "[a-\\p{L}]", "[b-a]", "\\p{Latin}", "\\p{L", "[[a]", "\\", "a{99999999999}",
        "\\u0061",
        "[a-b-c]",
    ])
    func `matches nothing by what is no I-Regexp`(pattern: String) throws {
        #expect(try matches(pattern, ["", "a", "aa", "1", "é"]).isEmpty)
    }

    private func matches(_ pattern: String, _ texts: [String]) throws -> [String] {
        var quoted = JSONWriter()
        quoted.string(pattern)
        let text = "$.texts[?match(@, \(String(decoding: quoted.finish(), as: UTF8.self)))]"
        var builder = TapeBuilder()
        builder.beginObject()
        builder.key("texts")
        builder.beginArray()
        for text in texts { builder.string(text) }
        builder.endArray()
        builder.key("pattern")
        builder.string(pattern)
        let document = builder.finish()
        let fixed = try JSONPath(text).nodes(in: document).compactMap(\.string)
        let computed = try JSONPath("$.texts[?match(@, $.pattern)]").nodes(in: document).compactMap(\.string)
        #expect(fixed == computed)
        return fixed
    }

    @Test func `never traps on damaged texts`() throws {
        let document = try JSON(parsing: #"{"a":[1,{"b":"c"},null],"d":{"e":[[]]}}"#)
        let parts = [
            "$", "@", ".", "..", "[", "]", "?", "(", ")", "'a'", "\"b\"", "*", ":", "-1", "0", "1", ",", "!", "&&",
            "||",
            "==", "<", "length", "count", "value", "match", "search", "a", " ", "\\", "é", "1e9", "true", "null", "'",
        ]
        var random = SeededGenerator(seed: 9535)
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...12, using: &random)
            let text = "$" + (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
            guard let path = try? JSONPath(text) else { continue }
            _ = try path.nodes(in: document)
        }
    }
}
