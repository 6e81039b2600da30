import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

@Suite("Descriptions of other versions, answered")
struct SwaggerPipelineTests {
    static let swagger =
        """
        swagger: '2.0'
        info: { title: Shop, version: '1' }
        host: example.com
        basePath: /v1
        paths:
          /items/{ids}:
            get:
              x-entry-node-id: echo
              parameters:
                - { name: ids, in: path, required: true, type: array, items: { type: integer }, collectionFormat: pipes }
                - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: tsv }
                - { name: X-Sizes, in: header, type: array, items: { type: integer }, collectionFormat: ssv }
                - { name: days, in: query, type: array, minItems: 2, items: { type: string }, collectionFormat: multi }
              responses: { 200: { description: Done. } }
          /orders:
            post:
              x-entry-node-id: echo
              parameters:
                - { name: item, in: formData, type: integer, minimum: 1, required: true }
                - { name: sizes, in: formData, type: array, items: { type: integer }, collectionFormat: csv }
              consumes: [application/x-www-form-urlencoded]
              responses: { 200: { description: Done. } }
          /files:
            post:
              x-entry-node-id: echo
              consumes: [multipart/form-data]
              parameters:
                - { name: file, in: formData, type: file, required: true }
                - { name: note, in: formData, type: string }
              responses: { 200: { description: Done. } }
            get:
              x-entry-node-id: picture
              produces: [image/png]
              responses: { 200: { description: A picture., schema: { type: file } } }
            put:
              x-entry-node-id: picture
              responses: { 200: { description: Anything., schema: { type: file } } }
          /notes:
            post:
              x-entry-node-id: echo
              parameters:
                - { name: note, in: body, required: true, schema: { $ref: '#/definitions/Note' } }
              responses: { 200: { description: Done. } }
        definitions:
          Note: { type: object, required: [text], properties: { text: { type: string, maxLength: 5 } } }
        """

    static let webhooks =
        """
        openapi: 3.2.0
        info: { title: Shop, version: '1' }
        webhooks:
          payment.settled:
            post:
              x-entry-node-id: echo
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, required: [id] } } }
              responses: { '200': { description: Done. } }
        """

    private static let picture: [UInt8] = [0x89, 0x50, 0xFF, 0x00]

    private func client(_ text: String, webhooks: String? = nil) throws -> InProcessClient {
        let loaded = DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "file:///shop.yaml", name: "shop.yaml", readFile: { _ in [] })
        var nodes = NodeRegistry()
        nodes.register("echo") { _ in .bytes(Array("done".utf8), contentType: "text/plain") }
        nodes.register("picture") { _ in .bytes(Self.picture, contentType: "image/png") }
        let compilation = APICompiler().compile([
            SpecInput(
                document: try #require(loaded.document), diagnostics: loaded.diagnostics, webhooks: webhooks,
                nodes: nodes)
        ])
        #expect(compilation.diagnostics.filter { $0.severity == .error } == [])
        return InProcessClient(try #require(compilation.api))
    }

    @Test(arguments: [
        ("/v1/items/1%7C2", 200), ("/v1/items/1|2|3", 200), ("/v1/items/1,2", 400), ("/v1/items/7", 200),
        ("/v1/items/1?tags=a%09b", 200), ("/v1/items/1?days=mo&days=tu", 200), ("/v1/items/1?days=mo", 400),
    ])
    func `Swagger 2.0 splits lists by their collection format`(target: String, status: Int) async throws {
        let client = try client(Self.swagger)
        #expect(await client.send("GET", target).status == status)
    }

    @Test(arguments: [("1 2 3", 200), ("1", 200), ("1,2", 400), ("1+2", 400)])
    func `Swagger 2.0 splits lists in headers`(sizes: String, status: Int) async throws {
        let client = try client(Self.swagger)
        #expect(await client.send("GET", "/v1/items/1", [("X-Sizes", sizes)]).status == status)
    }

    @Test(arguments: [
        ("item=1&sizes=2,3", 200), ("item=0", 400), ("sizes=2", 400), ("item=1&sizes=a", 400), ("item=x", 400),
    ])
    func `Swagger 2.0 checks forms`(body: String, status: Int) async throws {
        let client = try client(Self.swagger)
        let type: [HeaderField] = [("Content-Type", "application/x-www-form-urlencoded")]
        #expect(await client.send("POST", "/v1/orders", type, body: body).status == status)
    }

    @Test func `what a form lacks is in the operation's parameters`() async throws {
        let client = try client(Self.swagger)
        let type: [HeaderField] = [("Content-Type", "application/x-www-form-urlencoded")]
        let answer = await client.send("POST", "/v1/orders", type, body: "sizes=2")
        #expect(answer.body.contains(##""schema":"#/paths/~1orders/post/parameters""##), "\(answer.body)")
    }

    @Test(arguments: [(#"{"text":"a"}"#, 200), (#"{"text":"abcdef"}"#, 400), ("{}", 400), ("", 400)])
    func `Swagger 2.0 checks bodies`(body: String, status: Int) async throws {
        let client = try client(Self.swagger)
        #expect(await client.send("POST", "/v1/notes", body: body).status == status)
    }

    @Test(arguments: ["GET", "PUT"])
    func `Swagger 2.0 answers files of any octets`(method: String) async throws {
        let client = try client(Self.swagger)
        let answer = await client.send(method, "/v1/files")
        #expect(answer.status == 200)
        #expect(answer.body == String(decoding: Self.picture, as: UTF8.self))
    }

    @Test func `webhooks are served under their mount, and not without one`() async throws {
        let with = try client(Self.webhooks, webhooks: "/hooks")
        #expect(await with.send("POST", "/hooks/payment.settled", body: #"{"id":1}"#).status == 200)
        #expect(await with.send("POST", "/hooks/payment.settled", body: "{}").status == 400)
        let without = try client(Self.webhooks)
        #expect(await without.send("POST", "/hooks/payment.settled", body: #"{"id":1}"#).status == 404)
        #expect(await without.send("POST", "/payment.settled", body: #"{"id":1}"#).status == 404)
    }
}
