import JSONCore
import Testing

/// Documents that are kept, and looked into again and again.
struct KeptDocumentTests {
    private static let large = (0..<100).map { #""k\#($0)":[\#($0)]"# }.joined(separator: ",")

    @Test(arguments: [
        "/k0/0", "/k99/0", "/k100", "/k99/1", "/k5/0/x", "/k7/00", "/twice", "/\u{E9}", "/e\u{301}", "/a~1b", "",
    ])
    func `a kept look-up finds what a plain one does`(pointer: String) throws {
        let text = #"{\#(Self.large),"twice":1,"\u00e9":2,"a\/b":3,"twice":4}"#
        let json = try JSON(parsing: text, options: .init(maximumDepth: 8, duplicateKeys: .allow))
        let place = try #require(JSONPointer(pointer))
        var lookup = MemberLookup()
        for _ in 0..<3 { #expect(lookup.value(at: place, in: json)?.index == json.value(at: place)?.index) }
    }

    @Test func `a kept look-up tells objects and documents apart`() throws {
        let documents = try (0..<3).map {
            try JSON(parsing: #"{"a":{\#(Self.large)},"b":{\#(Self.large),"x":\#($0)}}"#)
        }
        var lookup = MemberLookup()
        for (number, document) in documents.enumerated() {
            #expect(lookup.value(at: "/b/x", in: document)?.int == number)
            #expect(lookup.value(at: "/a/x", in: document) == nil)
        }
    }

    @Test(arguments: ["[]", "7", #""text""#, #"{"a":[1,"\n\u00e9",{"b":null}],"c":1e400}"#])
    func `a compacted document is the same`(text: String) throws {
        let json = try JSON(parsing: "\n " + text)
        let compacted = json.compacted
        #expect(compacted == json)
        #expect(compacted.serialized() == json.serialized())
        #expect(compacted.tape.position(of: 0)?.line == 2)
        #expect(compacted.tape.source.map { Array($0) } == Array(("\n " + text).utf8))
        #expect(compacted.tape.entries.count == json.tape.next(after: 0))
    }

    @Test func `a document that was built has no source`() {
        var builder = TapeBuilder()
        builder.null()
        #expect(builder.finish().tape.source == nil)
    }
}
