import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

struct `A page of another origin` {
    static let app = "https://app.example"

    static let description = """
        openapi: 3.1.0
        info: { title: C, version: "1" }
        components: { securitySchemes: { Key: { type: apiKey, in: header, name: X-Key }, Token: { type: http, scheme: bearer } } }
        paths:
          /pets:
            get:
              x-entry-node-id: pets
              parameters: [ { name: X-Tenant, in: header, schema: { type: string } } ]
              responses:
                '200':
                  description: ok
                  headers: { X-Total: { schema: { type: integer } } }
                  content: { text/plain: {} }
            put:
              x-entry-node-id: pets
              security: [ { Key: [] }, { Token: [] } ]
              requestBody: { content: { text/plain: {} } }
              responses: { '200': { description: ok, content: { text/plain: {} } } }
          /stream: { get: { x-entry-node-id: stream, responses: { '200': { description: ok, content: { text/plain: {} } } } } }
        """

    static func api(_ sharing: CrossOriginSharing?) throws -> CompiledAPI {
        let loaded = DescriptionLoader.load(bytes: Array(description.utf8), uri: "file:///c.yaml", name: "c.yaml") {
            _ in
            []
        }
        var nodes = NodeRegistry()
        nodes.register("pets") { _ in
            .text("pets", headerFields: [.accessControlAllowOrigin: "https://evil.example"])
        }
        nodes.register("stream") { _ in .stream(contentType: "text/plain", length: 2) { try await $0.write("hi") } }
        let keys = KeyStore.plain(["alice": "s3cret"])
        let input = SpecInput(
            document: try #require(loaded.document), nodes: nodes,
            security: ["Key": .apiKeys(keys), "Token": .bearer(keys)],
            crossOrigin: sharing)
        return try #require(APICompiler().compile([input]).api)
    }

    static func answer(_ sharing: CrossOriginSharing?, _ line: String, _ fields: String...) async throws -> Answer {
        let api = try Self.api(sharing)
        var answer: Answer?
        try await withServer(api: api) { server in
            let head = ["\(line) HTTP/1.1", "Host: a"] + fields
            let client = try await server.client(sending: head.joined(separator: "\r\n") + "\r\n\r\n")
            answer = await client.answers(1).first
        }
        return try #require(answer)
    }

    static let preflight = "Access-Control-Request-Method: PUT"

    @Test func `is told what it may send, before security`() async throws {
        let sharing = CrossOriginSharing(
            with: .originsWithCredentials([Self.app]), headers: ["X-Extra", "x-key"], maxAge: .seconds(600))
        let answer = try await Self.answer(sharing, "OPTIONS /pets", "Origin: \(Self.app)", Self.preflight)
        #expect(answer.status == 204)
        #expect(answer.fields["access-control-allow-origin"] == Self.app)
        #expect(answer.fields["access-control-allow-credentials"] == "true")
        #expect(answer.fields["access-control-allow-methods"] == "PUT")
        #expect(answer.fields["access-control-allow-headers"] == "Content-Type, x-key, Authorization, X-Extra")
        #expect(answer.fields["access-control-max-age"] == "600")
        #expect(answer.fields["vary"] == "Origin, Access-Control-Request-Method, Access-Control-Request-Headers")
    }

    @Test func `is told of the fields that the description has`() async throws {
        let answer = try await Self.answer(
            CrossOriginSharing(with: .everybody), "OPTIONS /pets", "Origin: null", "Access-Control-Request-Method: GET")
        #expect(answer.fields["access-control-allow-origin"] == "*")
        #expect(answer.fields["access-control-allow-headers"] == "X-Tenant")
        #expect(answer.fields["access-control-allow-credentials"] == nil)
        #expect(answer.fields["access-control-max-age"] == nil)
    }

    @Test(arguments: [
        ("OPTIONS /pets", "Origin: https://other.example", preflight),
        ("OPTIONS /pets", "Origin: https://app.example:8443", preflight),
        ("OPTIONS /pets", "Origin: https://APP.example", preflight),
        ("OPTIONS /pets", "Origin: null", preflight),
        ("OPTIONS /pets", "X: no origin", preflight),
        ("OPTIONS /pets", "Origin: https://app.example", "Access-Control-Request-Method: DELETE"),
        ("OPTIONS /nowhere", "Origin: https://app.example", preflight),
        ("OPTIONS /pets", "Origin: https://app.example", "X: no method"),
    ])
    func `is told nothing that would let it send`(_ line: String, _ origin: String, _ method: String) async throws {
        let answer = try await Self.answer(CrossOriginSharing(with: .origins([Self.app])), line, origin, method)
        #expect(answer.fields["access-control-allow-methods"] == nil)
        #expect([204, 404].contains(answer.status))
    }

    @Test(arguments: ["GET /pets", "GET /stream", "PUT /pets", "GET /nowhere", "DELETE /pets"])
    func `may read every answer, problems too`(_ line: String) async throws {
        let sharing = CrossOriginSharing(with: .origins([Self.app]), exposedHeaders: ["ETag"])
        let answer = try await Self.answer(sharing, line, "Origin: \(Self.app)")
        #expect(answer.fields["access-control-allow-origin"] == Self.app)
        #expect(answer.fields["access-control-expose-headers"]?.hasPrefix("X-Request-Id") == true)
        #expect(answer.fields["access-control-expose-headers"]?.hasSuffix("ETag") == true)
        #expect(answer.fields["vary"] == "Origin")
        if line == "GET /pets" {
            #expect(answer.fields["access-control-expose-headers"] == "X-Request-Id, X-Total, ETag")
        }
    }

    @Test(arguments: ["Origin: https://other.example", "Origin: *", "X: none"])
    func `that has no access gets an answer that its browser keeps`(_ origin: String) async throws {
        let answer = try await Self.answer(CrossOriginSharing(with: .origins([Self.app])), "GET /pets", origin)
        #expect(answer.status == 200)
        #expect(answer.body == "pets")
        #expect(answer.fields["access-control-allow-origin"] == nil)
        #expect(answer.fields["access-control-expose-headers"] == nil)
        #expect(answer.fields["vary"] == "Origin")
    }

    @Test func `reads too large a request's problem`() async throws {
        let answer = try await Self.answer(
            CrossOriginSharing(with: .everybody), "PUT /pets", "Origin: a", "X-Key: s3cret", "Content-Type: text/plain",
            "Content-Length: 99999999999999")
        #expect(answer.status == 413)
        #expect(answer.fields["access-control-allow-origin"] == "*")
        #expect(answer.fields["vary"] == nil)
    }

    @Test func `is nobody where nothing is shared`() async throws {
        let answer = try await Self.answer(nil, "OPTIONS /pets", "Origin: \(Self.app)", Self.preflight)
        #expect(answer.fields["allow"] == "GET, PUT, HEAD, OPTIONS")
        #expect(!answer.fields.keys.contains { $0.hasPrefix("access-control") })
        #expect(answer.fields["vary"] == nil)
    }

    @Test func `is named for all or for one description`() throws {
        let configuration = try GatewayConfiguration.parsing(
            """
            cors: { origins: [ "*" ] }
            specs:
              - { source: a.yaml }
              - { source: b.yaml, cors: { origins: [] } }
              - source: c.yaml
                cors: { origins: [ "https://a.example" ], credentials: true, headers: [ X ], exposedHeaders: [ Y ], maxAge: 5m }
            """)
        #expect(
            Gateway(configuration).specs.map(\.crossOrigin) == [
                CrossOriginSharing(with: .everybody), nil,
                CrossOriginSharing(
                    with: .originsWithCredentials(["https://a.example"]), headers: ["X"], exposedHeaders: ["Y"],
                    maxAge: .seconds(300)),
            ])
    }
}
