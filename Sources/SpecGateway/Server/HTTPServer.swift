import Logging
import NIOCore
import NIOPosix
import SpecRouter
import Synchronization

/// A listening socket, its event loops and their connections.
///
/// A class: it is ended once, whoever asks.
final class HTTPServer: Sendable {
    private let hasEnded = Atomic(false)
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let loops: [NIOLoopBound<LoopContext>]
    private let live: LiveAPI
    let configuration: ServerConfiguration
    private let writer: AccessLogWriter?
    private let limits: ServerLimits
    let logger: Logger
    let address: ListeningAddress

    private init(
        channel: any Channel, group: MultiThreadedEventLoopGroup, loops: [NIOLoopBound<LoopContext>], live: LiveAPI,
        writer: AccessLogWriter?, limits: ServerLimits, logger: Logger, configuration: ServerConfiguration
    ) {
        self.channel = channel
        self.group = group
        self.loops = loops
        self.live = live
        self.writer = writer
        self.limits = limits
        self.logger = logger
        self.configuration = configuration
        address = ListeningAddress(channel.localAddress, configuration)
    }

    /// Binds and listens; throws a ``ServerError`` that says what is wrong with the address.
    static func start(
        _ configuration: ServerConfiguration, limits: Limits, live: LiveAPI, logger: Logger,
        logOutput: @escaping @Sendable ([UInt8]) -> Void = AccessLogWriter.writeToStandardError
    ) async throws -> HTTPServer {
        let threads = max(configuration.threads, 1)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        let writer = configuration.accessLog == .off ? nil : AccessLogWriter(output: logOutput)
        let limits = ServerLimits(limits, loops: threads)
        do {
            let tls = try configuration.tls.map { settings throws(TLSFault) in
                try ServerTLS(settings, configuration.http2)
            }
            let log = writer.map { AccessLogBatch(format: configuration.accessLog, writer: $0) }
            let loops = try await contexts(group, live, limits, configuration.http2, tls, log, logger)
            try await apply(configuration, to: loops)
            await live.attach(loops)
            let channel = try await listen(configuration, group, loops, limits, logger)
            return HTTPServer(
                channel: channel, group: group, loops: loops, live: live, writer: writer, limits: limits,
                logger: logger, configuration: configuration)
        } catch {
            await writer?.close()
            try? await group.shutdownGracefully()
            throw ServerError(error, configuration)
        }
    }

    private static func contexts(
        _ group: MultiThreadedEventLoopGroup, _ live: LiveAPI, _ limits: ServerLimits, _ http2: HTTP2Use,
        _ tls: ServerTLS?, _ log: AccessLogBatch?, _ logger: Logger
    ) async throws -> [NIOLoopBound<LoopContext>] {
        var loops: [NIOLoopBound<LoopContext>] = []
        for eventLoop in group.makeIterator() {
            let context = eventLoop.submit {
                let context = LoopContext(
                    eventLoop: eventLoop, api: live.current, limits: limits, http2: http2, log: log, logger: logger)
                context.tls = tls
                context.startTimer()
                return NIOLoopBound(context, eventLoop: eventLoop)
            }
            loops.append(try await context.get())
        }
        return loops
    }

    /// What concerns whoever is before the server.
    private static func apply(
        _ configuration: ServerConfiguration, to loops: [NIOLoopBound<LoopContext>]
    ) async throws {
        let trusted = TrustedProxies(configuration.trustedProxies, configuration.forwarded)
        for loop in loops {
            try await loop.eventLoop.submit {
                loop.value.trusted = trusted.ranges.isEmpty ? nil : trusted
                loop.value.proxyProtocol = configuration.proxyProtocol
                loop.value.compression = configuration.compression
            }.get()
        }
    }

    private static func listen(
        _ configuration: ServerConfiguration, _ group: MultiThreadedEventLoopGroup,
        _ loops: [NIOLoopBound<LoopContext>], _ limits: ServerLimits, _ logger: Logger
    ) async throws -> any Channel {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 4096)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(
                        AcceptPause(logger), ConnectionLimit(limits))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let loop = loops.first(where: { $0.eventLoop === channel.eventLoop })?.value else { return }
                    try ConnectionSetup.configure(channel, loop)
                }
            }
        if let socket = configuration.socket { return try await bootstrap.withBoundSocket(socket).get() }
        if configuration.sharesPort { _ = bootstrap.serverChannelOption(.socketOption(.sharesPort), value: 1) }
        return try await bootstrap.bind(host: configuration.host, port: configuration.port).get()
    }
}

extension HTTPServer {
    /// Stops accepting, lets what is in flight finish within the drain's time, then closes what is left. A cancelled task
    /// does not wait.
    func drain() async {
        guard !hasEnded.exchange(true, ordering: .relaxed) else { return }
        try? await channel.close()
        await onEachLoop { $0.drain() }
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .nanoseconds(limits.drainTimeout.nanoseconds))
        var isIdle = await self.isIdle
        while !isIdle, clock.now < end, !Task.isCancelled {
            try? await clock.sleep(for: .milliseconds(10))
            isIdle = await self.isIdle
        }
        if !isIdle { logger.warning("What is still in flight is cut off: the time to finish it is over.") }
        await stop()
    }

    private func stop() async {
        await onEachLoop { $0.closeAll() }
        await waitForGoodbyes()
        live.detach()
        await onEachLoop { $0.stop() }
        await writer?.close()
        // A node that ignores its cancellation would come back to a loop that is gone: then the loops stay.
        guard await isIdle else { return }
        try? await group.shutdownGracefully()
    }

    /// Of clients that speak TLS, which are told that nothing more comes.
    private func waitForGoodbyes() async {
        for _ in 0..<150 {
            if await isIdle { return }
            try? await ContinuousClock().sleep(for: .milliseconds(10))
        }
    }

    /// No connection is open and no node runs.
    private var isIdle: Bool {
        get async {
            var busy = 0
            for loop in loops {
                let isIdle = try? await loop.eventLoop.submit { loop.value.isIdle }.get()
                busy += isIdle == false ? 1 : 0
            }
            return busy == 0
        }
    }

    func onEachLoop(_ work: @escaping @Sendable (LoopContext) -> Void) async {
        for loop in loops { try? await loop.eventLoop.submit { work(loop.value) }.get() }
    }
}
