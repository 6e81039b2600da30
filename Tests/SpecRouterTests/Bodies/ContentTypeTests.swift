import JSONCore
import SpecRouter
import SpecRouterTesting
import Testing

@Suite("What a Content-Type is taken for")
struct ContentTypeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// Of all fields of that name.
        let types: [String]
        /// The key of `content` whose schema is asked; nil for 415.
        let entry: String?

        init(_ types: String..., entry: String?) {
            self.types = types
            self.entry = entry
        }

        var testDescription: String { "\(types) -> \(entry ?? "415")" }
    }

    /// Nothing meets these schemas, so that each answer names the entry that was asked.
    private static func content(_ ranges: [String]) -> String {
        let entries = ranges.map { "'\($0)': { schema: { type: string, minLength: 9, maxLength: 0 } }" }
        return "{ \(entries.joined(separator: ", ")) }"
    }

    private func entry(_ types: [String], of ranges: [String]) async throws -> String? {
        let api = try BodyAPI(Self.content(ranges))
        let answer = await api.send(Array("\"a\"".utf8), nil, types.map { ("Content-Type", $0) })
        guard answer.status == 400 else {
            #expect(answer.status == 415, "\(answer.body)")
            #expect(answer.field("accept") == ranges.joined(separator: ", "))
            return nil
        }
        let place = answer.json?["violations"]?[0]?["schema"]?.string ?? answer.body
        return ranges.first { range in
            let key = range.replacing("/", with: "~1").replacing(";", with: "%3B").replacing(" ", with: "%20")
            return place.contains("/content/\(key)/") || place.contains("/content/\(range.replacing("/", with: "~1"))/")
        }
    }

    static let json: [Case] = [
        Case("application/json", entry: "application/json"),
        Case("Application/JSON", entry: "application/json"),
        Case(" application/json ", entry: "application/json"),
        Case("application/json;", entry: "application/json"),
        Case("application/json ; ;", entry: "application/json"),
        Case("application/json;charset=utf-8", entry: "application/json"),
        Case("application/json;CHARSET=\"UTF-8\"", entry: "application/json"),
        Case("application/json;unknown=x", entry: "application/json"),
        Case("application/json;a=\"b;c,d\\\"\"", entry: "application/json"),
        Case(entry: nil),
        Case("", entry: nil),
        Case(";", entry: nil),
        Case("/", entry: nil),
        Case("application", entry: nil),
        Case("application/", entry: nil),
        Case("application/json/x", entry: nil),
        Case("application json", entry: nil),
        Case("application/json x", entry: nil),
        Case("application/json;=x", entry: nil),
        Case("application/json;x", entry: nil),
        Case("application/json;x=", entry: nil),
        Case("application/json;x = y", entry: nil),
        Case("application/json;a=\"b", entry: nil),
        Case("application/json;charset=utf-8;charset=utf-8", entry: nil),
        Case("application/json, application/json", entry: nil),
        Case("application/json,", entry: nil),
        Case("application/json", "application/json", entry: nil),
        Case("application/json", "text/plain", entry: nil),
        Case("application/json", "", entry: nil),
        Case("", "application/json", entry: nil),
        Case("*/*", entry: nil),
        Case("application/*", entry: nil),
        Case("text/json", entry: nil),
        Case("application/vnd.x+json", entry: nil),
        Case("application/jsonx", entry: nil),
        Case("application/x-json", entry: nil),
        Case("application/json\u{a0}", entry: nil),
        Case("application/ｊson", entry: nil),
        Case("text/plain", entry: nil),
    ]

    @Test("of an operation that takes application/json", arguments: json)
    func readsJSON(_ example: Case) async throws {
        #expect(try await entry(example.types, of: ["application/json"]) == example.entry)
    }

    @Test("of a body without octets says nothing", arguments: [nil, "", "image/png", "text/plain, text/plain"])
    func ignores(type: String?) async throws {
        let api = try BodyAPI(Self.content(["application/json"]))
        let answer = await api.send([], type, [("Content-Encoding", "br")])
        #expect(answer.status == 400, "\(answer.body)")
        #expect(answer.findings == " required")
    }

    private static let ranges = [
        "*/*", "text/*", "application/*+json", "application/json", "application/json;v=1", "application/json;v=1;w=2",
        "text/json", "text/plain;charset=iso-8859-1",
    ]

    static let ranked: [Case] = [
        Case("application/json", entry: "application/json"),
        Case("application/json;v=1", entry: "application/json;v=1"),
        Case("application/json;V=1", entry: "application/json;v=1"),
        Case("application/json;v=\"1\"", entry: "application/json;v=1"),
        Case("application/json;w=2;v=1", entry: "application/json;v=1;w=2"),
        Case("application/json;v=1;x=3", entry: "application/json;v=1"),
        Case("application/json;v=2", entry: "application/json"),
        Case("application/vnd.x+json", entry: "application/*+json"),
        Case("application/problem+JSON;v=1", entry: "application/*+json"),
        Case("image/svg+json", entry: "*/*"),
        Case("text/json", entry: "text/json"),
        Case("text/html", entry: "text/*"),
        Case("text/plain;charset=ISO-8859-1", entry: "text/plain;charset=iso-8859-1"),
        Case("text/plain;charset=utf-8", entry: "text/*"),
        Case("text/plain", entry: "text/*"),
        Case("image/png", entry: "*/*"),
        Case("*/*", entry: "*/*"),
        Case("text/*", entry: "text/*"),
        Case(entry: nil),
        Case("", entry: nil),
        Case("application/json", "application/json", entry: nil),
    ]

    @Test("is the most specific range, in whatever order they stand", arguments: ranked)
    func ranks(_ example: Case) async throws {
        #expect(try await entry(example.types, of: Self.ranges) == example.entry)
        #expect(try await entry(example.types, of: Self.ranges.reversed()) == example.entry)
    }
}

@Suite("What Accept leaves of the answers")
struct NotAcceptableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let accept: [String]
        let offered: String

        init(_ accept: String..., offered: String = "application/json") {
            self.accept = accept
            self.offered = offered
        }

        var testDescription: String { "\(accept) of \(offered)" }
    }

    static let accepted: [Case] = [
        Case(), Case(""), Case("*/*"), Case("application/*"), Case("application/json"), Case("APPLICATION/JSON"),
        Case("application/json;q=0.001"), Case("text/html, */*;q=0.1"), Case("text/html", "application/json"),
        Case("text/html;q=1, application/json;q=0.2"), Case("application/json;v=1"), Case("application/json;q=2"),
        Case("application/json;q=x"), Case("application/json;q=0, application/json;v=1"),
        Case("application/*;q=0, application/json"), Case("application/json;q=0, */*", offered: "application/*"),
        Case("application/json;q=0, */*", offered: "application/json, text/html"),
        // What is no media range says nothing; where nothing else is said, everything is accepted.
        Case("json"), Case("application/json x"), Case(",,"), Case("*/json"), Case("\"text/html"),
    ]

    static let refused: [Case] = [
        Case("text/html"), Case("text/*"), Case("application/vnd.x+json"), Case("application/json;q=0"),
        Case("application/json;q=0.000"), Case("*/*;q=0"), Case("application/json;q=0, */*"),
        Case("*/*", "application/json;q=0"), Case("application/*;q=0, */*"), Case("json, text/html"),
        Case("*, text/html"), Case("application/*+json;q=0, text/html"),
    ]

    @Test("is all that fits", arguments: accepted)
    func accepts(_ example: Case) async throws {
        let answer = try await answer(example)
        #expect(answer.status == 200, "\(answer.body)")
    }

    @Test("is 406 when it is nothing", arguments: refused)
    func refuses(_ example: Case) async throws {
        let answer = try await answer(example)
        #expect(answer.status == 406, "\(answer.body)")
        #expect(answer.json?["detail"]?.string?.contains(example.offered) == true)
    }

    private func answer(_ example: Case) async throws -> InProcessResponse {
        var nodes = NodeRegistry()
        let types = example.offered.split(separator: ", ").map { String($0) }
        nodes.register("body") { _ in
            .bytes(Array("1".utf8), contentType: types[0].replacing("*", with: "json"))
        }
        let responses = types.map { "'\($0)': {}" }.joined(separator: ", ")
        let api = try BodyAPI("{ text/plain: {} }", responses: "{ \(responses) }", nodes: nodes)
        return await api.send([0x61], "text/plain", example.accept.map { ("Accept", $0) })
    }
}
