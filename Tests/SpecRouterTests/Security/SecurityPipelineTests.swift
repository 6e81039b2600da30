import OpenAPIModel
import SpecRouter
import Testing

@Suite("Credentials on the way of a request")
struct SecurityPipelineTests {
    static let description = """
        openapi: 3.1.0
        info: { title: Notes, version: 1.0.0 }
        security: [ { Basic: [notes] }, { Key: [] } ]
        paths:
          /notes:
            get:
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array } } } }
                '404': { description: none, content: { application/json: { schema: { const: none } } } }
        components:
          securitySchemes:
            Basic: { type: http, scheme: basic }
            Key: { type: apiKey, in: query, name: key }
        """

    private static func api(_ security: SecurityConfiguration) throws -> CompiledAPI {
        let loaded = DescriptionLoader.load(
            bytes: Array(description.utf8), uri: "file:///notes.yaml", name: "notes.yaml"
        ) { _ in [] }
        var nodes = NodeRegistry()
        nodes.fallback(.mock)
        var policy = Policy()
        policy.unknownQuery = .refuse
        let input = SpecInput(
            document: try #require(loaded.document), nodes: nodes, security: security, policy: policy)
        return try #require(APICompiler().compile([input]).api)
    }

    private static let verified: SecurityConfiguration = [
        "Key": .apiKeys(.plain(["reader": "secret"])),
        "Basic": .basic(
            UserStore([
                .init(name: "ann", password: PasswordHash(hashing: Secret("pw"), iterations: 1_000), scopes: ["notes"]),
                .init(name: "bob", password: PasswordHash(hashing: Secret("pw"), iterations: 1_000)),
            ])),
    ]

    @Test(
        arguments: [
            ("/notes?key=secret", nil, 200, "reader"), ("/notes?key=wrong", nil, 401, nil), ("/notes", nil, 401, nil),
            ("/notes?other=secret", nil, 401, nil), ("/notes?key=secret&other=1", nil, 400, "reader"),
            ("/notes", "Basic YW5uOnB3", 200, "ann"), ("/notes", "Basic Ym9iOnB3", 403, nil),
            ("/notes", "Basic YW5uOnFx", 401, nil), ("/notes", "Bearer YW5uOnB3", 401, nil),
        ] as [(String, String?, Int, String?)])
    func `are verified before all else`(
        target: String, authorization: String?, status: Int, principal: String?
    ) async throws {
        let fields: [HeaderField] = authorization.map { [("Authorization", $0)] } ?? []
        let head = RequestHead(method: "GET", target: target, fields: fields, requestID: "1")
        let response = try await Self.api(Self.verified).respond(to: head)
        #expect(response.status == status)
        #expect(response.summary.principals.first?.name == principal)
        let challenges = response.fields.filter { $0.name == "WWW-Authenticate" }.map(\.value)
        #expect(
            challenges
                == (status == 401
                    ? [#"Basic realm="Notes", charset="UTF-8""#, #"ApiKey realm="Notes", in="query", name="key""#] : [])
        )
    }

    @Test func `are called unverified where any will do`() async throws {
        let head = RequestHead(method: "GET", target: "/notes?key=x", requestID: "1")
        let response = try await Self.api(.acceptAny).respond(to: head)
        #expect(response.status == 200)
        #expect(response.summary.principals.map(\.name) == ["unverified"])
    }

    @Test func `keep an API from being served when nothing verifies them`() throws {
        let loaded = DescriptionLoader.load(
            bytes: Array(Self.description.utf8), uri: "file:///notes.yaml", name: "notes.yaml"
        ) { _ in [] }
        var nodes = NodeRegistry()
        nodes.fallback(.mock)
        let compilation = APICompiler().compile([SpecInput(document: try #require(loaded.document), nodes: nodes)])
        #expect(compilation.api == nil)
        #expect(compilation.diagnostics.filter { $0.code == .unverifiedSecurityScheme }.count == 2)
    }

    @Test(arguments: [("code=404", 404), ("code=418", 501), ("", 200)])
    func `and the mock's preferences come through`(prefer: String, status: Int) async throws {
        let head = RequestHead(
            method: "GET", target: "/notes?key=secret", fields: [("Prefer", prefer)], requestID: "1")
        #expect(try await Self.api(Self.verified).respond(to: head).status == status)
    }
}
