import NIOCore
import NIOHTTP1

/// Puts the request target on the wire as it came.
///
/// AsyncHTTPClient takes URLs, and Foundation's URLs write some octets anew (`[` becomes `%5B`), after which a signature
/// or a cache key no longer fits. So every request has the one URL of the upstream, and its own target in a field that is
/// taken out here, before the request is written.
final class RawTarget: ChannelOutboundHandler {
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    /// Never handed on from a client.
    static let fieldName = "x-specrouter-target"

    static func install(in channel: any Channel) throws {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(RawTarget(), position: .after(pipeline.handler(type: HTTPRequestEncoder.self)))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), let target = head.headers.first(name: Self.fieldName)
        else { return context.write(data, promise: promise) }
        head.headers.remove(name: Self.fieldName)
        head.uri = target
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
