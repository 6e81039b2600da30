import Testing

@testable import SpecRouter

struct QueryStyleTests {
    @Test(
        "form",
        arguments: [
            StyleCase(Schemas.string, explode: true, "p=blue", #""blue""#),
            StyleCase(Schemas.string, explode: false, "p=a,b", #""a,b""#),
            StyleCase(Schemas.string, explode: true, "p=a+b%2Bc", #""a b+c""#),
            StyleCase(Schemas.string, explode: true, "p=", #""""#),
            StyleCase(Schemas.string, explode: true, "p", #""""#),
            StyleCase(Schemas.string, explode: true, "", "-"),
            StyleCase(Schemas.string, explode: true, "P=1", "-"),
            StyleCase(Schemas.string, explode: true, "%70=1", #""1""#),
            StyleCase(Schemas.string, explode: true, "p=1&p=2", "!duplicate"),
            StyleCase(Schemas.string, explode: false, "p=1&p=2", "!duplicate"),
            StyleCase(Schemas.string, explode: true, "p=%", "!malformedEscape"),
            StyleCase(Schemas.string, explode: true, "p=%FF", "!invalidUTF8"),
            StyleCase(Schemas.string, explode: true, "p=%00", "!nul"),
            StyleCase(Schemas.string, explode: true, "p=a=b", #""a=b""#),
            StyleCase(Schemas.integer, explode: true, "p=5", "5"),
            StyleCase(Schemas.integer, explode: true, "p=", #""""#),
            StyleCase(Schemas.integer, explode: true, "p=+5", #"" 5""#),
            StyleCase(Schemas.nullable, explode: true, "p=", "null"),
            StyleCase(Schemas.nullable, explode: true, "p=null", #""null""#),
            StyleCase(Schemas.strings, explode: true, "p=a&p=b", #"["a","b"]"#),
            StyleCase(Schemas.strings, explode: true, "p=a&q=x&p=b", #"["a","b"]"#),
            StyleCase(Schemas.strings, explode: true, "p=a,b", #"["a,b"]"#),
            StyleCase(Schemas.strings, explode: true, "p=", #"[""]"#),
            StyleCase(Schemas.strings, explode: false, "p=a,b", #"["a","b"]"#),
            StyleCase(Schemas.strings, explode: false, "p=a%2Cb", #"["a,b"]"#),
            StyleCase(Schemas.strings, explode: false, "p=", "[]"),
            StyleCase(Schemas.strings, explode: false, "p=a,b&p=c", #"["a","b","c"]"#),
            StyleCase(Schemas.integers, explode: true, "p=1&p=2", "[1,2]"),
            StyleCase(Schemas.integers, explode: true, "p=1&p=%x", "!malformedEscape /1"),
            StyleCase(Schemas.integers, explode: false, "p=1,2,%C3", "!invalidUTF8 /2"),
            StyleCase(Schemas.pair, explode: true, "p=1&p=1", #"["1",1]"#),
            StyleCase(Schemas.color, explode: true, "R=100&G=200", #"{"R":100,"G":"200"}"#),
            StyleCase(Schemas.color, explode: true, "G=200", #"{"G":"200"}"#),
            StyleCase(Schemas.color, explode: true, "B=1", "-"),
            StyleCase(Schemas.color, explode: true, "R=1&R=2", "!duplicate /R"),
            StyleCase(Schemas.color, explode: true, "R=%", "!malformedEscape /R"),
            StyleCase(Schemas.color, explode: true, "p=5", #""5""#),
            StyleCase(Schemas.color, explode: false, "p=R,100,G,200", #"{"R":100,"G":"200"}"#),
            StyleCase(Schemas.color, explode: false, "p=R", "!malformedStyle"),
            StyleCase(Schemas.rows, explode: true, #"p=[{"n":1},{}]"#, #"[{"n":1},{}]"#),
            StyleCase(Schemas.rows, explode: true, "p=%7B%22n%22:1%7D&p={}", #"[{"n":1},{}]"#),
            StyleCase(Schemas.rows, explode: false, #"p=[{"n":1},{}]"#, #"[{"n":1},{}]"#),
            StyleCase(Schemas.rows, explode: true, "p=[1,", "!malformedContent"),
            StyleCase(Schemas.rows, explode: true, "p=1&p=x", "!malformedContent /1"),
            StyleCase(Schemas.free, explode: true, "a=1&b=2", #"{"a":1,"b":2}"#),
            StyleCase(Schemas.integerOrIntegers, explode: true, "p=5", "5"),
            StyleCase(Schemas.integerOrIntegers, explode: true, "p=5&p=6", "[5,6]"),
            StyleCase(Schemas.integerOrIntegers, explode: true, "p=x", #"["x"]"#),
            StyleCase(Schemas.stringOrStrings, explode: true, "p=a", #""a""#),
            StyleCase(Schemas.stringOrStrings, explode: true, "p=a&p=b", #"["a","b"]"#),
        ])
    func form(example: StyleCase) throws { try check(example, style: "form") }

    @Test(
        "spaceDelimited and pipeDelimited",
        arguments: [
            ("spaceDelimited", StyleCase(Schemas.strings, explode: false, "p=a%20b+c", #"["a","b","c"]"#)),
            ("spaceDelimited", StyleCase(Schemas.strings, explode: false, "p=a%2Bb", #"["a+b"]"#)),
            ("spaceDelimited", StyleCase(Schemas.integers, explode: false, "p=1%202", "[1,2]")),
            ("spaceDelimited", StyleCase(Schemas.strings, explode: false, "p=", "[]")),
            ("spaceDelimited", StyleCase(Schemas.color, explode: false, "p=R%201+G+2", #"{"R":1,"G":"2"}"#)),
            ("spaceDelimited", StyleCase(Schemas.string, explode: false, "p=a+b", #""a b""#)),
            ("pipeDelimited", StyleCase(Schemas.strings, explode: false, "p=a%7Cb|c%7cd", #"["a","b","c","d"]"#)),
            ("pipeDelimited", StyleCase(Schemas.integers, explode: false, "p=1|2", "[1,2]")),
            ("pipeDelimited", StyleCase(Schemas.integers, explode: false, "p=1|%zz", "!malformedEscape /1")),
            ("pipeDelimited", StyleCase(Schemas.color, explode: false, "p=R|1|G|2", #"{"R":1,"G":"2"}"#)),
            ("pipeDelimited", StyleCase(Schemas.strings, explode: false, "", "-")),
            ("pipeDelimited", StyleCase(Schemas.strings, explode: true, "p=a&p=b", #"["a","b"]"#)),
        ])
    func delimited(style: String, example: StyleCase) throws { try check(example, style: style) }

    static let nested = """
        {"type": "object", "properties": {
            "a": {"type": "integer"}, "list": {"type": "array", "items": {"type": "integer"}},
            "deep": {"type": "object", "properties": {"b": {"type": "object", "properties": {"c": {"type": "boolean"}}}}},
            "rows": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}}}
        """
    static let stripe = """
        {"anyOf": [{"type": "object", "properties": {"gt": {"type": "integer"}, "gte": {"type": "integer"}}},
                   {"type": "integer"}]}
        """

    @Test(
        "deepObject",
        arguments: [
            StyleCase(Schemas.color, explode: true, "p[R]=100&p[G]=200", #"{"G":"200","R":100}"#),
            StyleCase(Schemas.color, explode: false, "p%5BR%5D=100", #"{"R":100}"#),
            StyleCase(Schemas.color, explode: true, "", "-"),
            StyleCase(Schemas.color, explode: true, "p[R]=1&p[R]=2", "!duplicate /R"),
            StyleCase(Schemas.color, explode: true, "p[R]=1&p[%52]=2", "!duplicate /R"),
            StyleCase(Schemas.color, explode: true, "p[R]=%", "!malformedEscape /R"),
            StyleCase(Schemas.color, explode: true, "p[R%]=1", "!malformedEscape"),
            StyleCase(Schemas.color, explode: true, "p[R=1", "!malformedStyle"),
            StyleCase(Schemas.color, explode: true, "p[R]x=1", "!malformedStyle"),
            StyleCase(Schemas.color, explode: true, "p=5", #""5""#),
            StyleCase(Schemas.strings, explode: true, "p[]=a&p[]=b", #"["a","b"]"#),
            StyleCase(Schemas.strings, explode: true, "p[0]=a&p[1]=b", #"["a","b"]"#),
            StyleCase(Schemas.strings, explode: true, "p[10]=b&p[2]=a&p[]=c", #"["a","b","c"]"#),
            StyleCase(Schemas.strings, explode: true, "p=a", #"["a"]"#),
            StyleCase(Schemas.strings, explode: true, "p=a&p=b", #"["a","b"]"#),
            StyleCase(Schemas.strings, explode: true, "p[0]=a&p[0]=b", "!duplicate /0"),
            StyleCase(Schemas.strings, explode: true, "p[1000]=a", "!tooMany"),
            StyleCase(Schemas.strings, explode: true, "p[99999999999999999999]=a", "!tooMany"),
            StyleCase(Schemas.strings, explode: true, "p[x]=a", #"{"x":"a"}"#),
            StyleCase(Schemas.strings, explode: true, "p[01]=a", #"{"01":"a"}"#),
            StyleCase(nested, explode: true, "p[deep][b][c]=true&p[a]=1", #"{"a":1,"deep":{"b":{"c":true}}}"#),
            StyleCase(nested, explode: true, "p[list][]=1&p[list][]=2", #"{"list":[1,2]}"#),
            StyleCase(nested, explode: true, "p[list]=1&p[list]=2", #"{"list":[1,2]}"#),
            StyleCase(nested, explode: true, "p[list]=1", #"{"list":[1]}"#),
            StyleCase(nested, explode: true, "p[rows][1][n]=2&p[rows][0][n]=1", #"{"rows":[{"n":1},{"n":2}]}"#),
            StyleCase(nested, explode: true, "p[rows][][n]=1&p[rows][][n]=2", #"{"rows":[{"n":1},{"n":2}]}"#),
            StyleCase(nested, explode: true, "p[a]=1&p[a][b]=2", "!malformedStyle /a"),
            StyleCase(nested, explode: true, "p[x][y]=1", #"{"x":{"y":"1"}}"#),
            StyleCase(nested, explode: true, "p[x][0]=1", #"{"x":{"0":"1"}}"#),
            StyleCase(nested, explode: true, "p[x][]=1", #"{"x":["1"]}"#),
            StyleCase(
                nested, explode: true, "p[1][2][3][4][5][6][7][8]=1",
                #"{"1":{"2":{"3":{"4":{"5":{"6":{"7":{"8":"1"}}}}}}}}"#),
            StyleCase(nested, explode: true, "p[1][2][3][4][5][6][7][8][9]=1", "!tooDeep"),
            StyleCase(stripe, explode: true, "p=123", "123"),
            StyleCase(stripe, explode: true, "p[gte]=123", #"{"gte":123}"#),
            StyleCase(stripe, explode: true, "p[gte]=123&p=1", "!malformedStyle"),
        ])
    func deepObject(example: StyleCase) throws { try check(example, style: "deepObject") }

    private func check(_ example: StyleCase, style: String) throws {
        let parameter = """
            {"name": "p", "in": "query", "style": "\(style)", "explode": \(example.explode), "schema": \(example.schema)}
            """
        let operation = try ParameterExample(parameter)
        #expect(operation.decode(query: example.text).text == example.expected)
    }
}
