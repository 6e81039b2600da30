import Testing

@testable import SpecRouter

struct FieldStyleTests {
    @Test(
        "simple, in headers",
        arguments: [
            (StyleCase(Schemas.string, explode: false, "", #""blue %20+""#), ["blue %20+"]),
            (StyleCase(Schemas.string, explode: false, "", #""a, b""#), ["a, b"]),
            (StyleCase(Schemas.string, explode: false, "", "-"), []),
            (StyleCase(Schemas.string, explode: false, "", #""""#), [""]),
            (StyleCase(Schemas.string, explode: false, "", "!duplicate"), ["a", "b"]),
            (StyleCase(Schemas.integer, explode: false, "", "5"), ["5"]),
            (StyleCase(Schemas.integer, explode: false, "", #""x""#), ["x"]),
            (StyleCase(Schemas.strings, explode: false, "", #"["a","b","c"]"#), ["a, b ,c"]),
            (StyleCase(Schemas.integers, explode: false, "", "[1,2,3]"), ["1,2", "3"]),
            (StyleCase(Schemas.strings, explode: false, "", "[]"), [""]),
            (StyleCase(Schemas.color, explode: false, "", #"{"R":100,"G":"200"}"#), ["R,100, G,200"]),
            (StyleCase(Schemas.color, explode: true, "", #"{"R":100,"G":"200"}"#), ["R=100, G=200"]),
            (StyleCase(Schemas.color, explode: true, "", "!malformedStyle"), ["R"]),
        ] as [(StyleCase, [String])])
    func headers(example: StyleCase, values: [String]) throws {
        let parameter = """
            {"name": "X-Color", "in": "header", "explode": \(example.explode), "schema": \(example.schema)}
            """
        let operation = try ParameterExample(parameter)
        #expect(operation.decode(fields: values.map { ("x-COLOR", $0) }).text == example.expected)
    }

    @Test(
        "form, in cookies",
        arguments: [
            StyleCase(Schemas.string, explode: true, "p=blue", #""blue""#),
            StyleCase(Schemas.string, explode: true, "a=1; p=bl%20ue+; b=2", #""bl ue+""#),
            StyleCase(Schemas.string, explode: true, "P=blue", "-"),
            StyleCase(Schemas.string, explode: true, "p=a; p=b", "!duplicate"),
            StyleCase(Schemas.string, explode: true, "p=%zz", "!malformedEscape"),
            StyleCase(Schemas.string, explode: true, "p=a=b==", #""a=b==""#),
            StyleCase(Schemas.integer, explode: true, "p=5", "5"),
            StyleCase(Schemas.strings, explode: false, "p=a,b", #"["a","b"]"#),
            StyleCase(Schemas.strings, explode: true, "p=a; p=b", #"["a","b"]"#),
            StyleCase(Schemas.color, explode: false, "p=R,1,G,2", #"{"R":1,"G":"2"}"#),
            StyleCase(Schemas.color, explode: true, "R=1; G=2", #"{"R":1,"G":"2"}"#),
        ])
    func cookies(example: StyleCase) throws {
        try check(example, style: "form", version: "3.1.0")
    }

    @Test(
        "cookie, in cookies: nothing is percent-decoded",
        arguments: [
            StyleCase(Schemas.string, explode: true, "p=bl%20ue", #""bl%20ue""#),
            StyleCase(Schemas.strings, explode: false, "p=a,b%2C", #"["a","b%2C"]"#),
            StyleCase(Schemas.strings, explode: true, "p=a; p=b", #"["a","b"]"#),
            StyleCase(Schemas.color, explode: true, "R=1; G=%", #"{"R":1,"G":"%"}"#),
        ])
    func plainCookies(example: StyleCase) throws {
        try check(example, style: "cookie", version: "3.2.0")
    }

    private func check(_ example: StyleCase, style: String, version: String) throws {
        let parameter = """
            {"name": "p", "in": "cookie", "style": "\(style)", "explode": \(example.explode), "schema": \(example.schema)}
            """
        let operation = try ParameterExample(parameter, version: version)
        #expect(operation.decode(fields: [("Cookie", example.text)]).text == example.expected)
    }

    @Test func `several Cookie fields are one`() throws {
        let operation = try ParameterExample(
            #"{"name": "a", "in": "cookie", "schema": {}}, {"name": "b", "in": "cookie", "schema": {}}"#)
        #expect(operation.decode(fields: [("cookie", "b=1"), ("Cookie", "a=2; c=3")]).text == #""2" "1""#)
    }
}
