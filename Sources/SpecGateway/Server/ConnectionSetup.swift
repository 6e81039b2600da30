import NIOCore
import NIOSSL

/// What stands between a new connection's socket and the API.
enum ConnectionSetup {
    static func configure(_ channel: any Channel, _ loop: LoopContext) throws {
        if loop.proxyProtocol == .required {
            let trusted = loop.trusted ?? TrustedProxies([], .x)
            let handler = ProxyHeaderHandler(trusted, timeout: loop.limits.headTimeout)
            try channel.pipeline.syncOperations.addHandler(handler)
        }
        guard let tls = loop.tls else { return try addHTTP1(to: channel, loop) }
        try channel.pipeline.syncOperations.addHandlers(
            PlaintextRefusal(loop), NIOSSLServerHandler(context: tls.context), TLSHandshake(loop))
    }

    /// - Parameter last: what comes before; the last handler that is there when nil.
    static func addHTTP1(to channel: any Channel, _ loop: LoopContext, after last: TLSHandshake? = nil) throws {
        try channel.pipeline.syncOperations.addHandler(
            RequestHandler(loop: loop, wire: .bytes), position: last.map { .after($0) } ?? .last)
    }
}
