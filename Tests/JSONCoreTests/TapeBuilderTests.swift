import JSONCore
import Testing

struct TapeBuilderTests {
    @Test func `a built document equals the parsed one`() throws {
        var builder = TapeBuilder()
        builder.beginObject()
        builder.key("a")
        builder.beginArray()
        builder.int(-5)
        let isNumber = builder.number(literal: Array("1.50".utf8))
        #expect(isNumber)
        let isFinite = builder.double(2.5e300)
        #expect(isFinite)
        builder.null()
        builder.bool(true)
        builder.string("x\"é")
        builder.endArray()
        builder.key("b")
        builder.append(try JSON(parsing: #"[0,{"q":["\n",1e5,{}]}]"#)[1] ?? JSON(parsing: "0"))
        builder.key("c")
        builder.beginObject()
        builder.endObject()
        let duplicate = builder.endObject()
        #expect(duplicate == nil)
        let json = builder.finish()
        let text = #"{"a":[-5,1.50,2.5e+300,null,true,"x\"é"],"b":{"q":["\n",1e5,{}]},"c":{}}"#
        #expect(json.serialized() == text)
        #expect(try json == JSON(parsing: text))
        #expect(json["a"]?[1]?.number?.literal == "1.50")
        #expect(json["b"]?["q"]?[1]?.pointer == "/b/q/1")
    }

    @Test func `what is no number is not added`() throws {
        var builder = TapeBuilder()
        builder.beginArray()
        let answers = [
            builder.number(literal: Array("01".utf8)), builder.number(literal: []), builder.double(.nan),
            builder.double(-.infinity), builder.number(literal: Array("1 ".utf8)),
        ]
        #expect(answers == [false, false, false, false, false])
        builder.int(7)
        #expect(builder.finish().serialized() == "[7]")
    }

    @Test func `what is left open is closed, and nothing is null`() {
        #expect(TapeBuilder().finish().isNull)
        var builder = TapeBuilder()
        builder.beginArray()
        builder.beginObject()
        builder.key("a")
        builder.beginArray()
        #expect(builder.finish().serialized() == #"[{"a":[]}]"#)
    }

    @Test func `repeated keys are reported with their position`() {
        var builder = TapeBuilder()
        builder.beginObject()
        for (line, key) in ["a", "b", "a"].enumerated() {
            builder.position(UInt64(line + 1) << 32 | 4)
            builder.key(key)
            builder.int(Int64(line))
        }
        let duplicate = builder.endObject()
        #expect(duplicate.map { builder.position(ofEntry: $0) } == 3 << 32 | 4)
        let json = builder.finish()
        #expect(json["a"]?.int == 2)
    }

    @Test func `positions are kept, also of spliced values`() throws {
        var inner = TapeBuilder()
        inner.beginArray()
        inner.position(9 << 32 | 2)
        inner.string("x")
        inner.endArray()
        var builder = TapeBuilder()
        builder.position(1 << 32 | 1)
        builder.beginArray()
        builder.append(inner.finish())
        builder.append(try JSON(parsing: "\n [true]"))
        builder.position(5 << 32 | 3)
        builder.null()
        let json = builder.finish()
        func place(_ pointer: JSONPointer) -> [Int]? {
            json.value(at: pointer).flatMap { $0.tape.position(of: $0.index) }.map { [$0.line, $0.column] }
        }
        #expect(place("") == [1, 1])
        #expect(place("/0") == nil)
        #expect(place("/0/0") == [9, 2])
        #expect(place("/1/0") == [2, 3])
        #expect(place("/2") == [5, 3])
    }
}
