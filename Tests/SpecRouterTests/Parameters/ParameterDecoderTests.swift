import JSONCore
import OpenAPIModel
import Testing

@testable import SpecRouter

struct ParameterDecoderTests {
    @Test func `all locations come on one tape, in order`() throws {
        let operation = try ParameterExample(
            """
            {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 20}},
            {"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}},
            {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
            {"name": "session", "in": "cookie", "schema": {"type": "string"}},
            {"name": "tag", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}}
            """, template: "/x/{id}")
        let result = operation.decode(
            path: "/x/7", query: "tag=a&tag=b", fields: [("x-trace", "t"), ("Cookie", "session=s")])
        #expect(
            result.tape.serialized() == """
                {"path":{"id":7},"query":{"limit":20,"tag":["a","b"]},"header":{"X-Trace":"t"},"cookie":{"session":"s"}}
                """)
        #expect(result.decoded.faults.isEmpty)
        let checked = result.decoded.values.map { value in
            let text = JSON(tape: result.tape.tape, index: value.tapeIndex).serialized()
            return "\(operation.decoder.parameters[value.parameter].name)=\(text)"
        }
        #expect(checked == ["id=7", #"tag=["a","b"]"#, #"X-Trace="t""#, #"session="s""#])
    }

    @Test func `what is missing and required is a fault, in the order of the locations`() throws {
        let operation = try ParameterExample(
            """
            {"name": "c", "in": "cookie", "required": true, "schema": {}},
            {"name": "h", "in": "header", "required": true, "schema": {}},
            {"name": "q", "in": "query", "required": true, "schema": {"default": 1}},
            {"name": "r", "in": "query", "required": true, "schema": {}}
            """)
        let faults = operation.decode(query: "r=%").decoded.faults
        #expect(faults.map(\.name) == ["q", "r", "h", "c"])
        #expect(faults.map(\.kind) == [.missing, .malformedEscape, .missing, .missing])
        #expect(faults.map(\.keyword) == ["required", "syntax", "required", "required"])
        #expect(faults.map { operation.decoder.parameters[$0.parameter ?? -1].name } == ["q", "r", "h", "c"])
    }

    @Test(
        "Names are opaque",
        arguments: [
            ("include[]", "include[]=a", #""a""#), ("include[]", "include%5B%5D=a", #""a""#),
            ("due_on.after", "due_on.after=a", #""a""#), ("$filter", "%24filter=a", #""a""#),
            ("DateCreated<", "DateCreated%3C=a", #""a""#), ("DateCreated<", "DateCreated<=a", #""a""#),
            ("path param", "path+param=a", #""a""#), ("path param", "path%20param=a", #""a""#),
            ("metafield[owner_id]", "metafield[owner_id]=a", #""a""#), ("é", "%C3%A9=a", #""a""#),
            ("e\u{301}", "%C3%A9=a", "-"), ("a", "a%00=1", "-"), ("$.xgafv", "$.xgafv=a", #""a""#),
        ])
    func names(name: String, query: String, expected: String) throws {
        let operation = try ParameterExample(#"{"name": "\#(name)", "in": "query", "schema": {"type": "string"}}"#)
        #expect(operation.decode(query: query).text == expected)
    }

    @Test func `an array named with brackets is a form array`() throws {
        let operation = try ParameterExample(
            #"{"name": "include[]", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}}"#)
        #expect(operation.decode(query: "include[]=a&include%5b%5d=b").text == #"["a","b"]"#)
    }

    @Test func `a literal name comes before a deepObject of its beginning`() throws {
        let operation = try ParameterExample(
            """
            {"name": "f", "in": "query", "style": "deepObject", "schema": {"type": "object"}},
            {"name": "f[x]", "in": "query", "schema": {"type": "integer"}}
            """)
        #expect(operation.decode(query: "f[x]=1&f[y]=2").text == #"{"y":"2"} 1"#)
    }

    @Test func `unknown names of the query are told, each once`() throws {
        let operation = try ParameterExample(#"{"name": "a", "in": "query", "schema": {}}"#)
        #expect(operation.decode(query: "b=1&a=1&b=2&c%20d&%zz").unknownQueryNames == ["b", "c d", "%zz"])
        #expect(operation.decode(query: "a=1&&").unknownQueryNames.isEmpty)
    }

    @Test func `faults in names and values that nobody declared are nobody's business`() throws {
        let operation = try ParameterExample(#"{"name": "a", "in": "query", "schema": {}}"#)
        #expect(operation.decode(query: "b=%zz&a=1&%ff=%ff").text == #""1""#)
    }

    @Test func `reserved headers are not parameters`() throws {
        let operation = try ParameterExample(
            """
            {"name": "Accept", "in": "header", "required": true, "schema": {}},
            {"name": "content-type", "in": "header", "required": true, "schema": {}},
            {"name": "Authorization", "in": "header", "required": true, "schema": {}},
            {"name": "Authorization", "in": "query", "schema": {}}
            """)
        #expect(operation.decoder.parameters.count == 1)
        #expect(operation.decode().text == "-")
    }

    @Test func `an empty value is let through where it is allowed`() throws {
        let operation = try ParameterExample(
            #"{"name": "a", "in": "query", "allowEmptyValue": true, "schema": {"type": "integer"}}"#)
        for query in ["a", "a="] {
            let result = operation.decode(query: query)
            #expect(result.text == #""""#)
            #expect(result.decoded.values.isEmpty)
        }
        #expect(operation.decode(query: "a=5").text == "5")
    }

    @Test(
        "Defaults come from the schema, what it refers to and what it is all of",
        arguments: [
            (##"{"type": "integer", "default": 1}"##, "1"), (##"{"$ref": "#/components/schemas/D"}"##, "2"),
            (##"{"allOf": [{"type": "integer"}, {"$ref": "#/components/schemas/D"}]}"##, "2"),
            (##"{"oneOf": [{"$ref": "#/components/schemas/D"}]}"##, "-"),
            (##"{"$ref": "#/components/schemas/Loop"}"##, "-"),
            (##"{"default": {"a": [1, null]}}"##, #"{"a":[1,null]}"#),
        ])
    func defaults(schema: String, expected: String) throws {
        let operation = try ParameterExample(
            #"{"name": "a", "in": "query", "schema": \#(schema)}"#,
            schemas:
                ##""D": {"type": "integer", "default": 2}, "Loop": {"allOf": [{"$ref": "#/components/schemas/Loop"}]}"##
        )
        let result = operation.decode()
        #expect(result.text == expected)
        #expect(result.decoded.values.isEmpty)
    }

    @Test(
        "Content parameters are documents",
        arguments: [
            ("query", "application/json", #"%7B%22a%22:[1,true]%7D"#, #"{"a":[1,true]}"#),
            ("query", "application/json", "5", "5"),
            ("query", "application/json", "", "!malformedContent"),
            ("query", "application/json", "%7B", "!malformedContent"),
            ("query", "application/json", "%7", "!malformedEscape"),
            ("query", "text/plain", "5", #""5""#),
            ("header", "application/json", #"{"a": 1}"#, #"{"a":1}"#),
            ("cookie", "application/json", "%5B1%5D", "[1]"),
        ])
    func content(location: String, type: String, text: String, expected: String) throws {
        let operation = try ParameterExample(
            #"{"name": "a", "in": "\#(location)", "content": {"\#(type)": {"schema": {}}}}"#)
        let fields = location == "header" ? [("A", text)] : location == "cookie" ? [("Cookie", "a=\(text)")] : []
        #expect(operation.decode(query: location == "query" ? "a=\(text)" : "", fields: fields).text == expected)
    }

    @Test func `two query parameters, one an exploded object, share the query`() throws {
        let operation = try ParameterExample(
            """
            {"name": "o", "in": "query", "schema": {"type": "object", "properties": {"a": {"type": "integer"}},
                "additionalProperties": true}},
            {"name": "b", "in": "query", "schema": {"type": "integer"}}
            """)
        let result = operation.decode(query: "x=1&b=2&a=3")
        #expect(result.text == #"{"x":"1","a":3} 2"#)
        #expect(result.unknownQueryNames.isEmpty)
    }

    @Test func `credentials in the query are known and never part of an object`() throws {
        let operation = try ParameterExample(
            #"{"name": "o", "in": "query", "schema": {"type": "object", "additionalProperties": true}}"#,
            credentials: ["api_key"])
        let result = operation.decode(query: "a=1&api_key=secret&api%5Fkey=secret")
        #expect(result.text == #"{"a":"1"}"#)
        #expect(result.unknownQueryNames.isEmpty)
    }

    @Test(
        "The whole query can be one value (OpenAPI 3.2)",
        arguments: [
            ("application/x-www-form-urlencoded", "a=1&b=x+y", #"{"a":1,"b":"x y"}"#),
            ("application/x-www-form-urlencoded", "a=%zz", "!malformedEscape /a"),
            ("application/json", "%7B%22a%22:%22+%22%7D", #"{"a":"+"}"#),
            ("application/json", "a", "!malformedContent"),
        ])
    func querystring(type: String, query: String, expected: String) throws {
        let operation = try ParameterExample(
            """
            {"name": "q", "in": "querystring", "content": {"\(type)": {"schema":
                {"type": "object", "properties": {"a": {"type": "integer"}}}}}}
            """, version: "3.2.0")
        #expect(operation.decode(query: query).text == expected)
    }

    @Test func `what a style cannot write is reported at load`() throws {
        let rows = #"{"type": "array", "items": {"type": "array", "items": {"type": "string"}}}"#
        let operation = try ParameterExample(
            """
            {"name": "a", "in": "query", "schema": \(rows)},
            {"name": "b", "in": "query", "style": "deepObject", "schema": \(rows)},
            {"name": "c", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}}
            """)
        #expect(operation.diagnostics.map(\.severity) == [.warning])
        #expect(operation.diagnostics.first?.message.contains("\"a\"") == true)
    }

    @Test func `raw octets that are not UTF-8 are refused`() throws {
        let operation = try ParameterExample(#"{"name": "a", "in": "query", "schema": {}}"#)
        #expect(operation.decode(query: [0x61, 0x3D, 0xC3, 0x28]).text == "!invalidUTF8")
        #expect(operation.decode(query: [0x61, 0x3D, 0x00]).text == "!nul")
    }

    @Test func `names and values are not touched by many pairs`() throws {
        let operation = try ParameterExample(
            #"{"name": "a", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}}"#)
        let query = (0..<20_000).map { "a=\($0)&b\($0)" }.joined(separator: "&")
        let result = operation.decode(query: query)
        #expect(result.tape["query"]?["a"]?.count == 20_000)
        #expect(result.unknownQueryNames.count == 20_000)
    }
}
