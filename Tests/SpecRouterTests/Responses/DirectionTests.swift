import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

/// `readOnly` and `writeOnly`, both ways, and what of a response nothing reads.
@Suite struct DirectionTests {
    private func client(_ version: String, answer: String) throws -> InProcessClient {
        let text = """
            openapi: \(version)
            info: { title: T, version: "1" }
            paths:
              /a:
                post:
                  x-entry-node-id: a
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }
                  responses:
                    '200':
                      description: ok
                      content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }
                      links: { next: { operationId: nowhere, parameters: { id: $response.body#/id } } }
                  callbacks:
                    done: { '{$request.body#/url}': { post: { responses: { '204': { description: ok } } } } }
            components:
              schemas:
                A:
                  type: object
                  required: [ id, secret, name ]
                  properties:
                    id: { type: integer, readOnly: true }
                    secret: { $ref: '#/components/schemas/Secret' }
                    name: { type: string }
                Secret: { type: string, writeOnly: true }
            """
        let loaded = DescriptionLoader.load(bytes: Array(text.utf8), uri: "file:///t.yaml", name: "t.yaml") { _ in [] }
        #expect(loaded.diagnostics.isEmpty)
        var nodes = NodeRegistry()
        nodes.register("a") { _ in .bytes(Array(answer.utf8), contentType: "application/json") }
        let compilation = APICompiler().compile([SpecInput(document: try #require(loaded.document), nodes: nodes)])
        #expect(compilation.diagnostics.isEmpty)
        return InProcessClient(try #require(compilation.api))
    }

    static let whole = #"{"id":1,"secret":"s","name":"n"}"#

    /// What is sent and answered, and the status in 3.0 and in 3.1.
    static let cases: [(sent: String, answered: String, statuses: [Int])] = [
        (whole, whole, [200, 200]),
        (#"{"secret":"s","name":"n"}"#, whole, [200, 400]),
        (#"{"id":1,"name":"n"}"#, whole, [400, 400]),
        (#"{"secret":"s"}"#, whole, [400, 400]),
        (whole, #"{"id":1,"name":"n"}"#, [200, 500]),
        (whole, #"{"secret":"s","name":"n"}"#, [500, 500]),
    ]

    @Test(arguments: cases.indices)
    func `in OpenAPI 3.0 they decide what is required, later they do not`(_ index: Int) async throws {
        let example = Self.cases[index]
        for (version, status) in zip(["3.0.3", "3.1.0"], example.statuses) {
            let client = try client(version, answer: example.answered)
            #expect(await client.send("POST", "/a", body: example.sent).status == status, "\(version)")
        }
    }
}
