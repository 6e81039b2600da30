import Testing

@testable import SpecRouter

struct PathStyleTests {
    @Test(
        "simple",
        arguments: [
            StyleCase(Schemas.string, explode: false, "blue", #""blue""#),
            StyleCase(Schemas.string, explode: false, "a,b", #""a,b""#),
            StyleCase(Schemas.string, explode: false, "a%2Fb%20c+d", #""a/b c+d""#),
            StyleCase(Schemas.string, explode: false, "5", #""5""#),
            StyleCase(Schemas.string, explode: false, "%C3%A9", #""é""#),
            StyleCase(Schemas.string, explode: false, "%C3", "!invalidUTF8"),
            StyleCase(Schemas.string, explode: false, "%zz", "!malformedEscape"),
            StyleCase(Schemas.string, explode: false, "a%", "!malformedEscape"),
            StyleCase(Schemas.string, explode: false, "a%00b", "!nul"),
            StyleCase(Schemas.any, explode: false, "5", #""5""#),
            StyleCase(Schemas.integer, explode: false, "5", "5"),
            StyleCase(Schemas.integer, explode: false, "-1", "-1"),
            StyleCase(Schemas.integer, explode: false, "5.0", "5.0"),
            StyleCase(Schemas.integer, explode: false, "1e3", "1e3"),
            StyleCase(Schemas.integer, explode: false, "%35", "5"),
            StyleCase(Schemas.integer, explode: false, "+5", #""+5""#),
            StyleCase(Schemas.integer, explode: false, "%205", #"" 5""#),
            StyleCase(Schemas.integer, explode: false, "05", #""05""#),
            StyleCase(Schemas.integer, explode: false, "0x5", #""0x5""#),
            StyleCase(Schemas.integer, explode: false, "5.", #""5.""#),
            StyleCase(Schemas.integer, explode: false, "12345678901234567890123", "12345678901234567890123"),
            StyleCase(Schemas.boolean, explode: false, "true", "true"),
            StyleCase(Schemas.boolean, explode: false, "false", "false"),
            StyleCase(Schemas.boolean, explode: false, "True", #""True""#),
            StyleCase(Schemas.boolean, explode: false, "1", #""1""#),
            StyleCase(Schemas.strings, explode: false, "blue,black", #"["blue","black"]"#),
            StyleCase(Schemas.strings, explode: true, "blue,black", #"["blue","black"]"#),
            StyleCase(Schemas.strings, explode: false, "a%2Cb,c", #"["a,b","c"]"#),
            StyleCase(Schemas.strings, explode: false, "a,,b,", #"["a","","b",""]"#),
            StyleCase(Schemas.integers, explode: false, "1,2,x", #"[1,2,"x"]"#),
            StyleCase(Schemas.integers, explode: false, "1,%z,3", "!malformedEscape /1"),
            StyleCase(Schemas.pair, explode: false, "1,1,true,true", #"["1",1,true,true]"#),
            StyleCase(Schemas.color, explode: false, "R,100,G,200", #"{"R":100,"G":"200"}"#),
            StyleCase(Schemas.color, explode: true, "R=100,G=200", #"{"R":100,"G":"200"}"#),
            StyleCase(Schemas.color, explode: true, "R=100,G=a=b", #"{"R":100,"G":"a=b"}"#),
            StyleCase(Schemas.color, explode: false, "%52,100", #"{"R":100}"#),
            StyleCase(Schemas.color, explode: false, "B,1", #"{"B":"1"}"#),
            StyleCase(Schemas.free, explode: false, "B,1", #"{"B":1}"#),
            StyleCase(Schemas.color, explode: false, "R,100,G", "!malformedStyle"),
            StyleCase(Schemas.color, explode: true, "R,100", "!malformedStyle"),
            StyleCase(Schemas.color, explode: true, "R=1,R=2", "!duplicate /R"),
            StyleCase(Schemas.color, explode: true, "R=%C3", "!invalidUTF8 /R"),
            StyleCase(Schemas.integerOrColor, explode: true, "5", "5"),
            StyleCase(Schemas.integerOrColor, explode: false, "R,5", #"{"R":5}"#),
            StyleCase(Schemas.integerOrIntegers, explode: false, "5", "5"),
            StyleCase(Schemas.integerOrIntegers, explode: false, "5,6", "[5,6]"),
            StyleCase(Schemas.integerOrIntegers, explode: false, "x", #"["x"]"#),
            StyleCase(Schemas.stringOrStrings, explode: false, "a", #""a""#),
            StyleCase(Schemas.stringOrStrings, explode: false, "a,b", #"["a","b"]"#),
        ])
    func simple(example: StyleCase) throws { try check(example, style: "simple") }

    @Test(
        "label",
        arguments: [
            StyleCase(Schemas.string, explode: false, ".blue", #""blue""#),
            StyleCase(Schemas.string, explode: true, ".a.b", #""a.b""#),
            StyleCase(Schemas.string, explode: false, ".", #""""#),
            StyleCase(Schemas.integer, explode: false, ".5", "5"),
            StyleCase(Schemas.strings, explode: false, ".blue,black", #"["blue","black"]"#),
            StyleCase(Schemas.strings, explode: true, ".blue.black", #"["blue","black"]"#),
            StyleCase(Schemas.strings, explode: false, ".", "[]"),
            StyleCase(Schemas.color, explode: false, ".R,100,G,200", #"{"R":100,"G":"200"}"#),
            StyleCase(Schemas.color, explode: true, ".R=100.G=200", #"{"R":100,"G":"200"}"#),
            StyleCase(Schemas.color, explode: true, ".R=100.G", "!malformedStyle"),
            StyleCase(Schemas.string, explode: false, "blue", "!malformedStyle"),
            StyleCase(Schemas.integers, explode: true, ".1.%zz", "!malformedEscape /1"),
        ])
    func label(example: StyleCase) throws { try check(example, style: "label") }

    @Test(
        "matrix",
        arguments: [
            StyleCase(Schemas.string, explode: false, ";p=blue", #""blue""#),
            StyleCase(Schemas.string, explode: true, ";p=blue", #""blue""#),
            StyleCase(Schemas.string, explode: false, ";p", #""""#),
            StyleCase(Schemas.string, explode: false, ";%70=b", #""b""#),
            StyleCase(Schemas.integer, explode: false, ";p=5", "5"),
            StyleCase(Schemas.strings, explode: false, ";p=blue,black", #"["blue","black"]"#),
            StyleCase(Schemas.strings, explode: true, ";p=blue;p=black", #"["blue","black"]"#),
            StyleCase(Schemas.strings, explode: false, ";p", "[]"),
            StyleCase(Schemas.strings, explode: true, ";p=", #"[""]"#),
            StyleCase(Schemas.color, explode: false, ";p=R,100,G,200", #"{"R":100,"G":"200"}"#),
            StyleCase(Schemas.color, explode: true, ";R=100;G=200", #"{"R":100,"G":"200"}"#),
            StyleCase(Schemas.string, explode: false, "p=blue", "!malformedStyle"),
            StyleCase(Schemas.string, explode: false, ";q=blue", "!malformedStyle"),
            StyleCase(Schemas.strings, explode: true, ";p=a;q=b", "!malformedStyle"),
            StyleCase(Schemas.integers, explode: true, ";p=1;p=%C3", "!invalidUTF8 /1"),
        ])
    func matrix(example: StyleCase) throws { try check(example, style: "matrix") }

    private func check(_ example: StyleCase, style: String) throws {
        let parameter = """
            {"name": "p", "in": "path", "required": true, "style": "\(style)", "explode": \(example.explode),
             "schema": \(example.schema)}
            """
        let operation = try ParameterExample(parameter, template: "/x/{p}")
        #expect(operation.decode(path: "/x/" + example.text).text == example.expected)
    }
}
