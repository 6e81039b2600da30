import JSONCore
import SpecRouter
import SpecRouterTesting
import Testing

@Suite("Bodies in XML")
struct XMLBodyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let schema: String
        let document: String
        /// The value, or `pointer keyword` of what is wrong.
        let expected: String
        /// False where other documents make the same value: then it is not written as this one.
        var isWrittenSo = true

        init(_ schema: String, _ document: String, _ expected: String, isWrittenSo: Bool = true) {
            self.schema = schema
            self.document = document
            self.expected = expected
            self.isWrittenSo = isWrittenSo
        }

        var testDescription: String { "\(document) by \(schema)" }
        var isAccepted: Bool { expected.hasPrefix("{") || expected.hasPrefix("[") || expected.hasPrefix("\"") }
    }

    private static func object(_ properties: String, _ rest: String = "") -> String {
        "{ type: object, properties: { \(properties) }\(rest), xml: { name: a } }"
    }

    /// The examples of the specification's XML Object, and what follows of it.
    static let mapped: [Case] = [
        Case(object("s: { type: string }"), "<a><s>x</s></a>", #"{"s":"x"}"#),
        Case(object("s: { type: string }"), "<a><s>&lt;&amp;&gt; \"é\"</s></a>", #"{"s":"<&> \"é\""}"#),
        Case(object("n: { type: integer }, b: { type: boolean }"), "<a><n>5</n><b>true</b></a>", #"{"n":5,"b":true}"#),
        Case(object("n: { type: number }"), "<a>\n  <n> 1.50 </n>\n</a>", #"{"n":1.50}"#, isWrittenSo: false),
        Case(object("s: { type: string }"), "<a><s> 5 </s></a>", #"{"s":" 5 "}"#),
        Case(object("s: { type: string }"), "<a><s/></a>", #"{"s":""}"#),
        Case(object("n: { type: [integer, 'null'] }"), "<a><n/></a>", #"{"n":null}"#, isWrittenSo: false),
        Case(
            object("n: { type: [integer, 'null'] }"),
            "<a><n xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/></a>", #"{"n":null}"#),
        Case(
            object("i: { type: integer, xml: { attribute: true } }, s: { type: string }"), "<a i=\"7\"><s>x</s></a>",
            #"{"i":7,"s":"x"}"#),
        Case(
            object("i: { type: string, xml: { attribute: true, name: id } }"), "<a id=\"&quot;&lt;\"/>",
            #"{"i":"\"<"}"#),
        Case(object("i: { type: integer, xml: { nodeType: attribute } }"), "<a i=\"7\"/>", #"{"i":7}"#),
        Case(
            object("i: { type: integer, xml: { attribute: true } }, t: { type: string, xml: { nodeType: text } }"),
            "<a i=\"7\">text</a>", #"{"i":7,"t":"text"}"#),
        Case(
            object("t: { type: string, xml: { nodeType: cdata } }"), "<a><![CDATA[<x>]]></a>", #"{"t":"<x>"}"#,
            isWrittenSo: false),
        Case(object("s: { type: string, xml: { name: t } }"), "<a><t>x</t></a>", #"{"s":"x"}"#),
        Case(object("l: { type: array, items: { type: integer } }"), "<a><l>1</l><l>2</l></a>", #"{"l":[1,2]}"#),
        Case(object("l: { type: array, items: { type: integer } }"), "<a><l>1</l></a>", #"{"l":[1]}"#),
        Case(
            object("l: { type: array, items: { type: string, xml: { name: i } } }"), "<a><i>1</i><i>2</i></a>",
            #"{"l":["1","2"]}"#),
        Case(
            object("l: { type: array, xml: { name: z }, items: { type: string, xml: { name: i } } }"),
            "<a><i>1</i></a>",
            #"{"l":["1"]}"#),
        Case(
            object("l: { type: array, xml: { wrapped: true }, items: { type: string } }"),
            "<a><l><l>1</l><l>2</l></l></a>", #"{"l":["1","2"]}"#, isWrittenSo: false),
        Case(
            object("l: { type: array, xml: { name: z, wrapped: true }, items: { type: string, xml: { name: i } } }"),
            "<a><z><i>1</i><i>2</i></z></a>", #"{"l":["1","2"]}"#),
        Case(
            object("l: { type: array, xml: { name: z, wrapped: true }, items: { type: string } }"),
            "<a><z><z>1</z></z></a>", #"{"l":["1"]}"#),
        Case(
            object("l: { type: array, xml: { nodeType: element, name: z }, items: { type: integer } }"),
            "<a><z><z>1</z></z></a>", #"{"l":[1]}"#),
        Case(
            object("l: { type: array, xml: { wrapped: true, name: z }, items: { type: integer } }"), "<a><z/></a>",
            #"{"l":[]}"#),
        Case(
            object("l: { type: array, xml: { attribute: true }, items: { type: integer } }"), "<a l=\"1 2\"/>",
            #"{"l":[1,2]}"#),
        Case(
            object("o: { type: object, properties: { n: { type: integer } } }"), "<a><o><n>1</n></o></a>",
            #"{"o":{"n":1}}"#),
        Case(
            object("o: { allOf: [{ type: object, properties: { n: { type: integer } } }, { xml: { name: q } }] }"),
            "<a><q><n>1</n></q></a>", #"{"o":{"n":1}}"#),
        Case(
            object("s: { type: string }", ", xml: { name: a, namespace: 'urn:n' }").replacing(
                ", xml: { name: a } }", with: " }"),
            "<a xmlns=\"urn:n\"><s>x</s></a>", #"{"s":"x"}"#),
        Case(
            object("s: { type: string, xml: { namespace: 'urn:n', prefix: p } }"),
            "<a><p:s xmlns:p=\"urn:n\">x</p:s></a>", #"{"s":"x"}"#),
        Case(
            object("s: { type: string, xml: { namespace: 'urn:n', prefix: p } }"),
            "<a xmlns:q='urn:n'><q:s>x</q:s></a>", #"{"s":"x"}"#, isWrittenSo: false),
        Case(
            object("i: { type: string, xml: { namespace: 'urn:n', prefix: p, attribute: true } }"),
            "<a xmlns:p=\"urn:n\" p:i=\"x\"/>", #"{"i":"x"}"#),
        Case(object(""), "<a><u>x</u><v><w>1</w></v></a>", #"{"u":"x","v":{"w":"1"}}"#),
        Case(object(""), "<a><u>x</u><u>y</u></a>", #"{"u":["x","y"]}"#),
        Case(object("", ", additionalProperties: { type: integer }"), "<a><u>1</u></a>", #"{"u":1}"#),
        Case(object(""), "<a u='1'/>", #"{"u":"1"}"#, isWrittenSo: false),
        Case(
            "{ type: array, items: { type: integer, xml: { name: n } }, xml: { name: l } }", "<l><n>1</n><n>2</n></l>",
            "[1,2]"),
        Case(
            "{ type: object, properties: { s: { type: string } } }", "<any><s>x</s></any>", #"{"s":"x"}"#,
            isWrittenSo: false),
        Case("{ type: string, xml: { name: a } }", "<a>x</a>", #""x""#),
        Case("{ $ref: '#/components/schemas/Pet' }", "<Pet><name>Rex</name></Pet>", #"{"name":"Rex"}"#),
    ]

    static let refused: [Case] = [
        Case(object("n: { type: integer }"), "<a><n>x</n></a>", "/n type"),
        Case(object("n: { type: integer }"), "<a><n>1</n><n>2</n></a>", "/n xml"),
        Case(object("n: { type: integer }", ", required: [n]"), "<a/>", " required"),
        Case(object("n: { type: integer }"), "<a><n><m/></n></a>", "/n type"),
        Case(object("n: { type: integer, xml: { attribute: true } }"), "<a><n>1</n></a>", "/n xml"),
        Case(object("n: { type: integer, xml: { name: m } }"), "<a><n>1</n></a>", "/n xml"),
        Case(object("n: { type: integer }"), "<a n='1'/>", "/n xml"),
        Case(object("", ", additionalProperties: false"), "<a><u/></a>", "/u additionalProperties"),
        Case(object("", ", additionalProperties: false"), "<a u=''/>", "/u additionalProperties"),
        Case(object("l: { type: array, items: { type: integer } }"), "<a><l>1</l><l>x</l></a>", "/l/1 type"),
        Case(
            object("l: { type: array, xml: { wrapped: true }, items: { type: integer, xml: { name: i } } }"),
            "<a><l><i>1</i><j>2</j></l></a>", "/l/1 xml"),
        Case(object("n: { type: integer }"), "<a>text<n>1</n></a>", " xml"),
        Case(object("n: { type: integer }"), "<b><n>1</n></b>", " xml"),
        Case(object("s: { type: string, xml: { namespace: 'urn:n' } }"), "<a><s>x</s></a>", "/s xml"),
        Case("{ $ref: '#/components/schemas/Pet' }", "<Dog><name>Rex</name></Dog>", " xml"),
        Case(object("n: { type: integer }"), "<a><n>1</n>", " syntax"),
        Case(object("n: { type: integer }"), "<!DOCTYPE a [<!ENTITY x '1'>]><a><n>&x;</n></a>", " syntax"),
        Case(object("n: { type: integer }"), "{\"n\":1}", " syntax"),
    ]

    private static let components = """
        components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }
        """

    private func api(_ schema: String, nodes: NodeRegistry = BodyAPI.echoing) throws -> BodyAPI {
        try BodyAPI(
            "{ application/xml: { schema: \(schema) }, text/csv: {} }",
            responses: "{ application/xml: { schema: \(schema) }, text/plain: {} }", components: Self.components,
            nodes: nodes)
    }

    @Test("become values by their schemas", arguments: mapped)
    func maps(_ example: Case) async throws {
        let answer = await (try api(example.schema)).send(Array(example.document.utf8), "application/xml")
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.body == example.expected)
    }

    @Test("that break their schemas, or have no place in them, are refused", arguments: refused)
    func refuses(_ example: Case) async throws {
        let answer = await (try api(example.schema)).send(Array(example.document.utf8), "application/xml")
        #expect(answer.status == 400, "\(answer.body)")
        #expect(answer.findings == example.expected)
    }

    @Test("are written of the values that they become", arguments: mapped)
    func writes(_ example: Case) async throws {
        var nodes = NodeRegistry()
        let value = try JSON(parsing: example.expected)
        nodes.register("body") { _ in
            NodeResponse(status: .ok, headerFields: [:], contentType: "application/json", json: value)
        }
        let api = try api(example.schema, nodes: nodes)
        let answer = await api.send([0x61], "text/csv", [("Accept", "application/xml")])
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.field("content-type") == "application/xml")
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        #expect(answer.body.hasPrefix(declaration))
        if example.isWrittenSo { #expect(answer.body.dropFirst(declaration.count) == example.document) }
        // What was written is read as the same value.
        let again = await (try self.api(example.schema)).send(Array(answer.body.utf8), "application/xml")
        #expect(try JSON(parsing: again.body) == value, "\(again.body)")
    }

    @Test(
        "are written where the client or the description wants them",
        arguments: [
            ("application/json, application/xml", "*/*", "application/json"),
            ("application/json, application/xml", "application/xml", "application/xml"),
            ("application/json, application/xml", "application/xml, application/json;q=0.9", "application/xml"),
            ("application/json, application/xml", "application/xml;q=0.9, application/json", "application/json"),
            ("application/xml, application/json", "*/*", "application/json"),
            ("application/xml", "*/*", "application/xml"),
            ("text/xml", "text/*", "text/xml"), ("application/vnd.x+xml", "*/*", "application/vnd.x+xml"),
            ("application/*+xml", "*/*", "application/xml"),
        ])
    func negotiates(declared: String, accept: String, type: String) async throws {
        var nodes = NodeRegistry()
        nodes.register("body") { _ in try .json(["n": 1]) }
        let schema = "{ schema: { type: object, properties: { n: { type: integer } } } }"
        let content = declared.split(separator: ", ").map { "'\($0)': \(schema)" }.joined(separator: ", ")
        let api = try BodyAPI("{ text/csv: {} }", responses: "{ \(content) }", nodes: nodes)
        let answer = await api.send([0x61], "text/csv", [("Accept", accept)])
        if declared == "application/*+xml" {
            // The node has to say which of them it means.
            #expect(answer.status == 500)
        } else {
            #expect(answer.status == 200, "\(answer.body)")
            #expect(answer.field("content-type") == type)
            #expect(answer.body.hasSuffix("<n>1</n></root>") == type.hasSuffix("xml"))
        }
    }

    @Test(
        "of answers are checked as they are read",
        arguments: [("<a><n>1</n></a>", 200), ("<a><n>x</n></a>", 500), ("<b/>", 500), ("<a>", 500)])
    func checksAnswers(document: String, status: Int) async throws {
        var nodes = NodeRegistry()
        nodes.register("body") { _ in .bytes(Array(document.utf8), contentType: "application/xml") }
        let api = try api(Self.object("n: { type: integer }"), nodes: nodes)
        #expect(await api.send([0x61], "text/csv").status == status)
    }

    @Test(
        "cannot have everything in them",
        arguments: [
            (#"{"s":"\u0001"}"#, object("s: { type: string }")), (#"{"s t":1}"#, object("")),
            (#"{"1":1}"#, object("")), (#"{"":1}"#, object("")),
            (#"{"i":{}}"#, object("i: { xml: { attribute: true } }")),
        ])
    func refusesValues(value: String, schema: String) async throws {
        var nodes = NodeRegistry()
        let json = try JSON(parsing: value)
        nodes.register("body") { _ in
            NodeResponse(status: .ok, headerFields: [:], contentType: "application/xml", json: json)
        }
        #expect(await (try api(schema, nodes: nodes)).send([0x61], "text/csv").problem == "invalid-response")
    }

    @Test(
        "are made by the mock",
        arguments: [
            ("", "<a><n>5</n></a>"), (", example: { n: 7 }", "<a><n>7</n></a>"),
            (", example: '<a><n>8</n></a>'", "<a><n>8</n></a>"),
        ])
    func mocks(example: String, expected: String) async throws {
        var nodes = NodeRegistry()
        nodes.register("body", .mock)
        let schema = Self.object("n: { type: integer, minimum: 5, maximum: 5 }", ", required: [n]")
        let lenient = schema.replacing("minimum: 5, maximum: 5", with: "minimum: 5")
        let api = try BodyAPI(
            "{ text/csv: {} }",
            responses: "{ application/xml: { schema: \(example.isEmpty ? schema : lenient)\(example) } }", nodes: nodes)
        let answer = await api.send([0x61], "text/csv")
        #expect(answer.body.hasSuffix(expected), "\(answer.body)")
        #expect(answer.field("content-type") == "application/xml")
    }

    @Test("without a schema that says what is in them pass as they are")
    func passes() async throws {
        for schema in ["{}", "{ type: string }"] {
            let answer = await (try api(schema)).send(Array("<a>".utf8), "application/xml")
            #expect(answer.body == "<a>")
        }
    }
}
