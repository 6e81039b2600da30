import NIOCore
import NIOPosix
import Synchronization

/// Answers each request as a closure says, one request per connection.
final class ScriptedServer: Sendable {
    struct Request: Sendable {
        var path: String
        var fields: [String: String]
    }

    struct Reply: Sendable {
        var status = 200
        var fields: [String: String] = [:]
        var body = ""
        /// The request is read and never answered.
        var isSilent = false
        /// Of the body, as far as the head says it; nil leaves it out.
        var length: Int?
        /// The body is sent again and again, each time after this pause, until the client has had enough.
        var pause: TimeAmount?

        init(
            status: Int = 200, fields: [String: String] = [:], body: String = "", isSilent: Bool = false
        ) {
            self.status = status
            self.fields = fields
            self.body = body
            self.isSilent = isSilent
            length = body.utf8.count
        }

        init(endless body: String, length: Int?, pause: TimeAmount) {
            self.body = body
            self.length = length
            self.pause = pause
        }
    }

    typealias Script = @Sendable (Request) -> Reply

    private let channel: any Channel
    private let script: Mutex<Script>
    private let log = Mutex<[Request]>([])
    /// Sent of endless bodies.
    private let octets = Mutex(0)

    var port: Int { channel.localAddress?.port ?? 0 }
    var octetsSent: Int { octets.withLock { $0 } }
    var requests: [Request] { log.withLock { $0 } }
    var url: String { "http://127.0.0.1:\(port)" }

    static func start(port: Int = 0, _ script: @escaping Script) async throws -> ScriptedServer {
        let box = Box()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(box))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        let server = ScriptedServer(channel, script)
        box.server.withLock { $0 = server }
        return server
    }

    private init(_ channel: any Channel, _ script: @escaping Script) {
        self.channel = channel
        self.script = Mutex(script)
    }

    func change(_ script: @escaping Script) {
        self.script.withLock { $0 = script }
    }

    func stop() async throws {
        try await channel.close()
    }

    private func reply(_ request: Request) -> Reply {
        log.withLock { $0.append(request) }
        return script.withLock { $0 }(request)
    }

    private final class Box: Sendable {
        let server = Mutex<ScriptedServer?>(nil)
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let box: Box
        private var text = ""

        init(_ box: Box) { self.box = box }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            text += String(buffer: unwrapInboundIn(data))
            guard text.hasSuffix("\r\n\r\n"), let server = box.server.withLock({ $0 }) else { return }
            let lines = text.split(separator: "\r\n")
            var fields: [String: String] = [:]
            for line in lines.dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                fields[parts.first.map { $0.lowercased() } ?? ""] = parts.last.map { String($0.drop { $0 == " " }) }
            }
            let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            let reply = server.reply(Request(path: path, fields: fields))
            var head = "HTTP/1.1 \(reply.status) X\r\nConnection: close\r\n"
            if let length = reply.length { head += "Content-Length: \(length)\r\n" }
            for (name, value) in reply.fields { head += "\(name): \(value)\r\n" }
            guard !reply.isSilent else { return }
            let bytes = ByteBuffer(string: head + "\r\n" + reply.body)
            if let pause = reply.pause {
                Self.send(bytes, then: ByteBuffer(string: reply.body), each: pause, to: context.channel, server)
            } else {
                context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
                context.close(promise: nil)
            }
        }

        /// Until the client closes the connection.
        private static func send(
            _ bytes: ByteBuffer, then body: ByteBuffer, each pause: TimeAmount, to channel: any Channel,
            _ server: ScriptedServer
        ) {
            channel.writeAndFlush(bytes).whenSuccess {
                server.octets.withLock { $0 += bytes.readableBytes }
                channel.eventLoop.scheduleTask(in: pause) { send(body, then: body, each: pause, to: channel, server) }
            }
        }
    }
}
