import JSONCore
import Testing

@testable import SpecRouter

@Suite("Items of a stream")
struct ItemReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var format: ItemFormat
        var text: String
        /// The items as one JSON text.
        var items: String
        var fault: String?

        init(_ format: ItemFormat, _ text: String, _ items: String, _ fault: String? = nil) {
            self.format = format
            self.text = text
            self.items = items
            self.fault = fault
        }

        var testDescription: String { "\(format) \(text.debugDescription)" }
    }

    static let cases = [
        Case(.lines, "", "[]"),
        Case(.lines, "1\n2\n", "[1,2]"),
        Case(.lines, "1\r\n\r\n \n2", "[1,2]"),
        Case(.lines, "{\"a\":\"b\\nc\"}\n[1, 2]\n\"ü\"\nnull\n", #"[{"a":"b\nc"},[1,2],"ü",null]"#),
        Case(.lines, "1\n2 3\n", "[1]", "is not JSON"),
        Case(.lines, "{\n}\n", "[]", "is not JSON"),
        Case(.lines, "{\"a\":1}{\"a\":2}\n", "[]", "is not JSON"),
        Case(.lines, "\u{feff}1\n", "[]", "is not JSON"),
        Case(.lines, "1\n{\"a\":", "[1]", "is not JSON"),
        Case(.records, "", "[]"),
        Case(.records, "\u{1e}1\n\u{1e}{\"a\":\n2}\n", #"[1,{"a":2}]"#),
        Case(.records, "\u{1e}\u{1e}true\n\u{1e} \u{1e}[]", "[true,[]]"),
        Case(.records, "\u{1e}12", "[]", "has no line feed behind it"),
        Case(.records, "\u{1e}true\u{1e}1\n", "[]", "has no line feed behind it"),
        Case(.records, "1\n\u{1e}2\n", "[]", "does not begin with a record separator"),
        Case(.records, "1\n", "[]", "does not begin with a record separator"),
        Case(.records, "\u{1e}{\n\u{1e}1\n", "[]", "is not JSON"),
        Case(.events, "", "[]"),
        Case(.events, "data: a\n\n", #"[{"data":"a"}]"#),
        Case(.events, "\u{feff}data: a\r\n\r\ndata:b\r\rdata:  c\n\n", #"[{"data":"a"},{"data":"b"},{"data":" c"}]"#),
        Case(.events, ": comment\ndata: a\ndata\ndata: b\n\n", #"[{"data":"a\n\nb"}]"#),
        Case(
            .events, "event: add\nid: 7\nretry: 100\ndata: {}\nother: x\n\n",
            #"[{"data":"{}","event":"add","id":"7","retry":100}]"#),
        Case(.events, "event: add\n\ndata: a\n\n", #"[{"data":"a"}]"#),
        Case(.events, "data\n\n", #"[{"data":""}]"#),
        Case(.events, "retry: 1x\nid: a\u{0}b\ndata: a\n\n", #"[{"data":"a"}]"#),
        Case(.events, "data: a\n\ndata: b\n", #"[{"data":"a"}]"#),
    ]

    private static func read(_ format: ItemFormat, _ chunks: [[UInt8]], limit: Int = 1000) -> (String, String?) {
        var reader = ItemReader(format, JSONParser.Options(maximumDepth: 10, maximumBytes: limit))
        var items: [String] = []
        do {
            for chunk in chunks {
                reader.feed(chunk)
                while let item = try reader.next(isEnd: false) { items.append(item.serialized()) }
            }
            while let item = try reader.next(isEnd: true) { items.append(item.serialized()) }
            return ("[\(items.joined(separator: ","))]", nil)
        } catch {
            return ("[\(items.joined(separator: ","))]", error.message)
        }
    }

    @Test(arguments: cases)
    func `are read, in whatever chunks they come`(example: Case) {
        let bytes = Array(example.text.utf8)
        var ways = [[bytes], bytes.map { [$0] }]
        for split in 0...bytes.count { ways.append([Array(bytes[..<split]), Array(bytes[split...])]) }
        for chunks in ways {
            let (items, fault) = Self.read(example.format, chunks)
            #expect(items == example.items)
            #expect(fault.map { $0.hasPrefix(example.fault ?? "no fault") } == example.fault.map { _ in true })
        }
    }

    @Test(arguments: [
        (ItemFormat.lines, "\"123456789\"\n"), (.lines, "\"12345678901234567890"), (.records, "\u{1e}\"1234567890"),
        (.events, "data: 12345\ndata: 12345\n\n"), (.events, "data: 12345678901"),
    ])
    func `are bounded`(format: ItemFormat, text: String) {
        let (items, fault) = Self.read(format, text.utf8.map { [$0] }, limit: 10)
        #expect(items == "[]")
        #expect(fault != nil)
    }

    @Test(arguments: [
        (ItemFormat.lines, "{\"data\":\"a\"}\n"), (.records, "\u{1e}{\"data\":\"a\"}\n"), (.events, "data: a\n\n"),
    ])
    func `are written as they are read`(format: ItemFormat, text: String) throws {
        let item = try JSON(parsing: #"{"data":"a"}"#)
        let framed = try format.framed(item, text: item.serializedBytes())
        #expect(String(decoding: framed, as: UTF8.self) == text)
    }

    @Test(arguments: [
        #"{"data":"a\nb","event":"x","id":"1","retry":5}"#, #"{"data":""}"#, #"{"data":" a"}"#, #"{"data":"a\n"}"#,
    ])
    func `events come back as they were sent`(text: String) throws {
        let item = try JSON(parsing: text)
        let framed = try ItemFormat.events.framed(item, text: [])
        #expect(Self.read(.events, [framed]).0 == "[\(item.serialized())]" || Self.sorted(framed) == item)
    }

    private static func sorted(_ framed: [UInt8]) -> JSON? { (try? JSON(parsing: read(.events, [framed]).0))?[0] }

    @Test(arguments: [
        "1", #"{"data":1}"#, #"{"data":"a","event":"x\ny"}"#, #"{"data":"a","name":"b"}"#, #"{"data":"a","retry":-1}"#,
        #"{"data":"a\rb"}"#, #"{"data":"a","id":"\u0000"}"#,
    ])
    func `what no event can say is not written`(text: String) throws {
        let item = try JSON(parsing: text)
        #expect(throws: ItemFault.self) { try ItemFormat.events.framed(item, text: []) }
    }
}
