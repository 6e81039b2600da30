import JSONCore
import Testing

@testable import JSONSchema

@Suite struct TapeViewTests {
    @Test(
        "Entries are those of the tape, numbers those of its accessors",
        arguments: [
            "null", "true", "0", "-1", "1.0", "1.5", "1e400", "18446744073709551615", "9223372036854775808", "0.1",
            #""abc""#, #""\u0061\n""#, #""é""#, "[]", "[1, [2]]", #"{"a": {"b": 1}, "c": []}"#,
        ])
    func entries(text: String) throws {
        let tape = try JSON(parsing: text).tape
        TapeView.read(tape) { view in
            for index in 0..<(tape.entry(0).isContainer ? tape.entry(0).end : 1) {
                let entry = view.entry(index)
                let number = JSON(tape: tape, index: index).number
                #expect(entry.kind == tape.entry(index).kind)
                #expect(entry.int64 == number?.int64)
                #expect(entry.heldDouble == nil || entry.heldDouble == number?.double)
                #expect(view.next(after: index) == tape.next(after: index))
            }
        }
    }

    @Test func `a name's key is its length, its first and its last eight bytes, wherever it stands`() throws {
        let names = ["", "a", "ab", "abcdefg", "abcdefgh", "abcdefghi", "exactly sixteen!", "more than sixteen bytes"]
        let escaped =
            #"["","\u0061","a\u0062","abcdef\u0067","abcdefg\u0068","abcdefgh\u0069","exactly sixteen\u0021","#
        for text in [
            "[" + names.map { "\"\($0)\"" }.joined(separator: ",") + "]", escaped + #""more than sixteen byte\u0073"]"#,
        ] {
            let json = try JSON(parsing: text)
            TapeView.read(json.tape) { view in
                for (name, value) in zip(names, json.elements) {
                    let entry = view.entry(value.index)
                    #expect(view.name(entry) == NameKey(name))
                    #expect(view.withText(entry) { $0.count } == name.utf8.count)
                    #expect(view.areEqual(entry, entry))
                }
            }
        }
    }
}
