import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

/// Requests that are checked through the names that schemas give themselves (JSON Schema 2020-12, section 8.2).
@Suite("Schemas with names of their own, served")
struct SchemaIdentityTests {
    private static let text = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /prices/{count}:
            post:
              parameters:
                - { name: count, in: path, required: true, schema: { $ref: '#count' } }
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#price' } } } }
              responses: { '200': { description: Done. } }
          /money:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: 'https://example.com/schemas/money' } } }
              responses: { '200': { description: Done. } }
          /bills:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/Bill' } } }
              responses: { '200': { description: Done. } }
          /trees:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } }
              responses: { '200': { description: Done. } }
          /strict-trees:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/StrictTree' } } }
              responses: { '200': { description: Done. } }
        components:
          schemas:
            Count: { $anchor: count, type: integer, maximum: 9 }
            Price: { $anchor: price, type: number, minimum: 1 }
            Money:
              $id: https://example.com/schemas/money
              type: object
              required: [amount]
              properties: { amount: { $ref: '#amount' }, currency: { $ref: '#/$defs/Currency' } }
              $defs:
                Amount: { $anchor: amount, type: integer }
                Currency: { type: string, minLength: 3 }
            Bill:
              $id: https://example.com/schemas/bill
              type: object
              properties: { net: { $ref: money }, tax: { $ref: 'money#amount' } }
            Tree:
              $id: https://example.com/schemas/tree
              $dynamicAnchor: node
              type: object
              properties:
                value: true
                children: { type: array, items: { $dynamicRef: '#node' } }
            StrictTree:
              $id: https://example.com/schemas/strict-tree
              $dynamicAnchor: node
              $ref: tree
              unevaluatedProperties: false
        """

    /// Nothing is to be read for a schema that stands in the description.
    private struct Unreadable: Error {
        let uri: String
    }

    private func client() throws -> InProcessClient {
        let loaded = DescriptionLoader.load(
            bytes: Array(Self.text.utf8), uri: "file:///shop.yaml", name: "shop.yaml",
            readFile: { uri in throw Unreadable(uri: uri) })
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        var policy = Policy()
        policy.unboundOperations = .fallback
        policy.responses.type = .off
        policy.responses.body = .off
        let compilation = APICompiler().compile([
            SpecInput(document: try #require(loaded.document), nodes: nodes, policy: policy)
        ])
        #expect(compilation.diagnostics.filter { $0.severity == .error } == [])
        return InProcessClient(try #require(compilation.api))
    }

    @Test(arguments: [
        ("/prices/5", "1.5", 200), ("/prices/5", "0", 400), ("/prices/5", "\"1\"", 400), ("/prices/10", "1", 400),
        ("/prices/x", "1", 400),
        ("/money", #"{"amount": 1}"#, 200), ("/money", #"{"amount": 1.5}"#, 400), ("/money", "{}", 400),
        ("/money", #"{"amount": 1, "currency": "EUR"}"#, 200), ("/money", #"{"amount": 1, "currency": "E"}"#, 400),
        ("/bills", #"{"net": {"amount": 1}, "tax": 2}"#, 200), ("/bills", #"{"net": {}}"#, 400),
        ("/bills", #"{"net": {"amount": 1}, "tax": "2"}"#, 400),
        ("/trees", #"{"children": [{"value": 1, "extra": 2}]}"#, 200), ("/trees", #"{"children": [1]}"#, 400),
        ("/strict-trees", #"{"children": [{"value": 1, "children": []}]}"#, 200),
        ("/strict-trees", #"{"children": [{"value": 1, "extra": 2}]}"#, 400),
        ("/strict-trees", #"{"children": [{"children": [{"extra": 2}]}]}"#, 400),
    ])
    func `check what is sent`(path: String, body: String, status: Int) async throws {
        let answer = try await client().send("POST", path, body: body)
        #expect(answer.status == status, "\(answer.body)")
    }

    @Test func `say where in the description the rule stands that was broken`() async throws {
        let client = try client()
        let money = await client.send("POST", "/money", body: #"{"amount": "1"}"#)
        let place = money.json?["violations"]?[0]?["schema"]?.string
        #expect(place == "#/components/schemas/Money/$defs/Amount/type", "\(money.body)")
        let tree = await client.send("POST", "/strict-trees", body: #"{"children": [{"extra": 2}]}"#)
        let unevaluated = tree.json?["violations"]?[0]?["schema"]?.string
        #expect(unevaluated == "#/components/schemas/StrictTree/unevaluatedProperties", "\(tree.body)")
    }
}
