import JSONCore
import OpenAPIModel
import Testing

@testable import SpecRouter

struct URLEncodedBodyTests {
    struct Case: Sendable, CustomStringConvertible {
        let properties: String
        var encoding = ""
        let form: String
        let expected: String

        init(_ properties: String, encoding: String = "", _ form: String, _ expected: String) {
            self.properties = properties
            self.encoding = encoding
            self.form = form
            self.expected = expected
        }

        var description: String { "\(form) of \(properties) \(encoding)" }
    }

    private static let integer = #""n": {"type": "integer"}"#
    private static let list = #""l": {"type": "array", "items": {"type": "integer"}}"#
    private static let object = #""o": {"type": "object", "properties": {"a": {"type": "integer"}}}"#
    private static let objects = #""l": {"type": "array", "items": {"type": "object"}}"#

    @Test(
        "A form becomes an object by its schema",
        arguments: [
            Case(integer, "n=5", #"{"n":5}"#),
            Case(integer, "n=%35+", #"{"n":"5 "}"#),
            Case(integer, "", "{}"),
            Case(integer, "n=5&x=a+b&y", #"{"n":5,"x":"a b","y":""}"#),
            Case(integer, "n=1&n=2", "!duplicate /n"),
            Case(integer, "n=%", "!malformedEscape /n"),
            Case(integer, "x=%FF", "!invalidUTF8 /x"),
            Case(integer, "%FF=1", "!invalidUTF8"),
            Case(integer, "x=1&x=2", #"{"x":["1","2"]}"#),
            Case(#""b": {"type": "boolean"}"#, "b=true", #"{"b":true}"#),
            Case(#""b": {"type": ["array", "null"], "items": {"type": "integer"}}"#, "b=", #"{"b":null}"#),
            Case(list, "l=1&l=2", #"{"l":[1,2]}"#),
            Case(list, "l=1", #"{"l":[1]}"#),
            Case(list, "l=1&l=%zz", "!malformedEscape /l/1"),
            Case(list, encoding: #""l": {"explode": false}"#, "l=1,2", #"{"l":[1,2]}"#),
            Case(list, encoding: #""l": {"style": "pipeDelimited"}"#, "l=1%7C2", #"{"l":[1,2]}"#),
            Case(list, encoding: #""l": {"style": "deepObject"}"#, "l[]=1&l[]=2", #"{"l":[1,2]}"#),
            Case(list, encoding: #""l": {"contentType": "application/json"}"#, "l=[1,2]", #"{"l":[1,2]}"#),
            Case(object, "o=%7B%22a%22:1%7D", #"{"o":{"a":1}}"#),
            Case(object, "o=a", "!malformedContent /o"),
            Case(object, encoding: #""o": {"contentType": "application/json"}"#, #"o={"a":1}"#, #"{"o":{"a":1}}"#),
            Case(object, encoding: #""o": {"style": "deepObject", "explode": true}"#, "o[a]=1", #"{"o":{"a":1}}"#),
            Case(object, encoding: #""o": {"style": "deepObject"}"#, "o[a]=%", "!malformedEscape /o/a"),
            Case(object, encoding: #""o": {"style": "form"}"#, "a=1", #"{"o":{"a":1}}"#),
            Case(object, encoding: #""o": {"explode": false}"#, "o=a,1", #"{"o":{"a":1}}"#),
            Case(objects, #"l={"a":1}&l={"b":[]}"#, #"{"l":[{"a":1},{"b":[]}]}"#),
            Case(#""s": {"oneOf": [{"type": "object"}, {"type": "string", "enum": [""]}]}"#, "s=", #"{"s":""}"#),
            Case(#""s": {"oneOf": [{"type": "object"}, {"type": "string"}]}"#, #"s={"a":1}"#, #"{"s":{"a":1}}"#),
        ])
    func decodes(example: Case) throws {
        #expect(try decode(#"{"type": "object", "properties": {\#(example.properties)}}"#, example) == example.expected)
    }

    @Test func `further properties follow their schema`() throws {
        let schema = #"{"type": "object", "additionalProperties": {"type": "integer"}}"#
        #expect(try decode(schema, Case("", "a=1&b=x", "")) == #"{"a":1,"b":"x"}"#)
        #expect(try decode(schema, Case("", "a=1&a=2", "")) == "!duplicate /a")
    }

    @Test func `properties of branches and parts are found`() throws {
        let schema = """
            {"allOf": [{"properties": {"a": {"type": "integer"}}}, {"oneOf": [{"properties": {"b": {"type": "boolean"}}}]}]}
            """
        #expect(try decode(schema, Case("", "a=1&b=true", "")) == #"{"a":1,"b":true}"#)
    }

    @Test func `a large form takes time linear in its size`() throws {
        let form = (0..<50_000).map { "k\($0)=\($0)" }.joined(separator: "&")
        let text = try decode(#"{"type": "object"}"#, Case("", form, ""))
        #expect(text.hasPrefix(#"{"k0":"0","k1":"1""#))
    }

    private func decode(_ schema: String, _ example: Case) throws -> String {
        let description = """
            {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/x": {"post": {
                "requestBody": {"content": {"application/x-www-form-urlencoded": {
                    "schema": \(schema), "encoding": {\(example.encoding)}}}},
                "responses": {"200": {"description": ""}}}}}}
            """
        let document = try ParameterExample.load(description)
        let content = try #require(document.operations.first?.requestBody?.content.first)
        let body = URLEncodedBody(content, SchemaShapes(document))
        let bytes = Array(example.form.utf8)
        var tape = TapeBuilder()
        let faults = body.decode(bytes.span, into: &tape)
        let value = tape.finish()
        guard let fault = faults.first else { return value.serialized() }
        return "!\(fault.kind.rawValue)" + (fault.pointer.isEmpty ? "" : " \(fault.pointer)")
    }
}
