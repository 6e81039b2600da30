import Logging
import NIOSSL
import SpecRouter
import Synchronization

@testable import SpecGateway

/// A server on a free port of 127.0.0.1 with `api`, else with the operations of ``TestAPI``, stopped when `body` returns.
func withServer(
    limits: Limits = .hasty(), api: CompiledAPI? = nil, accessLog: AccessLogFormat = .off, tls: TLSSettings? = nil,
    http2: HTTP2Use = .withTLS,
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    log: @escaping @Sendable ([UInt8]) -> Void = { _ in }, configured: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (RunningServer) async throws -> Void
) async throws {
    var configuration = ServerConfiguration()
    configuration.port = 0
    configuration.threads = 2
    configuration.accessLog = accessLog
    configuration.tls = tls
    configuration.http2 = http2
    configured(&configuration)
    let live = LiveAPI(try api ?? TestAPI.make(limits: limits))
    let server = try await HTTPServer.start(
        configuration, limits: limits, live: live, logger: logger, logOutput: log)
    do {
        try await body(RunningServer(server: server, live: live))
    } catch {
        await server.drain()
        throw error
    }
    await server.drain()
}

struct RunningServer: Sendable {
    let server: HTTPServer
    let live: LiveAPI
    var port: Int { server.address.port }

    func client(
        sending first: String = "", isReading: Bool = true, tls: NIOSSLContext? = nil, prelude: [UInt8] = []
    ) async throws -> SocketClient {
        try await SocketClient(port: port, sending: first, isReading: isReading, tls: tls, prelude: prelude)
    }
}

extension Limits {
    /// Without a time that ends by itself on a busy machine, unless the test is about it, and with a short drain.
    static func hasty(_ change: (inout Limits) -> Void = { _ in }) -> Limits {
        var limits = Limits()
        limits.headTimeout = .seconds(600)
        limits.bodyTimeout = .seconds(600)
        limits.idleTimeout = .seconds(600)
        limits.nodeTimeout = .seconds(600)
        limits.drainTimeout = .seconds(2)
        change(&limits)
        return limits
    }
}
