import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

/// Rules that no single style has.
struct ParameterRuleTests {
    @Test(
        "A document is read in every location",
        arguments: [
            ("path", "application/json", #"%7B%22a%22:[1]%7D"#, #"{"a":[1]}"#),
            ("path", "application/x-www-form-urlencoded", "a=1%26b=x%2By", #"{"a":1,"b":"x y"}"#),
            ("path", "text/plain", "a,b%2Fc", #""a,b/c""#),
            ("query", "application/problem+json", "[1,%22+%22]", #"[1," "]"#),
            ("query", "application/x-www-form-urlencoded", "a%3D1%26b%3Dx%252By", #"{"a":1,"b":"x+y"}"#),
            ("query", "application/x-www-form-urlencoded", "a%3D%25zz", "!malformedEscape /a"),
            ("query", "text/csv", "a,b", #""a,b""#),
            ("header", "application/json", #"{"a": [1, "%41"]}"#, #"{"a":[1,"%41"]}"#),
            ("header", "application/x-www-form-urlencoded", "a=1&b=%41", #"{"a":1,"b":"A"}"#),
            ("header", "text/plain", "%41, b", #""%41, b""#),
            ("cookie", "application/json", "[1%2C2]", "[1,2]"),
            ("cookie", "application/x-www-form-urlencoded", "a=1&b=2", #"{"a":1,"b":"2"}"#),
            ("cookie", "text/plain", "a,b", #""a,b""#),
            ("querystring", "application/json", "%7B%22a%22:1%7D", #"{"a":1}"#),
            ("querystring", "application/x-www-form-urlencoded", "a=1&b=x+y", #"{"a":1,"b":"x y"}"#),
            ("querystring", "text/plain", "a%20b+c", #""a b+c""#),
        ])
    func content(location: String, type: String, text: String, expected: String) throws {
        let schema = #"{"properties": {"a": {"type": ["integer", "array"]}}}"#
        let operation = try ParameterExample(
            """
            {"name": "p", "in": "\(location)", "required": true, "content": {"\(type)": {"schema": \(schema)}}}
            """, template: location == "path" ? "/x/{p}" : "/x", version: "3.2.0")
        let query = location == "query" ? "p=" + text : location == "querystring" ? text : ""
        let fields = location == "header" ? [("P", text)] : location == "cookie" ? [("Cookie", "p=" + text)] : []
        let result = operation.decode(path: location == "path" ? "/x/" + text : "/x", query: query, fields: fields)
        #expect(result.text == expected)
    }

    @Test(
        "A document stands in one text",
        arguments: ["application/json", "text/plain", "application/x-www-form-urlencoded"])
    func repeatedContent(type: String) throws {
        let operation = try ParameterExample(
            #"{"name": "p", "in": "query", "content": {"\#(type)": {"schema": {"type": "array"}}}}"#)
        #expect(operation.decode(query: "p=1&p=2").text == "!duplicate")
    }

    @Test func `the whole query is absent when it is empty`() throws {
        for (members, expected) in [("", "-"), (#", "required": true"#, "!missing")] {
            let operation = try ParameterExample(
                """
                {"name": "q", "in": "querystring"\(members), "content": {"application/json": {"schema": {}}}}
                """, version: "3.2.0")
            #expect(operation.decode(query: "").text == expected)
        }
        let defaulted = try ParameterExample(
            #"{"name": "q", "in": "querystring", "content": {"application/json": {"schema": {"default": [1]}}}}"#,
            version: "3.2.0")
        #expect(defaulted.decode(query: "").text == "[1]")
    }

    @Test(
        "A deepObject may have any name",
        arguments: [
            ("f[x]", "f[x][a]=1", #"{"a":"1"}"#), ("f[x]", "f%5Bx%5D%5Ba%5D=1", #"{"a":"1"}"#),
            ("f[]", "f[][a]=1", #"{"a":"1"}"#),
            ("[", "[[a]=1", #"{"a":"1"}"#), ("f.g<", "f.g%3C[a]=1", #"{"a":"1"}"#), ("f", "f[a]]=1", "!malformedStyle"),
            ("f", "g[f][a]=1", "-"),
        ])
    func deepNames(name: String, query: String, expected: String) throws {
        let operation = try ParameterExample(
            #"{"name": "\#(name)", "in": "query", "style": "deepObject", "schema": {"type": "object"}}"#)
        #expect(operation.decode(query: query).text == expected)
    }

    @Test func `reserved characters stand for themselves, allowed or not`() throws {
        for allowed in ["true", "false"] {
            let operation = try ParameterExample(
                #"{"name": "p", "in": "query", "allowReserved": \#(allowed), "schema": {"type": "string"}}"#)
            #expect(operation.decode(query: "p=/a?b:c@d!$'()*,;[]~=").text == #""/a?b:c@d!$'()*,;[]~=""#)
            #expect(operation.decode(query: "p=%2Fa%26b%23").text == #""/a&b#""#)
        }
    }

    @Test func `an empty value is let through by its name alone`() throws {
        let deep = try ParameterExample(
            """
            {"name": "f", "in": "query", "style": "deepObject", "allowEmptyValue": true, "schema": {"type": "object"}}
            """)
        #expect(deep.decode(query: "f=").text == #""""#)
        #expect(deep.decode(query: "f[a]=").text == #"{"a":""}"#)
        let cookie = try ParameterExample(
            #"{"name": "f", "in": "cookie", "allowEmptyValue": true, "schema": {"type": ["integer", "null"]}}"#)
        #expect(cookie.decode(fields: [("Cookie", "f=")]).text == "null")
    }

    @Test(
        "A list of Swagger 2.0 has its delimiter in every location",
        arguments: [
            ("query", "csv", "p=1,2", "[1,2]"), ("query", "ssv", "p=1%202+3", "[1,2,3]"),
            ("query", "tsv", "p=1%092", "[1,2]"),
            ("query", "pipes", "p=1|2%7C3", "[1,2,3]"), ("query", "multi", "p=1&p=2", "[1,2]"),
            ("path", "csv", "1,2", "[1,2]"),
            ("path", "ssv", "1%202", "[1,2]"), ("path", "tsv", "1%092", "[1,2]"),
            ("path", "pipes", "1%7C2|3", "[1,2,3]"),
            ("header", "csv", "1, 2", "[1,2]"), ("header", "ssv", "1 2", "[1,2]"), ("header", "tsv", "1\t2", "[1,2]"),
            ("header", "pipes", "1 | 2", "[1,2]"), ("header", "pipes", "1%7C2", #"["1%7C2"]"#),
            ("header", "ssv", "1%202", #"["1%202"]"#),
        ])
    func lists(location: String, format: String, text: String, expected: String) throws {
        let document = try ParameterExample.load(
            """
            {"swagger": "2.0", "info": {"title": "t", "version": "1"}, "paths": {"/x\(location == "path" ? "/{p}" : "")": {"get":
             {"parameters": [{"name": "p", "in": "\(location)", "required": true, "type": "array", "collectionFormat": "\(format)",
              "items": {"type": "integer"}}], "responses": {"200": {"description": ""}}}}}}
            """)
        let codec = ParameterCodec(try #require(document.operations.first?.parameters.first), document: document)
        let bytes = Array(text.utf8)
        let read = codec.decode(location == "path" ? .path(bytes) : location == "query" ? .query(bytes) : .header(text))
        #expect(read.value?.serialized() == expected)
    }

    @Test(
        "Cookies of the style form may have an ampersand between them",
        arguments: [
            (Schemas.strings, "p=a&p=b; q=1", #"["a","b"]"#), (Schemas.color, "R=1&G=x", #"{"R":1,"G":"x"}"#),
            (Schemas.strings, "p=a&q=b", #"["a&q=b"]"#), (Schemas.string, "p=a&p=b", #""a&p=b""#),
        ])
    func ampersands(schema: String, text: String, expected: String) throws {
        let operation = try ParameterExample(#"{"name": "p", "in": "cookie", "schema": \#(schema)}"#)
        #expect(operation.decode(fields: [("Cookie", text)]).text == expected)
    }

    @Test func `one list names what is wrong in the order of the locations, however long it is`() async throws {
        let cookies = (0..<30).map { "{ name: k\($0), in: cookie, required: true, schema: { type: integer } }" }
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        let api = try PetstoreAPI.compile(
            """
            openapi: 3.1.0
            info: { title: Order, version: "1" }
            paths:
              /{id}:
                post:
                  parameters:
                    - { name: X-H, in: header, schema: { type: array, items: { type: integer } } }
                    - { name: q, in: query, schema: { type: object, properties: { a: { type: integer } } }, style: deepObject }
                    - { name: id, in: path, required: true, schema: { type: integer } }
                    - \(cookies.joined(separator: "\n        - "))
                  requestBody: { content: { application/json: { schema: { type: integer } } } }
            """, nodes: nodes)
        let fields: [HeaderField] = [("X-H", "1,x"), ("Cookie", "k0=%"), ("Content-Type", "application/json")]
        let response = await InProcessClient(api).send("POST", "/x?q[a]=x", fields, body: "true")
        let violations = try #require(response.json?["violations"]).elements.map { violation in
            ["in", "name", "pointer"].map { violation[$0]?.string ?? "" }.joined(separator: " ")
        }
        #expect(violations.count == 20)
        #expect(violations.prefix(5) == ["path id ", "query q /a", "header X-H /1", "cookie k0 ", "cookie k1 "])
    }
}
