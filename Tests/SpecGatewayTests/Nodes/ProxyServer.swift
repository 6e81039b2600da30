import Logging
import OpenAPIModel
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

/// A gateway before an upstream: what clients and upstream see is in the test.
enum ProxyServer {
    static let description = """
        openapi: 3.1.0
        info: { title: P, version: "1" }
        servers: [ { url: /api/v1 } ]
        components:
          securitySchemes:
            Key: { type: apiKey, in: header, name: X-Key }
            Query: { type: apiKey, in: query, name: key }
            Cookie: { type: apiKey, in: cookie, name: session }
            Any: { type: http, scheme: bearer }
          schemas: { Pet: { type: object, required: [ id ], properties: { id: { type: integer } } } }
          responses:
            Pet: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
        paths:
          /pets/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { $ref: '#/components/responses/Pet' }, '302': { description: elsewhere } }
            put:
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses: { '200': { $ref: '#/components/responses/Pet' }, '204': { description: done } }
          /keyed: { get: { security: [ { Key: [] } ], responses: { '200': { $ref: '#/components/responses/Pet' } } } }
          /queried: { get: { security: [ { Query: [] } ], responses: { '200': { $ref: '#/components/responses/Pet' } } } }
          /baked: { get: { security: [ { Cookie: [] } ], responses: { '200': { $ref: '#/components/responses/Pet' } } } }
          /any: { get: { security: [ { Any: [] } ], responses: { '200': { $ref: '#/components/responses/Pet' } } } }
          /file:
            get: { responses: { '200': { description: ok, content: { application/octet-stream: {} } } } }
            post:
              requestBody: { content: { application/octet-stream: {} } }
              responses: { '200': { description: ok, content: { application/octet-stream: {}, text/plain: {} } } }
          /form:
            post:
              requestBody:
                content:
                  multipart/form-data:
                    schema:
                      required: [ name ]
                      properties: { name: { type: string }, file: { type: string, format: binary } }
              responses: { '200': { $ref: '#/components/responses/Pet' } }
        """

    static func run(
        _ play: @escaping UpstreamServer.Play, policy: Policy = Policy(), limits: Limits = .hasty(),
        accessLog: AccessLogFormat = .off, log: @escaping @Sendable ([UInt8]) -> Void = { _ in },
        change: (inout Upstream) -> Void = { _ in }, _ body: (RunningServer) async throws -> Void
    ) async throws {
        try await UpstreamServer.run(play) { upstream in
            try await run(
                before: upstream.url, policy: policy, limits: limits, accessLog: accessLog, log: log, change: change,
                body)
        }
    }

    static func run(
        before url: String, policy: Policy = Policy(), limits: Limits = .hasty(), accessLog: AccessLogFormat = .off,
        log: @escaping @Sendable ([UInt8]) -> Void = { _ in },
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        change: (inout Upstream) -> Void = { _ in }, configured: (inout ServerConfiguration) -> Void = { _ in },
        _ body: (RunningServer) async throws -> Void
    ) async throws {
        var upstream = try Upstream(url)
        change(&upstream)
        var nodes = NodeRegistry()
        nodes.fallback(.proxy(upstream))
        let loaded = DescriptionLoader.load(
            bytes: Array(description.utf8), uri: "file:///p.yaml", name: "p.yaml"
        ) { _ in [] }
        let keys = KeyStore.plain(["alice": "s3cret"])
        let input = SpecInput(
            document: try #require(loaded.document), diagnostics: loaded.diagnostics, nodes: nodes,
            security: ["Key": .apiKeys(keys), "Query": .apiKeys(keys), "Cookie": .apiKeys(keys), "Any": .acceptAny],
            policy: policy)
        let compilation = APICompiler(limits: limits, spool: .temporaryFiles(in: "/tmp")).compile([input])
        #expect(compilation.diagnostics.filter { $0.severity == .error }.map { $0.rendered(color: .none) } == [])
        let api = try #require(compilation.api)
        try await withServer(
            limits: limits, api: api, accessLog: accessLog, logger: logger, log: log, configured: configured, body)
    }

    /// One exchange: what the upstream got, and what the client.
    static func exchange(
        _ request: String, to base: String = "",
        answer: @escaping UpstreamServer.Play = { try await $0.answer(#"{"id":1}"#) },
        change: (inout Upstream) -> Void = { _ in }, configured: (inout ServerConfiguration) -> Void = { _ in }
    ) async throws -> (head: [String], answer: Answer) {
        let heads = Mutex<[String]>([])
        var answers: [Answer] = []
        let play: UpstreamServer.Play = { connection in
            while let head = try await connection.head() {
                heads.withLock { $0.append(head) }
                try await answer(&connection)
            }
        }
        try await UpstreamServer.run(play) { upstream in
            try await run(before: upstream.url + base, change: change, configured: configured) { server in
                let client = try await server.client(sending: request)
                answers = await client.answers(1)
            }
        }
        let lines = heads.withLock { $0 }.first?.split(separator: "\r\n").map(String.init) ?? []
        return (lines, try #require(answers.first))
    }
}
