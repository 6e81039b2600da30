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
        let pipeline = channel.pipeline.syncOperations
        if let tls = loop.tls {
            try pipeline.addHandlers(
                PlaintextRefusal(loop), NIOSSLServerHandler(context: tls.context), ProtocolChoice(loop, .handshake))
        } else if loop.http2 == .always {
            try pipeline.addHandler(ProtocolChoice(loop, .firstOctets))
        } else {
            try addHTTP1(to: channel, loop)
        }
    }

    /// - Parameter last: what comes before; the last handler that is there when nil.
    static func addHTTP1(
        to channel: any Channel, _ loop: LoopContext, after last: ProtocolChoice? = nil, peer: PeerCertificate? = nil
    ) throws {
        try channel.pipeline.syncOperations.addHandler(
            RequestHandler(loop: loop, wire: .bytes, peer: peer), position: last.map { .after($0) } ?? .last)
    }
}
