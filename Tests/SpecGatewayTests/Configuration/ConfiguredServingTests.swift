import OpenAPIModel
import SpecGateway
import SpecRouter
import Testing

struct `A configuration's nodes and keys` {
    static let description = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        security: [ { Key: [] }, { Token: [] }, { Basic: [] } ]
        components:
          securitySchemes:
            Key: { type: apiKey, in: header, name: X-Key }
            Token: { type: http, scheme: bearer }
            Basic: { type: http, scheme: basic }
        paths:
          /json: { get: { x-entry-node-id: a.json, responses: { default: { description: "", content: { "*/*": {} } } } } }
          /text: { get: { x-entry-node-id: a.text, responses: { default: { description: "", content: { "*/*": {} } } } } }
          /body: { get: { x-entry-node-id: a.body, responses: { default: { description: "", content: { "*/*": {} } } } } }
          /none: { get: { x-entry-node-id: a.none, responses: { default: { description: "" } } } }
          /echo: { get: { responses: { default: { description: "", content: { "*/*": {} } } } } }
        """

    static let configuration = """
        nodes:
          a.json: { use: respond, status: 201, headers: { X-A: 1, X-B: true }, json: { id: [ 1, "é" ] } }
          a.text: { use: respond, text: "héllo", headers: { content-type: text/x } }
          a.body: { use: respond, body: "<a/>" }
          a.none: { use: respond, status: 204 }
        fallback: echo
        security:
          Key:
            keys:
              - { name: alice, sha256: "\(KeyStore.hash("right"))", expires: 9999-01-01T00:00:00Z }
              - { name: bob, sha256: "\(KeyStore.hash("late"))", expires: 2001-01-01T00:00:00+02:00 }
          Token: { tokens: [ { name: carol, sha256: "\(KeyStore.hash("token"))" } ] }
          Basic: { users: [ { name: dave, password: "\(PasswordHash(hashing: Secret("pw"), iterations: 1000))" } ] }
        """

    private func compile(_ configuration: String) throws -> Compilation {
        let configuration = try GatewayConfiguration.parsing("specs: [ { source: t.yaml } ]\n" + configuration)
        let settings = try #require(Gateway(configuration).specs.first)
        let loaded = DescriptionLoader.load(
            bytes: Array(Self.description.utf8), uri: "file:///t.yaml", name: "t.yaml"
        ) { _ in [] }
        let spec = SpecInput(
            document: try #require(loaded.document), diagnostics: loaded.diagnostics, nodes: settings.nodes,
            security: settings.security, policy: settings.policy)
        return APICompiler().compile([spec])
    }

    private func answer(_ path: String, _ fields: [HeaderField]) async throws -> SpecRouter.Response {
        let compilation = try compile(Self.configuration)
        let api = try #require(compilation.api, "\(compilation.diagnostics)")
        return await api.respond(
            to: RequestHead(method: "GET", target: path, fields: fields, requestID: "1"), body: .none)
    }

    @Test(arguments: [
        ("/json", 201, "application/json", #"{"id":[1,"é"]}"#), ("/text", 200, "text/x", "héllo"),
        ("/body", 200, "application/octet-stream", "<a/>"), ("/none", 204, nil, ""),
    ])
    func `answer`(_ path: String, _ status: Int, _ type: String?, _ body: String) async throws {
        let response = try await answer(path, [("X-Key", "right")])
        #expect(response.status == status)
        #expect(response.firstField("content-type") == type)
        var text = ""
        if case .bytes(let bytes) = response.body { text = String(decoding: bytes, as: UTF8.self) }
        #expect(text == body)
        #expect(response.firstField("x-a") == (path == "/json" ? "1" : nil))
        #expect(response.firstField("x-b") == (path == "/json" ? "true" : nil))
    }

    @Test(arguments: [
        ("X-Key", "right", 200), ("X-Key", "late", 401), ("X-Key", "wrong", 401),
        ("Authorization", "Bearer token", 200),
        ("Authorization", "Bearer right", 401), ("X-Other", "right", 401),
        ("Authorization", "Basic ZGF2ZTpwdw==", 200), ("Authorization", "Basic ZGF2ZTpwdzI=", 401),
    ])
    func `decide who passes`(_ name: String, _ value: String, _ status: Int) async throws {
        #expect(try await answer("/echo", [(name, value)]).status == status)
    }

    @Test(arguments: [("Key", "keys"), ("Token", "keys"), ("Basic", "users")])
    func `refuse to serve without the environment variable`(_ scheme: String, _ holding: String) throws {
        let compilation = try compile(
            """
            policy: { unboundOperations: notImplemented }
            security: { \(scheme): { environment: NO_SUCH_VARIABLE, holds: \(holding) } }
            """)
        #expect(compilation.api == nil)
        #expect(compilation.diagnostics.contains { $0.message.contains("\"NO_SUCH_VARIABLE\" is not set") })
    }
}
