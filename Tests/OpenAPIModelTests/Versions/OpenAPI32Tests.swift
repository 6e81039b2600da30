import JSONCore
import OpenAPIModel
import Testing

@Suite("OpenAPI 3.2")
struct OpenAPI32Tests {
    private func document(_ text: String) throws -> OpenAPIDocument {
        let loaded = load("openapi: 3.2.0\ninfo: { title: A, version: '1' }\n" + text)
        #expect(loaded.diagnostics == [])
        return try #require(loaded.document)
    }

    private let done = "responses: { '200': { description: Done. } }"

    @Test func `has the method QUERY and methods of any name`() throws {
        let document = try document(
            """
            paths:
              /a:
                query: { \(done) }
                additionalOperations: { PURGE: { \(done) }, x-count: { \(done) } }
            """)
        #expect(document.operations.map(\.method) == ["QUERY", "PURGE"])
    }

    @Test(arguments: ["GET", "QUERY", "a b"])
    func `refuses an additional operation under a name that cannot be one`(method: String) {
        let loaded = load(
            "openapi: 3.2.0\ninfo: { title: A, version: '1' }\npaths: { /a: { additionalOperations: { '\(method)': {} } } }"
        )
        #expect(loaded.diagnostics.map(\.summary) == ["3:40 error bad-method"])
    }

    @Test func `resolves references against its own address`() {
        let text =
            """
            openapi: 3.2.0
            $self: /other/openapi.yaml
            info: { title: A, version: '1' }
            paths: { /a: { $ref: 'item.yaml' } }
            """
        let loaded = load([("openapi.yaml", text), ("other/item.yaml", "get: { \(done) }")])
        #expect(loaded.diagnostics == [])
        #expect(loaded.document?.operations.map(\.key) == ["GET /a"])
        #expect(loaded.document?.sources.first?.uri == "https://example.com/other/openapi.yaml")
    }

    @Test func `takes one parameter as the whole query`() throws {
        let document = try document(
            """
            paths:
              /a:
                get:
                  parameters: [{ name: q, in: querystring, content: { application/json: { schema: {} } } }]
                  \(done)
            """)
        #expect(document.operations.first?.parameters.map(\.placement) == [.querystring])
    }

    @Test func `has schemas of items, and encodings by position`() throws {
        let document = try document(
            """
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/jsonl: { itemSchema: { type: object } }
                      multipart/mixed:
                        prefixEncoding: [{ contentType: text/plain, headers: { X-A: { schema: {} } } }]
                        itemEncoding: { contentType: multipart/mixed, itemEncoding: { contentType: image/png } }
                  \(done)
            """)
        let content = try #require(document.operations.first?.requestBody?.content)
        #expect(content.map { $0.itemSchema != nil } == [true, false])
        let encodings = content[1].encodings
        #expect(encodings.prefix.map(\.contentType) == ["text/plain"])
        #expect(encodings.prefix.first?.headers.map(\.name) == ["X-A"])
        #expect(encodings.item?.nested.item?.contentType == "image/png")
    }

    @Test func `refers to media types`() throws {
        let document = try document(
            """
            components: { mediaTypes: { Pet: { schema: { type: object } } } }
            paths:
              /a:
                post:
                  requestBody: { content: { application/json: { $ref: '#/components/mediaTypes/Pet' } } }
                  \(done)
            """)
        let content = try #require(document.operations.first?.requestBody?.content.first)
        #expect(content.range == "application/json")
        #expect(content.schema != nil)
    }

    @Test func `names servers, and sums up responses`() throws {
        let document = try document(
            """
            servers: [{ url: /v1, name: Test }]
            paths: { /a: { get: { responses: { '200': { summary: All is well. } } } } }
            """)
        #expect(document.servers.map(\.name) == ["Test"])
        #expect(document.operations.first?.responses.first?.response.summary == "All is well.")
    }

    @Test func `takes the value of an example from either field`() throws {
        let document = try document(
            """
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/json:
                        examples: { a: { dataValue: 1, serializedValue: '1' }, b: { value: 2 }, c: { serializedValue: '3' } }
                  \(done)
            """)
        let examples = try #require(document.operations.first?.requestBody?.content.first?.examples)
        #expect(examples.map(\.name) == ["a", "b"])
        #expect(examples.map { document.json(at: $0.value).int } == [1, 2])
    }

    @Test func `nests tags`() throws {
        let document = try document("paths: {}\ntags: [{ name: a, kind: nav, summary: S }, { name: b, parent: a }]")
        #expect(document.tags.map(\.name) == ["a", "b"])
        #expect(document.tags.map(\.parent) == [nil, "a"])
        #expect(document.tags.first?.kind == "nav")
    }

    @Test(arguments: [
        ("[{ name: a, parent: a }]", ["4:27 error bad-tag"]), ("[{ name: a, parent: b }]", ["4:27 error bad-tag"]),
        ("[{ name: a, parent: b }, { name: b, parent: a }]", ["4:27 error bad-tag", "4:51 error bad-tag"]),
    ])
    func `refuses tags that are nested in circles or nowhere`(tags: String, expected: [String]) {
        let loaded = load("openapi: 3.2.0\ninfo: { title: A, version: '1' }\npaths: {}\ntags: " + tags)
        #expect(loaded.diagnostics.map(\.summary) == expected)
    }

    @Test func `finds security schemes by URI`() throws {
        let text =
            """
            openapi: 3.2.0
            info: { title: A, version: '1' }
            security: [{ 'schemes.yaml#/key': [] }, { './schemes.yaml#/none': [] }]
            paths: { /a: { get: { \(done) } } }
            """
        let schemes = "key: { type: apiKey, in: header, name: K }\nother: { type: oauth2, flows: {} }"
        let loaded = load([("openapi.yaml", text), ("schemes.yaml", schemes)])
        #expect(loaded.diagnostics.map(\.summary) == ["3:43 error undefined-security-scheme"])
        #expect(loaded.document?.securitySchemes.map(\.name) == ["schemes.yaml#/key"])
    }

    @Test func `has the address of an authorization server's metadata`() throws {
        let document = try document(
            """
            paths: {}
            components:
              securitySchemes:
                o:
                  type: oauth2
                  oauth2MetadataUrl: https://example.com/meta
                  flows: { deviceAuthorization: { deviceAuthorizationUrl: /d, tokenUrl: /t, scopes: {} } }
            """)
        #expect(document.securitySchemes.map(\.scheme) == [.oauth2(metadataURL: "https://example.com/meta")])
    }

    @Test func `has webhooks as operations under their names`() throws {
        let document = try document(
            """
            webhooks:
              payment.settled: { post: { \(done) } }
              /refund: { $ref: '#/components/pathItems/Refund' }
            components: { pathItems: { Refund: { put: { \(done) } } } }
            """)
        #expect(document.webhooks.map(\.key) == ["POST /payment.settled", "PUT /refund"])
        #expect(document.operations.isEmpty)
    }

    @Test func `finds what is wrong with components that nothing uses`() {
        let loaded = load(
            """
            openapi: 3.2.0
            info: { title: A, version: '1' }
            paths: {}
            components:
              parameters: { P: { in: query } }
              requestBodies: { B: [] }
              headers: { H: { style: form, schema: {} } }
              links: { L: { operation: a } }
              pathItems: { I: { get: { parameters: 1 } } }
            """)
        #expect(
            loaded.diagnostics.map(\.summary) == [
                "5:17 error bad-parameter", "6:20 error wrong-type", "7:26 warning bad-style",
                "8:28 error unknown-field", "9:40 error wrong-type",
            ])
        #expect(loaded.diagnostics.allSatisfy { $0.operation == nil })
    }
}
