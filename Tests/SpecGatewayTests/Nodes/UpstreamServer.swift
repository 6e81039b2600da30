import NIOCore
import NIOPosix
import NIOSSL

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A server behind the gateway, played by a closure: one run for each connection, which sees the bytes as they come.
struct UpstreamServer: Sendable {
    typealias Play = @Sendable (inout UpstreamConnection) async throws -> Void

    let port: Int
    var url: String { "http://127.0.0.1:\(port)" }

    /// Ends the server and its connections when `body` returns.
    static func run(
        tls: NIOSSLContext? = nil, _ play: @escaping Play, _ body: (UpstreamServer) async throws -> Void
    ) async throws {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
                    }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        let server = UpstreamServer(port: listener.channel.localAddress?.port ?? 0)
        let accepting = Task { try await accept(listener, play) }
        do {
            try await body(server)
        } catch {
            accepting.cancel()
            _ = await accepting.result
            throw error
        }
        accepting.cancel()
        _ = await accepting.result
    }

    private static func accept(
        _ listener: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>, _ play: @escaping Play
    ) async throws {
        try await listener.executeThenClose { connections in
            await withTaskGroup(of: Void.self) { group in
                do {
                    for try await connection in connections {
                        group.addTask {
                            try? await connection.executeThenClose { inbound, outbound in
                                var connection = UpstreamConnection(
                                    channel: connection.channel, inbound: inbound.makeAsyncIterator(),
                                    outbound: outbound)
                                try await play(&connection)
                            }
                        }
                    }
                } catch {}
                group.cancelAll()
            }
        }
    }
}

struct UpstreamConnection {
    let channel: any Channel
    /// Read by the one task that plays the connection.
    private nonisolated(unsafe) var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var bytes: [UInt8] = []

    fileprivate init(
        channel: any Channel, inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.channel = channel
        self.inbound = inbound
        self.outbound = outbound
    }

    /// The request line and fields as they came, without the empty line; nil when the gateway has closed.
    mutating func head() async throws -> String? {
        let mark = Array("\r\n\r\n".utf8)
        while true {
            if let end = bytes.firstRange(of: mark) {
                defer { bytes.removeFirst(end.upperBound) }
                return String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
            }
            guard try await more() else { return nil }
        }
    }

    /// The next so many octets, or what comes before the gateway closes.
    mutating func octets(_ count: Int) async throws -> String {
        while bytes.count < count, try await more() {}
        let taken = bytes.prefix(count)
        bytes.removeFirst(taken.count)
        return String(decoding: taken, as: UTF8.self)
    }

    /// The chunks of a body up to the last one, as they stand on the wire.
    mutating func chunks() async throws -> String {
        let mark = Array("0\r\n\r\n".utf8)
        while bytes.firstRange(of: mark) == nil, try await more() {}
        defer { bytes = [] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Some octets; nil at the end.
    mutating func some() async throws -> Int? {
        if bytes.isEmpty, try await !more() { return nil }
        defer { bytes = [] }
        return bytes.count
    }

    private mutating func more() async throws -> Bool {
        guard let buffer = try await inbound.next() else { return false }
        bytes += buffer.readableBytesView
        return true
    }

    func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// An answer with its length.
    func answer(_ body: String, _ fields: String = "Content-Type: application/json\r\n", status: Int = 200) async throws
    {
        try await send("HTTP/1.1 \(status) X\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// So that the gateway is told of a reset instead of an end.
    func reset() async throws {
        let provider = channel as? any SocketOptionProvider
        try await provider?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
}
