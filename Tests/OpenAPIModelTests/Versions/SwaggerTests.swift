import JSONCore
import JSONSchema
import OpenAPIModel
import Testing

@Suite("Swagger 2.0")
struct SwaggerTests {
    private func document(_ text: String) throws -> OpenAPIDocument {
        let loaded = load("swagger: '2.0'\ninfo: { title: A, version: '1' }\n" + text)
        #expect(loaded.diagnostics == [])
        return try #require(loaded.document)
    }

    private func operation(_ text: String) throws -> Operation {
        let document = try document(
            "paths:\n  /a/{p}:\n    post:\n      responses: { 200: { description: Done. } }\n" + text)
        return try #require(document.operations.first)
    }

    private let path = "{ name: p, in: path, required: true, type: string }"

    @Test(arguments: [
        ("host: example.com\nbasePath: /v1\nschemes: [https, http]", "https://example.com/v1"),
        ("basePath: /v1", "/v1"), ("host: example.com", "example.com"),
    ])
    func `makes one server of scheme, host and base path`(fields: String, url: String) throws {
        let document = try document(fields + "\npaths: {}")
        #expect(document.servers.map(\.url) == [url == "example.com" ? "//example.com" : url])
    }

    @Test(arguments: [
        ("in: query", ParameterPlacement.query(.form(explode: false))),
        ("in: query, collectionFormat: csv", .query(.form(explode: false))),
        ("in: query, collectionFormat: ssv", .query(.spaceDelimited)),
        ("in: query, collectionFormat: tsv", .query(.tabDelimited)),
        ("in: query, collectionFormat: pipes", .query(.pipeDelimited)),
        ("in: query, collectionFormat: multi", .query(.form(explode: true))),
        ("in: header", .header(.simple(explode: false))),
        ("in: header, collectionFormat: tsv", .header(.delimited(.tab))),
        ("in: header, collectionFormat: pipes", .header(.delimited(.pipe))),
    ])
    func `writes lists by collection format`(fields: String, placement: ParameterPlacement) throws {
        let operation = try operation(
            "      parameters: [\(path), { name: q, \(fields), type: array, items: { type: string } }]")
        #expect(operation.parameters.last?.placement == placement)
    }

    @Test func `has delimiters in paths too`() throws {
        let operation = try operation(
            """
                  parameters:
                    - { name: p, in: path, required: true, type: array, items: { type: string }, collectionFormat: ssv }
            """)
        #expect(operation.parameters.map(\.placement) == [.path(.delimited(.space))])
    }

    @Test func `warns of a collection format that does not exist in that place`() {
        let loaded = load(
            """
            swagger: '2.0'
            info: { title: A, version: '1' }
            paths:
              /a:
                get:
                  parameters: [{ name: h, in: header, type: array, items: { type: string }, collectionFormat: multi }]
                  responses: { 200: { description: Done. } }
            """)
        #expect(loaded.diagnostics.map(\.summary) == ["6:99 warning bad-style"])
    }

    @Test func `takes the parameter in body as the request body, in each media type that is consumed`() throws {
        let operation = try operation(
            """
                  consumes: [application/json, text/json]
                  parameters:
                    - \(path)
                    - { name: any, in: body, required: true, schema: { type: object } }
            """)
        let body = try #require(operation.requestBody)
        #expect(body.isRequired)
        #expect(body.content.map(\.range) == ["application/json", "text/json"])
        #expect(body.content.allSatisfy { $0.schema != nil })
        #expect(operation.parameters.map(\.name) == ["p"])
    }

    @Test func `inherits media types from the root, and is JSON where nothing is said`() throws {
        let body =
            "parameters: [{ name: b, in: body, schema: {} }]\n      responses: { 200: { description: D, schema: {} } }"
        let said = try document("consumes: [a/b]\nproduces: [c/d]\npaths:\n  /a:\n    post:\n      \(body)").operations
        #expect(said.first?.requestBody?.content.map(\.range) == ["a/b"])
        #expect(said.first?.responses.first?.response.content.map(\.range) == ["c/d"])
        let silent = try document("paths:\n  /a:\n    post:\n      \(body)").operations
        #expect(silent.first?.requestBody?.content.map(\.range) == ["application/json"])
        #expect(silent.first?.responses.first?.response.content.map(\.range) == ["application/json"])
    }

    @Test func `makes one schema of a form's fields`() throws {
        let document = try document(
            """
            paths:
              /a:
                parameters: [{ name: n, in: formData, type: string }]
                post:
                  responses: { 200: { description: Done. } }
                  parameters:
                    - { name: n, in: formData, type: integer, minimum: 2, required: true }
                    - { name: l, in: formData, type: array, items: { type: string }, collectionFormat: pipes }
            """)
        let body = try #require(document.operations.first?.requestBody)
        let content = try #require(body.content.first)
        #expect(body.isRequired)
        #expect(content.range == "application/x-www-form-urlencoded")
        #expect(content.encodings.named.map(\.name) == ["l"])
        #expect(content.encodings.named.first?.encoding.style == .pipeDelimited)
        var compiler = SchemaCompiler(
            registry: document.schemaRegistry(), options: .init(dialect: document.schemaDialect))
        let entry = try compiler.compile(document.schemaLocation(of: try #require(content.schema)))
        let schema = compiler.finish().schema(entry)
        #expect(schema.isValid(try JSON(parsing: #"{"n": 2, "l": ["a"]}"#)))
        #expect(!schema.isValid(try JSON(parsing: #"{"n": 1}"#)))
        #expect(!schema.isValid(try JSON(parsing: #"{"l": []}"#)))
        #expect(document.location(of: try #require(content.schema)).line == 9)
    }

    @Test func `takes files in multipart forms only`() throws {
        let document = try document(
            """
            paths:
              /a/{p}:
                post:
                  responses: { 200: { description: Done. } }
                  consumes: [application/x-www-form-urlencoded, multipart/form-data]
                  parameters: [\(path), { name: f, in: formData, type: file }, { name: n, in: formData, type: string }]
            """)
        let content = try #require(document.operations.first?.requestBody?.content)
        #expect(content.map(\.range) == ["multipart/form-data"])
        let schema = try #require(content.first?.schema)
        let file = try #require(document.json(at: schema)["properties"]?["f"])
        #expect(file == (try JSON(parsing: #"{"type": "string", "format": "binary"}"#)))
        let place = document.location(of: Place(document: schema.document, index: file.index))
        #expect([place.line, place.column] == [8, 73])
    }

    @Test func `refuses a body beside a form, and a second body`() {
        let start = "swagger: '2.0'\ninfo: { title: A, version: '1' }\npaths:\n  /a:\n    post:\n      "
        let end = "\n      responses: { 200: { description: Done. } }"
        let body = "{ name: b, in: body, schema: {} }"
        let mixed = load(start + "parameters: [\(body), { name: f, in: formData, type: string }]" + end)
        #expect(mixed.diagnostics.map(\.summary) == ["6:55 error bad-parameter"])
        #expect(mixed.document?.operations.map(\.isBroken) == [true])
    }

    @Test func `reads the three kinds of security schemes`() throws {
        let document = try document(
            """
            securityDefinitions:
              b: { type: basic }
              k: { type: apiKey, in: query, name: key }
              o: { type: oauth2, flow: password, tokenUrl: 'https://example.com/token', scopes: { r: Read. } }
            security: [{ b: [], k: [] }, { o: [r] }]
            paths: { /a: { get: { responses: { 200: { description: Done. } } } } }
            """)
        #expect(
            document.securitySchemes.map(\.scheme) == [
                .http(scheme: "basic", bearerFormat: nil), .apiKey(location: .query, name: "key"),
                .oauth2(metadataURL: nil),
            ])
        #expect(document.operations.first?.security.map { $0.schemes.map(\.name) } == [["b", "k"], ["o"]])
    }

    @Test func `reads headers and examples of responses`() throws {
        let document = try document(
            """
            paths:
              /a:
                get:
                  produces: [application/json]
                  responses:
                    200:
                      description: Done.
                      schema: { type: string }
                      headers: { X-Left: { type: integer } }
                      examples: { application/json: yes }
            """)
        let response = try #require(document.operations.first?.responses.first?.response)
        #expect(response.headers.map(\.name) == ["X-Left"])
        #expect(response.content.first?.examples.map { document.json(at: $0.value).string } == ["yes"])
    }

    @Test func `is served with the mount as its base path`() throws {
        let document = try document("host: example.com\nbasePath: /v1\nschemes: [https]\npaths: {}")
        let served = document.servedDescription(mount: "/v2")
        #expect(served["basePath"]?.string == "/v2")
        #expect(served["host"] == nil && served["schemes"] == nil)
    }
}
