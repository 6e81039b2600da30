import JSONCore
import Testing

struct JSONTests {
    private func json(_ text: String) throws -> JSON { try JSON(parsing: text) }

    @Test func `accessors answer nil for other kinds`() throws {
        let value = try json(#"{"n":null,"b":true,"i":12,"d":1.5,"s":"x","a":[1],"o":{}}"#)
        #expect(value["n"]?.isNull == true && value["b"]?.bool == true && value["i"]?.int == 12)
        #expect(value["d"]?.double == 1.5 && value["s"]?.string == "x" && value["d"]?.int == nil)
        #expect(value["s"]?.bool == nil && value["b"]?.string == nil && value["s"]?.number == nil)
        #expect(value["missing"] == nil && value[0] == nil && value["a"]?["x"] == nil)
        #expect(value["a"]?[0]?.int == 1 && value["a"]?[1] == nil && value["a"]?[-1] == nil)
        #expect(value.count == 7 && value["s"]?.count == 0)
        #expect(value.members.map(\.key) == ["n", "b", "i", "d", "s", "a", "o"])
        #expect(Array(value.elements).isEmpty && value["a"].map { Array($0.members).isEmpty } == true)
        #expect(JSONKind([.integer, .null]).name == "integer or null")
        #expect(value["s"]?.textEquals("x") == true && value["s"]?.textEquals(Array("y".utf8)) == false)
    }

    @Test func `keys are bytes, not characters`() throws {
        let composed = try json("{\"\u{E9}\":1}")
        #expect(composed["\u{E9}"]?.int == 1)
        #expect(composed["e\u{301}"] == nil)
        #expect(try json("\"\u{E9}\"") != json("\"e\u{301}\""))
        #expect(try json("{\"\u{E9}\":1,\"e\u{301}\":2}").count == 2)
    }

    @Test(arguments: [
        ("1", "1.0", true), ("[1,2]", "[1.0,2e0]", true), ("[1,2]", "[2,1]", false), ("{}", "[]", false),
        (#"{"a":1,"b":[2]}"#, #"{"b":[2.0],"a":1}"#, true), (#"{"a":1}"#, #"{"a":1,"b":2}"#, false),
        (#"{"a":1,"b":2}"#, #"{"a":1,"c":2}"#, false), (#"{"a":null}"#, "{}", false), ("0", "false", false),
        ("\"1\"", "1", false), (#""\u0061""#, #""a""#, true), ("null", "null", true), ("true", "false", false),
        ("[[[]]]", "[[[]]]", true), ("[[[]]]", "[[[[]]]]", false), ("-0", "0", true),
    ])
    func `equality is JSON Schema's`(left: String, right: String, expected: Bool) throws {
        let (a, b) = (try json(left), try json(right))
        #expect((a == b) == expected)
        #expect((b == a) == expected)
        if expected { #expect(a.hashValue == b.hashValue) }
    }

    @Test func `large objects are equal in any order`() throws {
        let members = (0..<5000).map { "\"key\($0)\":[\($0),{\"x\":\"\($0)\"}]" }
        let left = try json("{" + members.joined(separator: ",") + "}")
        let right = try json("{" + members.reversed().joined(separator: ",") + "}")
        #expect(left == right && left.hashValue == right.hashValue)
        let other = try json("{" + members.dropLast().joined(separator: ",") + ",\"key4999\":0}")
        #expect(left != other)
    }

    @Test func `duplicates count once, in any position`() throws {
        func allow(_ text: String) throws -> JSON { try JSON(parsing: text, options: .allowingDuplicates) }
        let a = try allow(#"{"x":1,"x":2}"#)
        #expect(try a == json(#"{"x":2}"#) && a != json(#"{"x":1}"#))
        #expect(try a != json(#"{"x":2,"y":3}"#))
        #expect(try json(#"{"x":2,"y":3}"#) != a)
        #expect(try a.hashValue == json(#"{"x":2}"#).hashValue)
    }

    @Test func `positions are lines and columns of the source`() throws {
        let value = try json("{\n  \"é\": [1,\n\t\"x\", \"\\n\"]\n}")
        func place(_ pointer: JSONPointer) -> [Int]? {
            value.value(at: pointer).flatMap { $0.tape.position(of: $0.index) }.map { [$0.line, $0.column] }
        }
        #expect(place("") == [1, 1])
        #expect(place("/é") == [2, 8])
        #expect(place("/é/0") == [2, 9])
        #expect(place("/é/1") == [3, 2])
        #expect(place("/é/2") == [3, 7])
    }

    @Test func `values know their pointer`() throws {
        let value = try json(#"{"a/b":[0,{"~":{"":[[7]]}}],"c":3}"#)
        for pointer in ["", "/a~1b", "/a~1b/1/~0//0/0", "/c", "/a~1b/0"] as [JSONPointer] {
            #expect(value.value(at: pointer)?.pointer == pointer)
        }
        let key = try #require(value.memberKeys.first { $0.key.textEquals("c") })
        #expect(key.key.pointer == "/c")
    }
}
