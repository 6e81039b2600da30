import JSONCore
import Testing

@testable import SpecRouter

@Suite struct MockPlanTests {
    static let responses = """
        {"404": {"description": "", "content": {"application/json": {"schema": {"const": "gone"}}}},
         "200": {"description": "", "content": {
            "text/plain": {"schema": {"type": "string", "minLength": 7}},
            "application/json": {
              "schema": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}},
              "examples": {"bad": {"value": {"a": "x"}}, "one": {"value": {"a": 1}}, "two": {"value": {"a": 2}}}}}},
         "201": {"description": ""},
         "5XX": {"description": "", "content": {"application/problem+json": {"example": {"title": "no"}}}}}
        """

    @Test(
        arguments: [
            (nil, nil, "*/*", #"{"a":1}"#),
            (nil, "two", "*/*", #"{"a":2}"#),
            (nil, nil, "text/plain", "text/plain stringx"),
            (nil, nil, "application/json;q=0.1, text/*", "text/plain stringx"),
            (nil, nil, "image/png", #"{"a":1}"#),
            (201, nil, "*/*", "201"),
            (404, nil, "*/*", #"404 "gone""#),
            (503, nil, "*/*", #"503 application/problem+json {"title":"no"}"#),
        ] as [(Int?, String?, String, String)])
    func `the answer is the one that is asked for`(code: Int?, example: String?, accept: String, expected: String)
        throws
    {
        let fixture = try MockFixture(responses: Self.responses)
        #expect(fixture.answer(MockPreference(code: code, example: example), accept: accept) == expected)
    }

    @Test(
        arguments: [
            (403, nil, "declares no response for the code"), (99, nil, "declares no response for the code"),
            (nil, "three", #"it has "bad", "one", "two""#), (nil, "bad", "the example breaks"),
            (404, "one", "it has none with a name"),
        ] as [(Int?, String?, String)])
    func `what is asked for and not there is said`(code: Int?, example: String?, part: String) throws {
        let answer = try MockFixture(responses: Self.responses).answer(MockPreference(code: code, example: example))
        #expect(answer.contains(part))
    }

    @Test(arguments: [
        (#"{"default": {"description": ""}}"#, ""),
        (#"{"302": {"description": ""}, "default": {"description": ""}}"#, ""),
        (#"{"404": {"description": ""}, "302": {"description": ""}}"#, "302"),
        (#"{"2XX": {"description": ""}, "default": {"description": ""}}"#, ""),
        (#"{"204": {"description": "", "content": {"text/plain": {}}}}"#, "204"),
        (#"{"200": {"description": "", "content": {"*/*": {"schema": {"const": 1}}}}}"#, "1"),
        (
            #"{"200": {"description": "", "content": {"application/*+json": {"schema": {"const": 1}}}}}"#,
            "application/vnd.mock+json 1"
        ),
        (#"{"200": {"description": "", "content": {"application/json": {}}}}"#, "{}"),
        (#"{"200": {"description": "", "content": {"text/csv": {}}}}"#, "text/csv text"),
        (#"{"200": {"description": "", "content": {"text/csv": {"example": "a,b"}}}}"#, "text/csv a,b"),
        (#"{"200": {"description": "", "content": {"application/xml": {"example": "<a/>"}}}}"#, "application/xml <a/>"),
        (
            #"{"200": {"description": "", "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}}"#,
            "application/octet-stream octets"
        ),
        (
            #"{"200": {"description": "", "content": {"image/png": {}}}}"#,
            "The response 200 in image/png has no example, and none can be made for this media type."
        ),
        (
            #"{"200": {"description": "", "content": {"image/png": {}, "application/json": {"schema": {"const": 1}}}}}"#,
            "1"
        ),
        (
            #"{"200": {"description": "", "content": {"application/json": {"schema": {"type": "object"}, "example": "{\"a\": 1}"}}}}"#,
            #"{"a":1}"#
        ),
        (
            #"{"200": {"description": "", "content": {"application/json": {"schema": {"type": "string"}, "example": "{}"}}}}"#,
            #""{}""#
        ),
        (
            #"{"200": {"description": "", "content": {"text/plain": {"schema": {"type": "object"}}}}}"#,
            "The response 200 in text/plain is no plain text by its schema."
        ),
    ])
    func `each kind of response is mocked or said not to be`(responses: String, expected: String) throws {
        #expect(try MockFixture(responses: responses).answer() == expected)
    }

    @Test func `required headers are there`() throws {
        let fixture = try MockFixture(
            responses: """
                {"200": {"description": "", "headers": {
                    "X-Count": {"required": true, "schema": {"type": "integer"}},
                    "X-Kind": {"required": true, "schema": {"enum": ["k"]}},
                    "X-Optional": {"schema": {"type": "string"}}}}}
                """)
        let draft = try fixture.plan.draft(MockPreference(), accept: AcceptHeader([]))
        #expect(draft.headers.map(\.name) == ["X-Count", "X-Kind"])
        #expect(draft.headers.map(\.value) == ["1", "k"])
    }
}
