import NIOCore

/// Stops accepting while the server has as many connections as it takes; further ones wait in the socket's backlog. One
/// address that has as many as it may is not listened to: its further connections are closed.
final class ConnectionLimit: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    private let limit: Int
    private let limitPerAddress: Int
    private var count = 0
    /// By address, where that is bounded.
    private var counts: [ClientNetwork: Int] = [:]
    private var readIsPending = false
    private var context: ChannelHandlerContext?

    init(_ limits: ServerLimits) {
        limit = limits.connections
        limitPerAddress = limits.connectionsPerAddress
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let child = unwrapInboundIn(data)
        let network = limitPerAddress == .max ? nil : child.remoteAddress.flatMap(ClientNetwork.init)
        if let network, counts[network, default: 0] >= limitPerAddress { return child.close(promise: nil) }
        count += 1
        if let network { counts[network, default: 0] += 1 }
        child.closeFuture.hop(to: context.eventLoop).assumeIsolated().whenComplete { _ in self.release(network) }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if count < limit { context.read() } else { readIsPending = true }
    }

    private func release(_ network: ClientNetwork?) {
        count -= 1
        if let network, let open = counts[network] { counts[network] = open > 1 ? open - 1 : nil }
        guard readIsPending, count < limit else { return }
        readIsPending = false
        context?.read()
    }
}

/// What one client has by itself: an IPv4 address, or the 64 bits of an IPv6 address that name a network.
private struct ClientNetwork: Hashable {
    private let octets: [UInt8]

    /// Nil for sockets of this machine's file system.
    init?(_ address: SocketAddress) {
        let whole = address.withSockAddr { address, count in Array(UnsafeRawBufferPointer(start: address, count: count))
        }
        switch address {
        case .v4: octets = Array(whole.dropFirst(4).prefix(4))
        case .v6:
            // Behind the port and the flow (RFC 3493, section 3.3); an IPv4 client of a socket for both is `::ffff:a.b.c.d`.
            let address = whole.dropFirst(8).prefix(16)
            octets = Array(address.starts(with: Self.mapped) ? address.suffix(4) : address.prefix(8))
        case .unixDomainSocket: return nil
        }
    }

    private static let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xff, 0xff]
}
