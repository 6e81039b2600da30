import JSONCore
import OpenAPIModel
import Testing

@testable import SpecRouter

/// OpenAPI 3.2.0, section 4.12.6, "Style Examples": each written as the specification writes it, and read again.
struct StyleExamplesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let location: String
        let style: String
        let explode: Bool
        /// Of the empty text, `blue`, the array and the object; nil where the specification has "n/a", or where the text
        /// cannot stand.
        let texts: [String?]
        var testDescription: String { "\(style) in \(location), explode \(explode)" }

        init(_ location: String, _ style: String, _ explode: Bool, _ texts: String?...) {
            self.location = location
            self.style = style
            self.explode = explode
            self.texts = texts
        }
    }

    private static let rows = [
        Row("path", "matrix", false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
        Row(
            "path", "matrix", true, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"
        ),
        Row("path", "label", false, nil, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
        Row("path", "label", true, nil, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
        Row("path", "simple", false, nil, "blue", "blue,black,brown", "R,100,G,200,B,150"),
        Row("path", "simple", true, nil, "blue", "blue,black,brown", "R=100,G=200,B=150"),
        Row("header", "simple", false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
        Row("header", "simple", true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
        Row("query", "form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        Row("query", "form", true, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        Row("cookie", "form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        Row("cookie", "form", true, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        Row("cookie", "cookie", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        Row(
            "cookie", "cookie", true, "color=", "color=blue", "color=blue; color=black; color=brown",
            "R=100; G=200; B=150"),
        Row(
            "query", "spaceDelimited", false, nil, nil, "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150"),
        Row(
            "query", "pipeDelimited", false, nil, nil, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"
        ),
        Row("query", "deepObject", true, nil, nil, nil, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ]

    private static let values = [
        (Schemas.string, #""""#), (Schemas.string, #""blue""#), (Schemas.strings, #"["blue","black","brown"]"#),
        (
            #"{"type": "object", "properties": {"R": {"type": "integer"}, "G": {"type": "integer"}, "B": {"type": "integer"}}}"#,
            #"{"R":100,"G":200,"B":150}"#
        ),
    ]

    @Test("Written as the specification has it, and read again", arguments: rows)
    func examples(row: Row) throws {
        for (text, (schema, value)) in zip(row.texts, Self.values) {
            guard let text else { continue }
            let codec = try Self.codec(
                #""in": "\#(row.location)", "style": "\#(row.style)", "explode": \#(row.explode), "schema": \#(schema)"#
            )
            let json = try JSON(parsing: value)
            #expect(try codec.encode(json).plain == text)
            let read = codec.decode(try codec.encode(json))
            #expect(read.faults.isEmpty)
            #expect(read.value == json)
        }
    }

    static func codec(_ members: String, name: String = "color") throws -> ParameterCodec {
        let isPath = members.contains(#""in": "path""#)
        let document = try ParameterExample.load(
            """
            {"openapi": "3.2.0", "info": {"title": "t", "version": "1"}, "paths": {"/x\(isPath ? "/{\(name)}" : "")":
             {"get": {"parameters": [{"name": "\(name)", "required": \(isPath), \(members)}]}}}}
            """)
        return ParameterCodec(try #require(document.operations.first?.parameters.first), document: document)
    }

    @Test(
        "What would be read otherwise is refused, with its place",
        arguments: [
            (#""in": "query", "style": "spaceDelimited", "explode": false"#, Schemas.strings, #"["a","b c"]"#, "/1"),
            (#""in": "query", "style": "pipeDelimited", "explode": false"#, Schemas.strings, #"["a|"]"#, "/0"),
            (#""in": "header""#, Schemas.strings, #"["a","b,c"]"#, "/1"),
            (#""in": "header""#, Schemas.strings, #"[" a"]"#, "/0"),
            (#""in": "header""#, Schemas.string, #""a\nb""#, ""), (#""in": "query""#, Schemas.strings, "[]", ""),
            (#""in": "query""#, Schemas.stringOrStrings, #"["a"]"#, ""),
            (#""in": "query""#, Schemas.integer, #""5""#, ""),
            (#""in": "query""#, Schemas.color, #"{"R":1,"X":1}"#, "/X"), (#""in": "query""#, Schemas.color, "{}", ""),
            (#""in": "path""#, Schemas.string, #""""#, ""), (#""in": "path""#, Schemas.string, #""..""#, ""),
            (#""in": "path", "style": "label""#, Schemas.strings, #"[""]"#, ""),
            (#""in": "cookie", "style": "cookie""#, Schemas.string, #""a b""#, ""),
            (#""in": "query", "style": "deepObject""#, Schemas.free, #"{"a]":1}"#, ""),
            (#""in": "query", "style": "deepObject""#, Schemas.rows, "[[1]]", "/0"),
        ])
    func refusals(members: String, schema: String, value: String, pointer: String) throws {
        let codec = try Self.codec(#"\#(members), "schema": \#(schema)"#)
        let refusal = #expect(throws: EncodingRefusal.self) { try codec.encode(try JSON(parsing: value)) }
        #expect(refusal?.pointer == pointer)
    }
}

extension ParameterText {
    var plain: String {
        switch self {
        case .path(let bytes), .query(let bytes): String(decoding: bytes, as: UTF8.self)
        case .header(let value), .cookie(let value): value
        }
    }
}
