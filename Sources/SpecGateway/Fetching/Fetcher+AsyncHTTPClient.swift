import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import SpecRouter

extension Fetcher {
    /// One client for the process: its connections are few, and it never follows a redirect itself.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(10)
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Makes the client now, while there are descriptors for its event loops; without them the process would end.
    static func prepare() { _ = client }

    /// Over the network.
    static let network: Send = { url, fields, limits in
        try await timed(HTTPClientRequest(url: url), fields, limits)
    }

    /// One POST of a form over the network, without redirects.
    typealias Post =
        @Sendable (
            _ url: String, _ fields: [HeaderField], _ form: [UInt8], _ limits: FetchLimits
        ) async throws -> Hop

    static let posting: Post = { url, fields, form, limits in
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.body = .bytes(ByteBuffer(bytes: form))
        return try await timed(request, fields, limits)
    }

    private static func timed(
        _ request: HTTPClientRequest, _ fields: [HeaderField], _ limits: FetchLimits
    ) async throws -> Hop {
        try await withThrowingTaskGroup(of: Hop.self) { group in
            group.addTask { try await send(request, fields, limits) }
            group.addTask {
                try await Task.sleep(for: limits.timeout)
                throw FetchFault.timedOut(limits.timeout)
            }
            defer { group.cancelAll() }
            guard let hop = try await group.next() else { throw FetchFault.timedOut(limits.timeout) }
            return hop
        }
    }

    private static func send(
        _ request: HTTPClientRequest, _ fields: [HeaderField], _ limits: FetchLimits
    ) async throws -> Hop {
        do {
            var request = request
            request.headers = HTTPHeaders(fields)
            let response = try await client.execute(request, timeout: TimeAmount(limits.timeout))
            let body = try await response.body.collect(upTo: limits.maximumBytes)
            return Hop(
                status: Int(response.status.code), fields: response.headers.map { ($0.name, $0.value) },
                body: Array(body.readableBytesView))
        } catch {
            throw fault(error, limits)
        }
    }

    private static func fault(_ error: any Error, _ limits: FetchLimits) -> FetchFault {
        switch error {
        case let error as HTTPClientError where timeouts.contains(error): .timedOut(limits.timeout)
        case is NIOTooManyBytesError: .tooLarge(limits.maximumBytes)
        case let error as NIOConnectionError: .unreachable(error.reason)
        case let error as IOError: .unreachable(SystemError.text(error.errnoCode))
        default: .unreachable("\(error)")
        }
    }

    private static let timeouts: [HTTPClientError] = [.connectTimeout, .deadlineExceeded, .readTimeout]

}

extension NIOConnectionError {
    /// As a phrase.
    var reason: String {
        if let first = connectionErrors.first?.error {
            return (first as? IOError).map { SystemError.text($0.errnoCode) } ?? "\(first)"
        }
        return "its host \"\(host)\" is not known"
    }
}
