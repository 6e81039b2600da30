import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

/// A small API compiled from text, for tests of the whole pipeline.
enum PetstoreAPI {
    static let description = """
        openapi: 3.0.3
        info: { title: Pets, version: 1.0.0 }
        servers: [ { url: https://example.com/v1 } ]
        paths:
          /pets:
            get:
              x-entry-node-id: pets.list
              parameters:
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 20 } }
                - { name: tags, in: query, explode: false, schema: { type: array, items: { type: string } } }
                - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { age: { type: integer } } } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: object } } } }
            post:
              x-entry-node-id: pets.create
              security: [ { ApiKey: [] } ]
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: '#/components/schemas/NewPet' } }
                  application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/NewPet' } }
              responses:
                '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
          /pets/{petId}:
            parameters:
              - { name: petId, in: path, required: true, schema: { type: integer } }
            get:
              x-entry-node-id: pets.get
              parameters:
                - { name: X-Trace, in: header, schema: { type: string, format: uuid } }
                - { name: session, in: cookie, schema: { type: integer } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
            delete:
              responses:
                '204': { description: gone }
        components:
          securitySchemes:
            ApiKey: { type: apiKey, in: header, name: X-API-Key }
          schemas:
            NewPet:
              type: object
              required: [name, id]
              additionalProperties: false
              properties:
                id: { type: integer, readOnly: true }
                name: { type: string, minLength: 1 }
                age: { type: integer, nullable: true }
            Pet:
              type: object
              required: [id, name]
              properties: { id: { type: integer }, name: { type: string } }
        """

    static func compile(
        _ text: String = description, nodes: NodeRegistry, security: SecurityConfiguration = [:],
        policy: Policy = Policy(), limits: Limits = Limits()
    ) throws -> CompiledAPI {
        let loaded = DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "file:///test/pets.yaml", name: "pets.yaml", readFile: { _ in [] })
        let document = try #require(loaded.document, "\(loaded.diagnostics)")
        let compilation = APICompiler(limits: limits).compile([
            SpecInput(
                document: document, diagnostics: loaded.diagnostics, nodes: nodes, security: security, policy: policy)
        ])
        return try #require(compilation.api, "\(compilation.diagnostics.map(\.message))")
    }

    static func diagnostics(_ text: String) throws -> [Diagnostic] {
        let loaded = DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "file:///test/a.yaml", name: "a.yaml", readFile: { _ in [] })
        let input = SpecInput(document: try #require(loaded.document), diagnostics: loaded.diagnostics)
        return APICompiler().compile([input]).diagnostics
    }

    /// Echo under every id.
    static func echoing(policy: Policy = Policy()) throws -> InProcessClient {
        var nodes = NodeRegistry()
        for id in ["pets.list", "pets.create", "pets.get"] { nodes.register(id, .echo) }
        let keys = KeyStore.plain(["alice": "secret"])
        return InProcessClient(try compile(nodes: nodes, security: ["ApiKey": .apiKeys(keys)], policy: policy))
    }
}
