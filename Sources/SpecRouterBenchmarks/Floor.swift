import ArgumentParser
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// The same routes as the benchmark's gateway on bare SwiftNIO: nothing is checked. What remains is the price of HTTP.
struct Floor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the benchmark's routes on bare SwiftNIO, without checking anything.")

    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on; 0 takes a free one.")
    var port = 8081

    @Option(help: "Event loops.")
    var threads = 1

    func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(
                        withPipeliningAssistance: false, withErrorHandling: false)
                    try pipeline.addHandler(FloorHandler())
                }
            }
            .bind(host: host, port: port).get()
        print("listening on http://\(host):\(channel.localAddress?.port ?? port)")
        fflush(nil)
        try await channel.closeFuture.get()
        try await group.shutdownGracefully()
    }
}

/// Reads a request to its end and answers with the route's constant.
private final class FloorHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private var method = HTTPMethod.GET

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): method = head.method
        case .body: break
        case .end: answer(context)
        }
    }

    private func answer(_ context: ChannelHandlerContext) {
        let body = method == .POST ? BenchmarkAnswers.created : BenchmarkAnswers.list
        var buffer = context.channel.allocator.buffer(capacity: body.count)
        buffer.writeBytes(body)
        var headers = HTTPHeaders()
        headers.reserveCapacity(2)
        headers.add(name: "Content-Type", value: "application/json")
        headers.add(name: "Content-Length", value: String(body.count))
        let status = method == .POST ? HTTPResponseStatus.created : .ok
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
