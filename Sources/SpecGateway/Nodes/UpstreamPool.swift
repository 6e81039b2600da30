import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import SpecRouter

/// The connections to an upstream.
///
/// A class: they are closed when the last node and the last answer have let go of it.
final class UpstreamPool: Sendable {
    private let client: HTTPClient
    private let url: String
    private let answerTimeout: TimeAmount

    init(_ upstream: Upstream) {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = TimeAmount(upstream.connectTimeout)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = upstream.connections
        configuration.http1_1ConnectionDebugInitializer = { channel in
            channel.eventLoop.makeCompletedFuture { try RawTarget.install(in: channel) }
        }
        if let authorities = upstream.authorities {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .file(authorities)
            configuration.tlsConfiguration = tls
        }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        url = upstream.origin + "/"
        // A day stands for as long as the server waits.
        answerTimeout = upstream.answerTimeout.map { TimeAmount($0) } ?? .hours(24)
    }

    deinit {
        client.shutdown { _ in }
    }

    /// The answer's head, with its body still to come. Ends the exchange when the task is cancelled.
    func execute(_ request: UpstreamRequest) async throws -> HTTPClientResponse {
        var message = HTTPClientRequest(url: url)
        message.method = HTTPMethod(rawValue: request.method)
        message.headers = HTTPHeaders(request.fields)
        message.headers.add(name: RawTarget.fieldName, value: String(decoding: request.target, as: UTF8.self))
        message.body = request.body.map { HTTPClientRequest.Body($0) }
        return try await client.execute(message, timeout: answerTimeout)
    }
}

extension HTTPClientRequest.Body {
    fileprivate init(_ body: ValidatedRequest.ForwardedBody) {
        switch body {
        case .bytes(let bytes): self = .bytes(ByteBuffer(bytes: bytes))
        case .stream(let stream):
            self = .stream(
                stream.map { ByteBuffer(bytes: $0) }, length: stream.length.map { .known(Int64($0)) } ?? .unknown)
        }
    }
}
