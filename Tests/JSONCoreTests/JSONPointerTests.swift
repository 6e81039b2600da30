import JSONCore
import Testing

struct JSONPointerTests {
    /// The example of RFC 6901, section 5.
    private let document =
        #"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}"#

    @Test(arguments: [
        ("/foo/0", "\"bar\"", "/foo/0"), ("/", "0", "/"), ("/a~1b", "1", "/a~1b"), ("/c%d", "2", "/c%25d"),
        ("/e^f", "3", "/e%5Ef"), ("/g|h", "4", "/g%7Ch"), ("/i\\j", "5", "/i%5Cj"), ("/k\"l", "6", "/k%22l"),
        ("/ ", "7", "/%20"), ("/m~0n", "8", "/m~0n"),
    ])
    func `the examples of RFC 6901`(text: String, value: String, fragment: String) throws {
        let pointer = try #require(JSONPointer(text))
        #expect(try JSON(parsing: document).value(at: pointer)?.serialized() == value)
        #expect(pointer.description == text)
        #expect(pointer.fragment == fragment)
        #expect(JSONPointer(fragment: fragment) == pointer)
    }

    @Test(arguments: ["a", "a/b", "/~", "/~2", "/a~"])
    func `what is no pointer is refused`(text: String) {
        #expect(JSONPointer(text) == nil)
    }

    @Test func `fragments must be whole and UTF-8`() {
        #expect(JSONPointer(fragment: "/%2") == nil)
        #expect(JSONPointer(fragment: "/%zz") == nil)
        #expect(JSONPointer(fragment: "/%ff") == nil)
        #expect(JSONPointer(fragment: "/%C3%A9")?.tokens == ["é"])
    }

    @Test(arguments: [
        "/foo/01", "/foo/-", "/foo/2", "/foo/+1", "/foo/99999999999999999999", "/foo/0/x", "/nothing", "/foo/",
    ])
    func `missing places are nil`(text: String) throws {
        #expect(try JSON(parsing: document).value(at: #require(JSONPointer(text))) == nil)
    }

    @Test func `tokens compare as bytes`() {
        #expect(JSONPointer(tokens: ["\u{E9}"]) != JSONPointer(tokens: ["e\u{301}"]))
        #expect(JSONPointer.root.appending("a").appending(index: 3).appending("/b") == "/a/3/~1b" as JSONPointer)
    }
}
