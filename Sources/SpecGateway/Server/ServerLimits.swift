import NIOCore
import SpecRouter

/// ``Limits`` in the units of the server.
struct ServerLimits: Sendable {
    let headBytes: Int
    let headerFields: Int
    let connections: Int
    let connectionsPerAddress: Int
    /// On each event loop.
    let waitingRequests: Int
    let concurrentStreams: Int
    let streamResets: Int
    let handshakeTimeout: TimeAmount
    let headTimeout: TimeAmount
    let bodyTimeout: TimeAmount
    let idleTimeout: TimeAmount
    let nodeTimeout: TimeAmount
    let drainTimeout: TimeAmount
    /// A body that nobody wants is read up to this size to keep its connection.
    let discardedBytes = 64 * 1024
    /// What a client still sends after the last answer is thrown away up to this size and time, so that the answer arrives.
    let lingeringBytes = 1024 * 1024
    let lingering = TimeAmount.seconds(2)

    init(_ limits: Limits, loops: Int) {
        headBytes = limits.headBytes
        headerFields = limits.headerFields
        connections = max(limits.connections, 1)
        connectionsPerAddress = max(limits.connectionsPerAddress ?? .max, 1)
        waitingRequests = max(limits.waitingRequests / loops, 1)
        concurrentStreams = min(max(limits.concurrentStreams, 1), Int(Int32.max))
        streamResets = min(max(limits.streamResets, 1), Int(Int32.max))
        handshakeTimeout = TimeAmount(limits.handshakeTimeout)
        headTimeout = TimeAmount(limits.headTimeout)
        bodyTimeout = TimeAmount(limits.bodyTimeout)
        idleTimeout = TimeAmount(limits.idleTimeout)
        nodeTimeout = TimeAmount(limits.nodeTimeout)
        drainTimeout = TimeAmount(limits.drainTimeout)
    }

    /// A quarter of the shortest time that is watched, so that none is overdrawn by much.
    var timerPeriod: TimeAmount {
        let shortest = min(handshakeTimeout, headTimeout, bodyTimeout, idleTimeout, nodeTimeout, lingering)
        return .nanoseconds(min(max(shortest.nanoseconds / 4, 10_000_000), 1_000_000_000))
    }
}
