import NIOCore
import NIOHTTP1
import NIOSSL

/// What stands between a new connection's socket and the API.
enum ConnectionSetup {
    static func configure(_ channel: any Channel, _ loop: LoopContext) throws {
        guard let tls = loop.tls else { return try addHTTP1(to: channel, loop) }
        try channel.pipeline.syncOperations.addHandlers(
            PlaintextRefusal(loop), NIOSSLServerHandler(context: tls.context), TLSHandshake(loop))
    }

    /// - Parameter last: what comes before; the last handler that is there when nil.
    static func addHTTP1(to channel: any Channel, _ loop: LoopContext, after last: TLSHandshake? = nil) throws {
        let limits = loop.limits
        let progress = HeadProgress()
        let decoder = RequestDecoder(headBytes: limits.headBytes, fields: limits.headerFields, progress: progress)
        try channel.pipeline.syncOperations.addHandlers(
            ByteToMessageHandler(decoder), RequestHandler(loop: loop, wire: .bytes, progress: progress),
            position: last.map { .after($0) } ?? .last)
    }
}
