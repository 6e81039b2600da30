import NIOCore
import SpecRouter

extension RequestClient {
    /// Who is at the other end of a connection, or of what a proxy that is believed has put through it.
    convenience init(_ channel: any Channel, _ loop: LoopContext) {
        let proxied = loop.proxyProtocol == .required ? Self.proxied(channel) : nil
        let address = proxied ?? channel.remoteAddress?.ip
        self.init(
            route: [address?.description ?? "unknown"], scheme: loop.tls == nil ? "http" : "https", host: nil,
            isRelayed: loop.trusted?.contains(address) == true)
    }

    /// What the PROXY protocol says: its handler is in the channel itself, or in the one that a stream of HTTP/2 runs in.
    private static func proxied(_ channel: any Channel) -> IPAddress? {
        if let handler = try? channel.pipeline.syncOperations.handler(type: ProxyHeaderHandler.self) {
            return handler.source
        }
        // The parent of a connection is the listening channel, which may belong to another loop.
        guard let parent = channel.parent, parent.eventLoop.inEventLoop else { return nil }
        return try? parent.pipeline.syncOperations.handler(type: ProxyHeaderHandler.self).source
    }
}

extension RequestHandler {
    /// Whence a request with these fields comes.
    func client(_ fields: [HeaderField]) -> RequestClient? {
        guard let client, client.isRelayed, let trusted = loop.trusted else { return client }
        return trusted.client(behind: client, fields)
    }
}
