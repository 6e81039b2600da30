import JSONCore
import SpecRouter
import SpecRouterTesting
import Testing

@Suite("The pipeline from head to answer")
struct PipelineTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var request: String
        var fields: [(String, String)] = []
        var body: String?
        var status: Int
        var problem: String?
        /// `in name pointer keyword`, one for each violation.
        var violations: [String] = []

        var testDescription: String { "\(request) -> \(status)" }
    }

    static let key = [("X-API-Key", "secret")]

    static let cases: [Case] = [
        Case(request: "GET /v1/pets", status: 200),
        Case(request: "GET /v1/pets?limit=5&tags=a,b&filter[age]=3&unknown=1", status: 200),
        Case(request: "HEAD /v1/pets", status: 200),
        Case(request: "OPTIONS /v1/pets", status: 204),
        Case(request: "OPTIONS *", status: 204),
        Case(request: "GET http://example.com/v1/pets/7", status: 200),
        Case(request: "GET /pets", status: 404, problem: "route-not-found"),
        Case(request: "GET /v1/pets/", status: 404, problem: "route-not-found"),
        Case(request: "PUT /v1/pets", status: 405, problem: "method-not-allowed"),
        Case(request: "DELETE /v1/pets/1", status: 501, problem: "operation-not-implemented"),
        Case(
            request: "GET /v1/pets?limit=0", status: 400, problem: "invalid-request",
            violations: ["query limit  minimum"]),
        Case(
            request: "GET /v1/pets?limit=x&filter[age]=y", status: 400, problem: "invalid-request",
            violations: ["query limit  type", "query filter /age type"]),
        Case(
            request: "GET /v1/pets?limit=1&limit=2", status: 400, problem: "invalid-request",
            violations: ["query limit  duplicate"]),
        Case(request: "GET /v1/pets/abc", status: 400, problem: "invalid-request", violations: ["path petId  type"]),
        Case(
            request: "GET /v1/pets/1", fields: [("X-Trace", "nope"), ("Cookie", "session=x")], status: 400,
            problem: "invalid-request", violations: ["header X-Trace  format", "cookie session  type"]),
        Case(request: "POST /v1/pets", body: "{}", status: 401, problem: "unauthorized"),
        Case(
            request: "POST /v1/pets", fields: [("X-API-Key", "wrong")], body: "{}", status: 401,
            problem: "unauthorized"),
        Case(request: "POST /v1/pets", fields: key, body: #"{"name":"Rex","age":null}"#, status: 200),
        Case(
            request: "POST /v1/pets", fields: key, body: #"{"name":"","extra":1}"#, status: 400,
            problem: "invalid-request", violations: ["body  /name minLength", "body  /extra additionalProperties"]),
        Case(
            request: "POST /v1/pets", fields: key, body: #"{"name":"#, status: 400, problem: "invalid-request",
            violations: ["body   syntax"]),
        Case(
            request: "POST /v1/pets", fields: key, status: 400, problem: "invalid-request",
            violations: ["body   required"]),
        Case(
            request: "POST /v1/pets", fields: key + [("Content-Type", "text/csv")], body: "a,b", status: 415,
            problem: "unsupported-media-type"),
        Case(
            request: "POST /v1/pets", fields: key + [("Content-Type", "application/x-www-form-urlencoded")],
            body: "name=Rex&age=3", status: 200),
        Case(
            request: "GET /v1/pets", fields: [("Accept", "text/csv")], status: 406, problem: "not-acceptable"),
        Case(request: "GET /v1/pets", body: "{}", status: 415, problem: "unsupported-media-type"),
    ]

    @Test("answers as the rules say", arguments: cases)
    func answers(_ example: Case) async throws {
        let parts = example.request.split(separator: " ", maxSplits: 1).map(String.init)
        let client = try PetstoreAPI.echoing()
        let response = await client.send(parts[0], parts[1], example.fields, body: example.body)
        #expect(response.status == example.status, "\(response.body)")
        #expect(response.problem == example.problem, "\(response.body)")
        let violations = response.json?["violations"]?.elements.map { violation in
            ["in", "name", "pointer", "keyword"].map { violation[$0]?.string ?? "" }.joined(separator: " ")
        }
        #expect(Set(violations ?? []) == Set(example.violations), "\(response.body)")
    }

    @Test("a 401 challenges, a 405 allows, a 415 accepts")
    func headersOfRefusals() async throws {
        let client = try PetstoreAPI.echoing()
        let unauthorized = await client.send("POST", "/v1/pets", body: "{}")
        #expect(unauthorized.field("www-authenticate")?.contains(#"in="header", name="X-API-Key""#) == true)
        let notAllowed = await client.send("PUT", "/v1/pets")
        #expect(notAllowed.field("allow") == "GET, POST, HEAD, OPTIONS")
        let unsupported = await client.send(
            "POST", "/v1/pets", [("X-API-Key", "secret"), ("Content-Type", "text/csv")], body: "a")
        #expect(unsupported.field("accept") == "application/json, application/x-www-form-urlencoded")
    }

    @Test("a violation names its place in the description")
    func schemaPlaces() async throws {
        let client = try PetstoreAPI.echoing()
        let response = await client.send("POST", "/v1/pets", [("X-API-Key", "secret")], body: #"{"name":""}"#)
        let schema = response.json?["violations"]?[0]?["schema"]?.string
        #expect(schema == "#/components/schemas/NewPet/properties/name/minLength")
    }

    @Test("echo shows decoded, typed values with defaults")
    func echo() async throws {
        let client = try PetstoreAPI.echoing()
        let response = await client.send("GET", "/v1/pets?tags=a,b&filter[age]=3")
        let query = response.json?["parameters"]?["query"]
        #expect(query == (try JSON(parsing: #"{"limit":20,"tags":["a","b"],"filter":{"age":3}}"#)))
        #expect(response.json?["operation"]?.string == "GET /pets")
        #expect(response.json?["node"]?.string == "pets.list")
    }

    @Test("unknown query parameters are refused when the policy says so")
    func unknownQuery() async throws {
        var policy = Policy()
        policy.unknownQuery = .refuse
        let client = try PetstoreAPI.echoing(policy: policy)
        let response = await client.send("GET", "/v1/pets?nope=1")
        #expect(response.status == 400)
        #expect(response.json?["violations"]?[0]?["keyword"]?.string == "unknown")
    }

    @Test("the description is served with its mount")
    func servedDescription() async throws {
        let client = try PetstoreAPI.echoing()
        let json = await client.send("GET", "/v1/openapi.json")
        #expect(json.json?["servers"]?[0]?["url"]?.string == "/v1")
        let yaml = await client.send("GET", "/v1/openapi.yaml")
        #expect(yaml.field("content-type") == "application/yaml")
        #expect(yaml.body.contains("openapi:"))
    }
}
