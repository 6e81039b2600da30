import AsyncHTTPClient
import SpecRouter

/// Hands requests on to one upstream. The address is the configuration's: nothing of a request changes it.
struct ProxyNode: Sendable {
    private let upstream: Upstream
    private let pool: UpstreamPool

    init(_ upstream: Upstream) {
        self.upstream = upstream
        pool = UpstreamPool(upstream)
    }

    func respond(to request: ValidatedRequest) async throws -> NodeResponse {
        let outgoing = try UpstreamRequest(request, upstream)
        do {
            let response = try await pool.execute(outgoing)
            return try await UpstreamAnswer(response, to: request, upstream, pool).nodeResponse()
        } catch {
            throw UpstreamFault.failure(error, of: upstream)
        }
    }
}
