import JSONCore
import SpecRouter
import SpecRouterTesting
import Testing

@Suite("Charsets of bodies")
struct CharsetTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let type: String
        let body: [UInt8]
        let status: Int
        /// The value, or what is wrong.
        let expected: String

        init(_ type: String, _ body: [UInt8], _ status: Int, _ expected: String) {
            self.type = type
            self.body = body
            self.status = status
            self.expected = expected
        }

        init(_ type: String, _ body: String, _ status: Int, _ expected: String) {
            self.init(type, Array(body.utf8), status, expected)
        }

        var testDescription: String { "\(type) \(body) -> \(status) \(expected)" }
    }

    static let content = """
        { text/plain: { schema: { type: string, maxLength: 3 } }, application/json: { schema: { type: string } }, \
        application/jsonl: { itemSchema: { type: string } }, text/csv: {}, \
        application/x-www-form-urlencoded: { schema: { type: object, properties: { s: { type: string, maxLength: 3 } } } } }
        """

    static let texts: [Case] = [
        Case("text/plain", "é€", 200, "\"é€\""),
        Case("text/plain; charset=UTF-8", "é€", 200, "\"é€\""),
        Case("text/plain; charset=utf8", "é", 200, "\"é\""),
        Case("text/plain; charset=\"utf-8\"", "é", 200, "\"é\""),
        Case("text/plain; charset=us-ascii", "abc", 200, "\"abc\""),
        Case("text/plain; charset=us-ascii", [0x61, 0xE9], 400, " syntax"),
        Case("text/plain; charset=ISO-8859-1", [0xE9, 0x80, 0xFF], 200, "\"é\u{80}ÿ\""),
        Case("text/plain; charset=latin1", [0xE9, 0xE9, 0xE9, 0xE9], 400, " maxLength"),
        Case("text/plain; charset=utf-16", [0xFE, 0xFF, 0x00, 0xE9], 200, "\"é\""),
        Case("text/plain; charset=utf-16", [0xFF, 0xFE, 0xE9, 0x00], 200, "\"é\""),
        Case("text/plain; charset=utf-16", [0x20, 0xAC], 200, "\"€\""),
        Case("text/plain; charset=utf-16", [0xD8, 0x3D, 0xDE, 0x00], 200, "\"😀\""),
        Case("text/plain; charset=utf-16", [0xFE, 0xFF, 0xD8, 0x3D], 400, " syntax"),
        Case("text/plain; charset=utf-16", [0xDE, 0x00, 0xD8, 0x3D], 400, " syntax"),
        Case("text/plain; charset=utf-16", [0xFE, 0xFF, 0x00], 400, " syntax"),
        Case("text/plain; charset=utf-16le", [0xAC, 0x20], 200, "\"€\""),
        Case("text/plain; charset=utf-16le", [0xFF, 0xFE, 0xAC, 0x20], 200, "\"\u{FEFF}€\""),
        Case("text/plain; charset=utf-16be", [0x20, 0xAC], 200, "\"€\""),
        Case("text/plain", [0x61, 0xE9], 400, " syntax"),
        Case("text/plain", [0xED, 0xA0, 0x80], 400, " syntax"),
        Case("text/plain; charset=windows-1252", "a", 415, "unsupported-media-type"),
        Case("text/plain; charset=", "a", 415, "unsupported-media-type"),
        Case("text/plain; charset=\"\"", "a", 415, "unsupported-media-type"),
        Case("text/plain; charset=utf-8; charset=latin1", "a", 415, "unsupported-media-type"),
        // Nothing is read of it: octets.
        Case("text/csv; charset=koi8-r", "a,b", 200, "a,b"),
        Case("text/csv; charset=utf-16", "a,b", 200, "a,b"),
    ]

    static let others: [Case] = [
        Case("application/json; charset=utf-8", "\"é\"", 200, "\"é\""),
        Case("application/json; charset=\"UTF-8\"", "\"é\"", 200, "\"é\""),
        Case("application/json; charset=iso-8859-1", "\"e\"", 415, "unsupported-media-type"),
        Case("application/json; charset=utf-16", [0, 0x31], 415, "unsupported-media-type"),
        Case("application/json; charset=us-ascii", "\"e\"", 415, "unsupported-media-type"),
        Case("application/jsonl; charset=utf-8", "\"e\"\n", 200, "\"e\"\n"),
        Case("application/jsonl; charset=latin1", "\"e\"\n", 415, "unsupported-media-type"),
        Case("application/x-www-form-urlencoded; charset=utf-8", "s=%C3%A9", 200, #"{"s":"é"}"#),
        Case("application/x-www-form-urlencoded; charset=iso-8859-1", "s=%E9+%ff", 200, #"{"s":"é ÿ"}"#),
        Case(
            "application/x-www-form-urlencoded; charset=iso-8859-1", [0x73, 0x3D, 0xE9, 0x26, 0xE9, 0x3D, 0x31], 200,
            #"{"s":"é","é":"1"}"#),
        Case("application/x-www-form-urlencoded; charset=iso-8859-1", "s=%E9%E9%E9%E9", 400, "/s maxLength"),
        Case("application/x-www-form-urlencoded; charset=iso-8859-1", "s=%zz", 400, "/s syntax"),
        Case("application/x-www-form-urlencoded; charset=us-ascii", "s=%41", 200, #"{"s":"A"}"#),
        Case("application/x-www-form-urlencoded; charset=us-ascii", "s=%E9", 400, " syntax"),
        Case("application/x-www-form-urlencoded", "s=%E9", 400, "/s syntax"),
        Case("application/x-www-form-urlencoded; charset=utf-16", "s=1", 415, "unsupported-media-type"),
    ]

    @Test("are read as they are named", arguments: texts + others, BodyAPI.Arrival.allCases)
    func reads(_ example: Case, _ arrival: BodyAPI.Arrival) async throws {
        let answer = await (try BodyAPI(Self.content)).send(example.body, example.type, [], arrival)
        #expect(answer.status == example.status, "\(answer.body)")
        #expect(answer.findings == example.expected)
    }

    static let parts: [(header: String, body: [UInt8], status: Int, expected: String)] = [
        ("text/plain", Array("é".utf8), 200, #"{"s":"é"}"#),
        ("text/plain; charset=iso-8859-1", [0xE9], 200, #"{"s":"é"}"#),
        ("text/plain; charset=utf-16be", [0x20, 0xAC], 200, #"{"s":"€"}"#),
        ("text/plain; charset=us-ascii", [0xE9], 400, "/s syntax"),
        ("text/plain; charset=koi8-r", [0x61], 400, "/s contentType"),
        ("text/plain", [0xE9], 400, "/s syntax"),
    ]

    @Test("are read of each part", arguments: parts)
    func readsParts(_ example: (header: String, body: [UInt8], status: Int, expected: String)) async throws {
        let api = try BodyAPI(
            "{ multipart/form-data: { schema: { type: object, properties: { s: { type: string, maxLength: 3 } } } } }")
        let head = "--b\r\nContent-Disposition: form-data; name=s\r\nContent-Type: \(example.header)\r\n\r\n"
        let body = Array(head.utf8) + example.body + Array("\r\n--b--".utf8)
        let answer = await api.send(body, "multipart/form-data; boundary=b")
        #expect(answer.status == example.status, "\(answer.body)")
        #expect(answer.findings == example.expected)
    }

    @Test(
        "of parts are the description's where the parts name none",
        arguments: [
            ("text/plain; charset=iso-8859-1", "", 200, #"{"s":"é"}"#),
            ("text/plain", "", 400, "/s syntax"),
            ("application/json", "Content-Type: application/json; charset=latin1\r\n", 400, "/s contentType"),
        ])
    func readsDeclared(declared: String, header: String, status: Int, expected: String) async throws {
        let api = try BodyAPI(
            """
            { multipart/form-data: { schema: { type: object, properties: { s: { type: string } } }, \
            encoding: { s: { contentType: '\(declared)' } } } }
            """)
        let head = "--b\r\nContent-Disposition: form-data; name=s\r\n\(header)\r\n"
        let body = Array(head.utf8) + [0xE9] + Array("\r\n--b--".utf8)
        let answer = await api.send(body, "multipart/form-data; boundary=b")
        #expect(answer.status == status, "\(answer.body)")
        #expect(answer.findings == expected)
    }

    @Test(
        "of answers are checked as they are named",
        arguments: [
            ("text/plain; charset=iso-8859-1", [0xE9, 0xE9, 0xE9], 200), ("text/plain", [0xE9], 500),
            ("text/plain; charset=utf-16", [0, 0x61, 0, 0x61], 200), ("text/plain; charset=koi8-r", [0x61], 500),
            ("text/plain; charset=iso-8859-1", [0xE9, 0xE9, 0xE9, 0xE9], 500),
        ] as [(String, [UInt8], Int)])
    func answers(type: String, body: [UInt8], status: Int) async throws {
        var nodes = NodeRegistry()
        nodes.register("body") { _ in .bytes(body, contentType: type) }
        let api = try BodyAPI(
            "{ text/csv: {} }", responses: "{ text/plain: { schema: { type: string, maxLength: 3 } } }", nodes: nodes)
        let answer = await api.send([0x61], "text/csv")
        #expect(answer.status == status, "\(answer.body)")
    }

    @Test("that are not read are told with what is")
    func tells() async throws {
        let api = try BodyAPI(Self.content)
        let text = await api.send([0x61], "text/plain; charset=koi8-r")
        #expect(text.json?["detail"]?.string?.contains("utf-8, us-ascii, iso-8859-1, utf-16") == true, "\(text.body)")
        let json = await api.send([0x31], "application/json; charset=utf-16")
        #expect(json.json?["detail"]?.string?.contains("JSON is read in UTF-8 only") == true, "\(json.body)")
    }
}
