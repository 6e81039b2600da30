import JSONCore
import Testing

@Test func `a document reads back as it was written`() throws {
    let text = #"{"a":[1,2.5,-0,1e400,true,false,null,"x\ny","é😀"],"b":{},"c":[],"d":{"e":[[]]}}"#
    let json = try JSON(parsing: text)
    #expect(json.serialized() == text)
    #expect(try JSON(parsing: json.serialized(layout: .pretty)) == json)
    #expect(json["a"]?.count == 9)
    #expect(json["a"]?[7]?.string == "x\ny")
}
