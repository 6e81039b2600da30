import JSONCore
import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

/// Every problem as a client gets it, over a socket.
@Suite struct ProblemCatalogueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let kind: Problem.Kind
        let request: String
        var testDescription: String { kind.rawValue }

        /// A request with a complete head; `rest` is what follows the `Host`.
        init(_ kind: Problem.Kind, _ line: String, _ rest: String = "", _ body: String = "") {
            self.kind = kind
            request = "\(line) HTTP/1.1\r\nHost: a\r\n\(rest)\r\n\(body)"
        }

        init(_ kind: Problem.Kind, raw request: String) {
            self.kind = kind
            self.request = request
        }
    }

    static let long = String(repeating: "a", count: 17_000)

    /// A file that is too large for memory, where there is no directory for it.
    static let upload =
        "--b\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n\(long)\r\n--b--\r\n"

    static let cases = [
        Case(.malformedRequest, raw: "GET /open HTTP/1.1\r\n\r\n"),
        Case(.invalidRequest, "GET /open?limit=x"),
        Case(.unauthorized, "GET /closed"),
        Case(.forbidden, "GET /closed", "X-Key: right\r\n"),
        Case(.routeNotFound, "GET /nowhere"),
        Case(.methodNotAllowed, "DELETE /open"),
        Case(.notAcceptable, "GET /open", "Accept: image/png\r\n"),
        Case(.requestTimeout, raw: "GET /open HTTP/1.1\r\nHost: a"),
        Case(.contentTooLarge, "POST /open", "Content-Type: text/plain\r\nContent-Length: 2000000\r\n"),
        Case(.targetTooLong, "GET /\(long)"),
        Case(.unsupportedMediaType, "POST /open", "Content-Type: image/png\r\nContent-Length: 1\r\n"),
        Case(.headTooLarge, "GET /open", "X: \(long)\r\n"),
        Case(.nodeFailed, "GET /throwing"),
        Case(.invalidResponse, "GET /wrong"),
        Case(.methodUnknown, "FROBNICATE /open"),
        Case(.operationUnavailable, "GET /broken"),
        Case(.operationNotImplemented, "GET /unbound"),
        Case(.mockUnavailable, "GET /mocked"),
        Case(.invalidUpstreamResponse, "GET /upstream?says=nonsense"),
        Case(.upstreamUnreachable, "GET /upstream"),
        Case(.overloaded, "GET /verified", "X-Slow: any\r\n"),
        Case(.credentialsUnverifiable, "GET /asked", "Authorization: Bearer abc\r\n"),
        Case(.nodeTimeout, "GET /endless"),
        Case(.upstreamTimeout, "GET /upstream?says=nothing"),
        Case(
            .insufficientStorage, "POST /files",
            "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: \(upload.utf8.count)\r\n", upload),
    ]

    @Test func `has a case for each kind`() {
        #expect(Set(Self.cases.map(\.kind)) == Set(Problem.Kind.allCases))
    }

    @Test(arguments: cases)
    func `is what a client gets`(_ example: Case) async throws {
        let limits = Limits.hasty {
            $0.fileMemoryBytes = 1
            $0.headTimeout = .milliseconds(example.kind == .requestTimeout ? 100 : 30_000)
            $0.nodeTimeout = .milliseconds([.overloaded, .nodeTimeout].contains(example.kind) ? 100 : 30_000)
        }
        try await withServer(limits: limits, api: try Self.compile(limits)) { server in
            let client = try await server.client(sending: example.request)
            let answer = try #require(await client.answers(1).first)
            #expect(answer.status == example.kind.status)
            #expect(answer.fields["content-type"] == "application/problem+json")
            let problem = try JSON(parsing: answer.body)
            #expect(problem["type"]?.string == example.kind.type)
            #expect(problem["title"]?.string == example.kind.title)
            #expect(problem["status"]?.int == example.kind.status)
            #expect(problem["detail"]?.string?.hasSuffix(".") == true)
            #expect(problem["instance"]?.string?.hasSuffix(answer.fields["x-request-id"] ?? "none") == true)
        }
    }

    private static func compile(_ limits: Limits) throws -> CompiledAPI {
        let loaded = DescriptionLoader.load(bytes: Array(description.utf8), uri: "file:///t.yaml", name: "t.yaml") {
            _ in
            []
        }
        var policy = Policy()
        policy.unboundOperations = .notImplemented
        let keys = KeyStore.plain(["a": "right"])
        let input = SpecInput(
            document: try #require(loaded.document), diagnostics: loaded.diagnostics, nodes: nodes,
            security: [
                "Key": .apiKeys(keys), "Slow": .custom { _ in await late() },
                "Away": .introspection { _ in throw Failure() },
            ], policy: policy)
        return try #require(APICompiler(limits: limits, spool: .temporaryFiles(in: "/nowhere")).compile([input]).api)
    }

    private static func late() async -> Principal? {
        try? await Task.sleep(for: .seconds(600))
        return nil
    }

    private struct Failure: Error {}

    private static var nodes: NodeRegistry {
        var nodes = NodeRegistry()
        nodes.register("open") { _ in .text("open") }
        nodes.register("wrong") { _ in .text("wrong", status: .accepted) }
        nodes.register("throwing") { _ in throw Failure() }
        nodes.register("mocked", .mock)
        nodes.register("endless") { _ in
            _ = await late()
            return .text("late")
        }
        nodes.register("upstream") { request in
            switch try request.query("says") as String? {
            case nil: throw Problem(.upstreamUnreachable, "The upstream is not there.")
            case "nothing": throw Problem(.upstreamTimeout, "The upstream does not answer.")
            default: throw Problem(.invalidUpstreamResponse, "The upstream's answer is none.")
            }
        }
        return nodes
    }

    private static let description = """
        openapi: 3.1.0
        info: { title: T, version: "1" }
        components:
          securitySchemes:
            Key: { type: apiKey, in: header, name: X-Key }
            Slow: { type: apiKey, in: header, name: X-Slow }
            Away: { type: http, scheme: bearer }
          responses: { Text: { description: fine, content: { text/plain: { schema: { type: string } } } } }
        paths:
          /open:
            get:
              x-entry-node-id: open
              parameters: [ { name: limit, in: query, schema: { type: integer } } ]
              responses: { '200': { $ref: '#/components/responses/Text' } }
            post:
              x-entry-node-id: open
              requestBody: { content: { text/plain: { schema: { type: string } } } }
              responses: { '200': { $ref: '#/components/responses/Text' } }
          /files:
            post:
              x-entry-node-id: open
              requestBody:
                content:
                  multipart/form-data: { schema: { properties: { f: { type: string, format: binary } } } }
              responses: { '200': { $ref: '#/components/responses/Text' } }
          /closed:
            get:
              x-entry-node-id: open
              security: [ { Key: [ write ] } ]
              responses: { '200': { $ref: '#/components/responses/Text' } }
          /verified:
            get:
              x-entry-node-id: open
              security: [ { Slow: [] } ]
              responses: { '200': { $ref: '#/components/responses/Text' } }
          /asked:
            get:
              x-entry-node-id: open
              security: [ { Away: [] } ]
              responses: { '200': { $ref: '#/components/responses/Text' } }
          /throwing: { get: { x-entry-node-id: throwing, responses: { '200': { $ref: '#/components/responses/Text' } } } }
          /wrong: { get: { x-entry-node-id: wrong, responses: { '200': { $ref: '#/components/responses/Text' } } } }
          /endless: { get: { x-entry-node-id: endless, responses: { '200': { $ref: '#/components/responses/Text' } } } }
          /unbound: { get: { x-entry-node-id: unbound, responses: { '200': { $ref: '#/components/responses/Text' } } } }
          /upstream:
            get:
              x-entry-node-id: upstream
              parameters: [ { name: says, in: query, schema: { type: string } } ]
              responses: { '200': { $ref: '#/components/responses/Text' } }
          /broken: { get: { x-entry-node-id: open, responses: { '200': { $ref: '#/components/responses/Missing' } } } }
          /mocked:
            get:
              x-entry-node-id: mocked
              responses:
                '200': { description: none, content: { application/json: { schema: { type: integer, not: {} } } } }
        """
}
