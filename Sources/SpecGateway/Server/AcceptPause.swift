import Logging
import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Stops asking for connections for a moment when the system cannot give one, mostly because the process has as many files
/// open as it may: the listening socket stays ready, and its loop would turn for nothing.
///
/// SwiftNIO's `AcceptBackoffHandler` does not keep it from that: after an error the channel still waits to read.
final class AcceptPause: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private static let length = TimeAmount.milliseconds(100)
    private static let silence = TimeAmount.minutes(1)

    private let logger: Logger
    private var isPausing = false
    private var lastSaid: NIODeadline?

    init(_ logger: Logger) {
        self.logger = logger
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A client that went before its turn says nothing about the next.
        guard let error = error as? IOError, error.errnoCode != ECONNABORTED else {
            return context.fireErrorCaught(error)
        }
        say(SystemError.text(error.errnoCode))
        guard !isPausing else { return }
        isPausing = true
        let channel = context.channel
        try? channel.syncOptions?.setOption(.autoRead, value: false)
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.length) {
            self.isPausing = false
            try? channel.syncOptions?.setOption(.autoRead, value: true)
        }
    }

    /// Not more often than once a minute: anyone can provoke it.
    private func say(_ reason: String) {
        let now = NIODeadline.now()
        if let lastSaid, now < lastSaid + Self.silence { return }
        lastSaid = now
        logger.error(
            "No connection can be accepted now; those that are open are served, others wait.",
            metadata: ["reason": "\(reason)"])
    }
}
