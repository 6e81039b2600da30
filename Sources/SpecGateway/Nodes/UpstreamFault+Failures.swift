import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import SpecRouter

extension UpstreamFault {
    /// What a client is told when the exchange with the upstream fails. What is the client's own fault, or the end of its
    /// interest, stays as it is.
    static func failure(_ error: any Error, of upstream: Upstream) -> any Error {
        switch error {
        case is Problem, is UpstreamFault, is ClientGone, is CancellationError: error
        case let error as HTTPClientError: failure(error, of: upstream)
        case HTTPParserError.invalidEOFState: unreachable("it closed the connection in its answer", upstream)
        case is HTTPParserError: noHTTP(error, upstream)
        case is NIOSSLError, is NIOSSLExtraError: untrusted(error, upstream)
        case let error as NIOConnectionError: unreachable(error.reason, upstream)
        case let error as IOError where OpenFileLimit.isReached(error.errnoCode): noFile(upstream)
        case let error as IOError: unreachable(SystemError.text(error.errnoCode), upstream)
        default: unreachable("\(error)", upstream)
        }
    }

    private static func failure(_ error: HTTPClientError, of upstream: Upstream) -> any Error {
        if error == .cancelled { return CancellationError() }
        if timeouts.contains(error) { return tooLate(error, upstream) }
        return unreachable(error == .remoteConnectionClosed ? "it closed the connection" : "\(error)", upstream)
    }

    private static let timeouts: [HTTPClientError] = [
        .connectTimeout, .deadlineExceeded, .readTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout,
    ]

    private static func tooLate(_ error: HTTPClientError, _ upstream: Upstream) -> UpstreamFault {
        let what =
            switch error {
            case .connectTimeout, .tlsHandshakeTimeout: "did not take the connection in time"
            case .getConnectionFromPoolTimeout: "had no connection free in time"
            default: "did not answer in time"
            }
        return UpstreamFault(
            .upstreamTimeout, "The server behind this one \(what).", reason: "\(upstream.origin) \(what).")
    }

    private static func noHTTP(_ error: any Error, _ upstream: Upstream) -> UpstreamFault {
        UpstreamFault(
            .invalidUpstreamResponse, "What the server behind this one sent is no answer.",
            reason: "What \(upstream.origin) sent is not HTTP: \(error).")
    }

    private static func untrusted(_ error: any Error, _ upstream: Upstream) -> UpstreamFault {
        UpstreamFault(
            .upstreamUnreachable, "TLS could not be agreed on with the server behind this one.",
            reason:
                "TLS could not be agreed on with \(upstream.origin), whose certificate has to be for that host, valid "
                + "now, and from an authority that is trusted: \(error).")
    }

    private static func noFile(_ upstream: Upstream) -> UpstreamFault {
        UpstreamFault(
            .overloaded, "The server has no connection free to the one behind it.",
            reason: "\(upstream.origin) was not asked: this process has as many files and sockets open as it may.")
    }

    private static func unreachable(_ reason: String, _ upstream: Upstream) -> UpstreamFault {
        UpstreamFault(
            .upstreamUnreachable, "The server behind this one could not be reached, or went before it answered.",
            reason: "\(upstream.origin) could not be reached, or went before it answered: \(reason).")
    }
}
