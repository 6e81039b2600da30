import JSONCore
import JSONSchema
import OpenAPIModel
import Testing

@Suite("Operations of a description")
struct OperationTests {
    private func document(_ text: String, version: String = "3.1.0") throws -> OpenAPIDocument {
        let loaded = load("openapi: \(version)\ninfo: { title: A, version: '1' }\n" + text)
        return try #require(loaded.document, "\(loaded.diagnostics)")
    }

    private let done = "responses: { '200': { description: Done. } }"

    @Test func `take the path item's parameters and replace them by name and location`() throws {
        let document = try document(
            """
            paths:
              /a/{id}:
                parameters:
                  - { name: id, in: path, required: true, schema: { type: string } }
                  - { name: id, in: query, schema: { type: string } }
                  - { name: X-T, in: header, required: true, schema: {} }
                get:
                  parameters:
                    - { name: id, in: query, style: deepObject, schema: { type: object } }
                    - { name: x-t, in: header, schema: {} }
                    - { name: c, in: cookie, explode: false, schema: {} }
                  \(done)
            """)
        let operation = try #require(document.operations.first)
        #expect(operation.parameters.map(\.name) == ["id", "id", "x-t", "c"])
        #expect(
            operation.parameters.map(\.placement) == [
                .path(.simple(explode: false)), .query(.deepObject), .header(.simple(explode: false)),
                .cookie(.form(explode: false)),
            ])
        #expect(operation.parameters.map(\.isRequired) == [true, false, false, false])
    }

    @Test(arguments: [
        ("in: query", ParameterPlacement.query(.form(explode: true))),
        ("in: query, explode: false", .query(.form(explode: false))),
        ("in: query, style: form, explode: true", .query(.form(explode: true))),
        ("in: query, style: spaceDelimited", .query(.spaceDelimited)),
        ("in: query, style: pipeDelimited, explode: false", .query(.pipeDelimited)),
        ("in: query, style: pipeDelimited, explode: true", .query(.form(explode: true))),
        ("in: query, style: deepObject, explode: true", .query(.deepObject)),
        ("in: query, style: matrix", .query(.form(explode: true))),
        ("in: path, required: true", .path(.simple(explode: false))),
        ("in: path, required: true, style: label, explode: true", .path(.label(explode: true))),
        ("in: path, required: true, style: matrix", .path(.matrix(explode: false))),
        ("in: header", .header(.simple(explode: false))),
        ("in: header, explode: true", .header(.simple(explode: true))),
        ("in: cookie", .cookie(.form(explode: true))), ("in: cookie, style: cookie", .cookie(.form(explode: true))),
    ])
    func `place parameters by location, style and explode`(fields: String, expected: ParameterPlacement) throws {
        let document = try document(
            """
            paths:
              /a/{p}:
                parameters: [{ name: p, in: path, required: true, schema: {} }]
                get:
                  parameters: [{ name: p, \(fields), schema: {} }]
                  \(done)
            """)
        #expect(document.operations.first?.parameters.last?.placement == expected)
    }

    @Test func `inherit servers, security and node on three levels`() throws {
        let document = try document(
            """
            servers: [{ url: /root }, { url: /other }]
            security: [{ key: [], token: [a, b] }, {}]
            x-entry-node-id: root
            paths:
              /a:
                servers: [{ url: /item }]
                x-entry-node-id: item
                get: { \(done) }
                post:
                  servers: [{ url: "/{v}", variables: { v: { default: x, enum: [x, 1] } } }]
                  security: []
                  x-entry-node-id: own
                  \(done)
              /b:
                servers: []
                put: { security: [{ key: [] }], \(done) }
            components:
              securitySchemes:
                key: { type: apiKey, in: cookie, name: k }
                token: { type: http, scheme: Bearer, bearerFormat: JWT }
                oauth: { type: oauth2, flows: {} }
                oidc: { type: openIdConnect, openIdConnectUrl: "https://example.com" }
                tls: { type: mutualTLS }
            """)
        let operations = document.operations
        #expect(operations.map(\.key) == ["GET /a", "POST /a", "PUT /b"])
        #expect(operations.map { $0.servers.map(\.url) } == [["/item"], ["/{v}"], ["/root", "/other"]])
        #expect(operations.map(\.serverLevel) == [.pathItem, .operation, .root])
        #expect(operations[1].servers.first?.variables.first?.allowed == ["x", "1"])
        #expect(operations.map(\.nodeID) == ["item", "own", "root"])
        #expect(
            operations.map { $0.security.map { $0.schemes.map(\.name) } } == [[["key", "token"], []], [], [["key"]]])
        #expect(operations[0].security.first?.schemes.last?.scopes == ["a", "b"])
        #expect(
            document.securitySchemes.map(\.scheme) == [
                .apiKey(location: .cookie, name: "k"), .http(scheme: "bearer", bearerFormat: "JWT"),
                .oauth2(metadataURL: nil),
                .openIDConnect(url: "https://example.com"), .mutualTLS,
            ])
    }

    @Test func `have bodies, responses, headers, encodings and examples`() throws {
        let document = try document(
            """
            paths:
              /a:
                post:
                  deprecated: true
                  summary: S
                  requestBody:
                    required: true
                    content:
                      application/x-www-form-urlencoded;charset=utf-8:
                        schema: { type: object }
                        encoding:
                          a: { contentType: text/plain }
                          b: { style: deepObject, explode: true }
                          c: { allowReserved: true }
                      text/*: {}
                  responses:
                    "201":
                      description: Made.
                      headers:
                        Location: { required: true, schema: { type: string } }
                        Content-Type: { schema: { type: string } }
                        Tags: { explode: true, schema: { type: array } }
                      content:
                        application/json:
                          example: 1
                          examples: { one: { value: { a: 1 } }, two: { $ref: "#/components/examples/two" } }
                    4XX: { description: Wrong. }
                    default: { description: Else. }
                    x-note: 1
            components: { examples: { two: { value: [2] } } }
            """)
        let operation = try #require(document.operations.first)
        #expect(operation.deprecated && operation.summary == "S" && !operation.isBroken)
        let body = try #require(operation.requestBody)
        #expect(
            body.isRequired
                && body.content.map(\.range) == ["application/x-www-form-urlencoded;charset=utf-8", "text/*"])
        let encodings = body.content[0].encodings.named
        #expect(encodings.map(\.name) == ["a", "b", "c"])
        #expect(encodings.map(\.encoding.style) == [nil, .deepObject, .form(explode: true)])
        #expect(encodings.first?.encoding.contentType == "text/plain")
        #expect(operation.responses.map(\.key) == [.status(201), .range(4), .default])
        let response = try #require(operation.responses.first?.response)
        #expect(response.headers.map(\.name) == ["Location", "Tags"])
        #expect(response.headers.map(\.header.isRequired) == [true, false])
        #expect(response.headers.map(\.header.explode) == [false, true])
        let examples = response.content[0].examples
        #expect(examples.map(\.name) == ["", "one", "two"])
        #expect(examples.map { document.json(at: $0.value).serialized() } == ["1", "{\"a\":1}", "[2]"])
    }

    @Test func `have parameters with content, with a Swagger 2 shape, and with nothing`() throws {
        let document = try document(
            """
            paths:
              /a:
                get:
                  parameters:
                    - { name: a, in: query, content: { application/json: { schema: { type: object } } } }
                    - { name: b, in: query, type: integer, allowEmptyValue: true }
                    - { name: c, in: query }
                    - { name: d, in: query, schema: true }
                  \(done)
            """)
        let parameters = try #require(document.operations.first).parameters
        guard case .content("application/json", .some(let schema)) = parameters[0].value else {
            Issue.record("no content")
            return
        }
        #expect(document.json(at: schema).serialized() == "{\"type\":\"object\"}")
        #expect(parameters[1].value == .schema(parameters[1].place))
        #expect(parameters[1].allowEmptyValue)
        #expect(parameters[2].value == .untyped)
        guard case .schema(let always) = parameters[3].value else {
            Issue.record("no schema")
            return
        }
        #expect(document.json(at: always).bool == true)
    }

    @Test func `know their places`() throws {
        let document = try document("paths:\n  /a/b~c:\n    get:\n      \(done)\n")
        let operation = try #require(document.operations.first)
        #expect(document.location(of: operation.place).description == "openapi.yaml:6:7")
        let location = document.schemaLocation(of: operation.place)
        #expect(location.description == "https://example.com/openapi.yaml#/paths/~1a~1b~0c/get")
    }

    @Test func `that share a broken part are all disabled by one finding`() throws {
        let loaded = load(
            """
            openapi: 3.1.0
            info: { title: A, version: '1' }
            paths:
              /a: { get: { parameters: [{ $ref: "#/components/parameters/p" }], \(done) } }
              /b: { get: { parameters: [{ $ref: "#/components/parameters/p" }], \(done) } }
              /c: { get: { \(done) } }
              /d: { get: { responses: { 200: { description: D, content: { a/b: { schema: { $ref: "#/components/schemas/S" } } } } } } }
              /e: { get: { responses: { 200: { description: D, content: { a/b: { schema: { $ref: "#/components/schemas/S/items" } } } } } } }
              /f: { get: { responses: { 200: { description: D, content: { a/b: { schema: { $ref: "#/components/schemas/T" } } } } } } }
            components:
              parameters: { p: { name: p, in: nowhere } }
              schemas:
                S: { items: { allOf: [{ $ref: "#/components/schemas/S" }, { $ref: "#/components/schemas/U" }] } }
                T: { not: { $ref: "#/components/schemas/T" } }
            """)
        let document = try #require(loaded.document)
        #expect(document.operations.map(\.isBroken) == [true, true, false, true, true, false])
        #expect(loaded.diagnostics.map(\.code) == [.unknownValue, .unresolvableReference])
        #expect(loaded.diagnostics.map(\.operation) == ["GET /a", "GET /d"])
        #expect(loaded.diagnostics.first?.hint?.contains("2 operations need it.") == true)
    }
}
