import OpenAPIModel
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

/// A server whose operations stream: `POST /up` takes octets, `GET /down` answers with them, `POST /both` does both.
struct StreamServer: Sendable {
    typealias Respond = @Sendable (ValidatedRequest) async throws -> NodeResponse

    var up: Respond = { _ in .text("unread") }
    var down: Respond = { _ in .text("nothing") }
    var both: Respond = { request in .stream(request.bodyStream, contentType: "application/octet-stream") }
    var limits = Limits.hasty()

    func run(
        accessLog: AccessLogFormat = .off, log: @escaping @Sendable ([UInt8]) -> Void = { _ in },
        _ body: (RunningServer) async throws -> Void
    ) async throws {
        try await withServer(limits: limits, api: compiled(), accessLog: accessLog, log: log, body)
    }

    static let description = """
        openapi: 3.1.0
        info: { title: Streams, version: "1" }
        paths:
          /up:
            post:
              x-entry-node-id: up
              requestBody: { content: { application/octet-stream: {} } }
              responses: { "200": { description: ok, content: { text/plain: {} } } }
          /down:
            get:
              x-entry-node-id: down
              responses: { "200": { description: ok, content: { application/octet-stream: {}, text/plain: {} } } }
          /both:
            post:
              x-entry-node-id: both
              requestBody: { content: { application/octet-stream: {} } }
              responses: { "200": { description: ok, content: { application/octet-stream: {} } } }
        """

    func compiled() throws -> CompiledAPI {
        var nodes = NodeRegistry()
        nodes.register("up", up)
        nodes.register("down", down)
        nodes.register("both", both)
        return try StreamServer.compile(Self.description, nodes, limits)
    }

    static func compile(
        _ description: String, _ nodes: NodeRegistry, _ limits: Limits, policy: Policy = Policy(),
        security: SecurityConfiguration = [:]
    ) throws -> CompiledAPI {
        let loaded = DescriptionLoader.load(
            bytes: Array(description.utf8), uri: "file:///streams.yaml", name: "streams.yaml"
        ) { _ in [] }
        let input = SpecInput(
            document: try #require(loaded.document), diagnostics: loaded.diagnostics, nodes: nodes,
            security: security, policy: policy)
        let compilation = APICompiler(limits: limits).compile([input])
        #expect(compilation.diagnostics.map { $0.rendered(color: .none) } == [])
        return try #require(compilation.api)
    }

    /// The sum of the chunks' sizes as text.
    static let counting: Respond = { request in
        var count = 0
        for try await chunk in request.bodyStream { count += chunk.count }
        return .text("\(count)")
    }
}

extension SocketClient {
    static let chunkedHead = "Host: a\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

    static func head(length: Int, _ more: String = "") -> String {
        "Host: a\r\nContent-Type: application/octet-stream\r\nContent-Length: \(length)\r\n\(more)\r\n"
    }
}

/// Something that a test waits for, however busy the machine is.
final class Signal: Sendable {
    private let state = Mutex((isSet: false, waiters: [CheckedContinuation<Void, Never>]()))

    func set() {
        let waiters = state.withLock { state in
            state.isSet = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isSet = state.withLock { state in
                if !state.isSet { state.waiters.append(continuation) }
                return state.isSet
            }
            if isSet { continuation.resume() }
        }
    }
}
