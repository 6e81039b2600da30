import OpenAPIModel
import SpecRouter
import Testing

@Suite("What is said of routes when an API compiles")
struct RouteFindingTests {
    @Test("Paths that cross are told of once, however many servers they are under")
    func crossing() throws {
        let text = """
            openapi: 3.1.0
            info: { title: Crossing, version: '1' }
            servers: [ { url: '/{base}', variables: { base: { default: a, enum: [a, b, c] } } } ]
            paths:
              /x/y/{id}: { get: { x-entry-node-id: n, parameters: [ \(Self.id) ], responses: { '200': { description: A } } } }
              /x/{id}/z: { get: { x-entry-node-id: n, parameters: [ \(Self.id) ], responses: { '200': { description: A } } } }
            """
        let loaded = DescriptionLoader.load(
            bytes: Array(text.utf8), uri: "file:///crossing.yaml", name: "crossing.yaml", readFile: { _ in [] })
        var nodes = NodeRegistry()
        nodes.register("n") { _ in try .json(1) }
        let input = SpecInput(document: try #require(loaded.document), nodes: nodes)
        let found = APICompiler().compile([input]).diagnostics
        #expect(
            found.map(\.message) == [
                "Some requests fit \"/a/x/y/{id}\" as well as \"/a/x/{id}/z\"; they go to the first, which is literal further left."
            ])
    }

    private static let id = "{ name: id, in: path, required: true, schema: { type: string } }"
}
