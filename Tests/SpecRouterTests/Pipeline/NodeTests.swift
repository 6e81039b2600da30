import JSONCore
import OpenAPIModel
import SpecRouter
import SpecRouterTesting
import Testing

@Suite("Nodes")
struct NodeTests {
    struct NewPet: Decodable {
        var name: String
        var age: Int?
    }

    struct Pet: Codable {
        var id: Int
        var name: String
    }

    struct ListPets: Decodable {
        var limit: Int
        var tags: [String]?
    }

    private func nodes(
        create: @escaping @Sendable (NewPet, ValidatedRequest) async throws -> NodeResponse
    ) -> NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("pets.list", input: ListPets.self) { input, _ in ["limit": input.limit] }
        nodes.register("pets.create", body: NewPet.self, create)
        nodes.register("pets.get") { request in
            try .json(Pet(id: try request.path("petId"), name: "Rex"))
        }
        return nodes
    }

    private func client(_ nodes: NodeRegistry, policy: Policy = Policy()) throws -> InProcessClient {
        let api = try PetstoreAPI.compile(nodes: nodes, security: .acceptAny, policy: policy)
        return InProcessClient(api)
    }

    private let key: [HeaderField] = [("X-API-Key", "any")]

    @Test("a typed node gets the checked body, and its answer is checked")
    func typedBody() async throws {
        let client = try client(
            nodes { pet, request in
                #expect(request.principal?.name == "unverified")
                return try .json(Pet(id: 1, name: pet.name), status: .created)
            })
        let response = await client.send("POST", "/v1/pets", key, body: #"{"name":"Rex"}"#)
        #expect(response.status == 201)
        #expect(response.body == #"{"id":1,"name":"Rex"}"#)
    }

    @Test("parameters of all locations as one value; an Encodable result is the success response")
    func typedInput() async throws {
        let client = try client(nodes { _, _ in NodeResponse(status: .ok) })
        #expect(await client.send("GET", "/v1/pets?limit=7").body == #"{"limit":7}"#)
        #expect(await client.send("GET", "/v1/pets").body == #"{"limit":20}"#)
        #expect(await client.send("GET", "/v1/pets/9").body == #"{"id":9,"name":"Rex"}"#)
    }

    @Test(
        "an answer that breaks the description does not leave",
        arguments: [
            NodeResponse(status: .ok), NodeResponse(status: .created), .text("hello", status: .created),
            .bytes(Array(#"{"id":"x"}"#.utf8), contentType: "application/json", status: .created),
        ])
    func brokenAnswers(_ answer: NodeResponse) async throws {
        let client = try client(nodes { _, _ in answer })
        let response = await client.send("POST", "/v1/pets", key, body: #"{"name":"Rex"}"#)
        #expect(response.status == 500)
        #expect(response.problem == "invalid-response")
        #expect(response.response.summary.fault != nil)
    }

    @Test("with the checks off it leaves as it is")
    func checksOff() async throws {
        var policy = Policy()
        policy.responses.status = .off
        policy.responses.body = .report
        let client = try client(nodes { _, _ in .bytes([], contentType: "a/b", status: .accepted) }, policy: policy)
        let response = await client.send("POST", "/v1/pets", key, body: #"{"name":"Rex"}"#)
        #expect(response.status == 202)
    }

    @Test("what a node throws is not told, a problem is")
    func failures() async throws {
        struct Leak: Error {}
        let failing = try client(nodes { _, _ in throw Leak() })
        let failed = await failing.send("POST", "/v1/pets", key, body: #"{"name":"Rex"}"#)
        #expect(failed.status == 500)
        #expect(!failed.body.contains("Leak"))
        #expect(failed.response.summary.fault?.contains("Leak") == true)
        let refusing = try client(nodes { _, _ in throw Problem(.forbidden, "Not yours.") })
        let refused = await refusing.send("POST", "/v1/pets", key, body: #"{"name":"Rex"}"#)
        #expect(refused.status == 403)
    }

    @Test("an unknown id is refused with the nearest spelling")
    func unknownID() throws {
        var nodes = NodeRegistry()
        nodes.register("pets.lists", .echo)
        nodes.register("pets.get", .echo)
        nodes.register("pets.create", .echo)
        let loaded = DescriptionLoader.load(
            bytes: Array(PetstoreAPI.description.utf8), uri: "file:///test/pets.yaml", name: "pets.yaml",
            readFile: { _ in [] })
        let document = try #require(loaded.document)
        let input = SpecInput(document: document, nodes: nodes, security: .acceptAny)
        let compilation = APICompiler().compile([input])
        #expect(compilation.api == nil)
        let message = try #require(compilation.diagnostics.first { $0.severity == .error }?.message)
        #expect(message.contains(#"did you mean "pets.lists"?"#))
        #expect(message.contains("pets.yaml:"))
    }

    @Test("two descriptions may not claim one method and path")
    func collision() throws {
        let loaded = DescriptionLoader.load(
            bytes: Array(PetstoreAPI.description.utf8), uri: "file:///test/pets.yaml", name: "pets.yaml",
            readFile: { _ in [] })
        let document = try #require(loaded.document)
        var nodes = NodeRegistry()
        for id in ["pets.list", "pets.create", "pets.get"] { nodes.register(id, .echo) }
        let input = SpecInput(document: document, nodes: nodes, security: .acceptAny)
        #expect(APICompiler().compile([input, input]).api == nil)
        var moved = input
        moved.mount = "/v2"
        #expect(APICompiler().compile([input, moved]).api != nil)
    }
}
