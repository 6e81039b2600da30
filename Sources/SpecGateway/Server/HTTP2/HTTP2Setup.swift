import NIOCore
import NIOHTTP2
import SpecRouter

extension ConnectionSetup {
    /// Reads and writes frames; each stream becomes a channel with a handler of its request.
    static func addHTTP2(
        to channel: any Channel, _ loop: LoopContext, after last: ProtocolChoice, peer: PeerCertificate?
    ) throws {
        let limits = loop.limits
        let connection = HTTP2Connection(loop, peer: peer)
        let parent = NIOLoopBound((loop, connection), eventLoop: channel.eventLoop)
        let leaving = NIOHTTP2ServerConnectionManagementHandler(
            eventLoop: channel.eventLoop,
            configuration: .init(maxIdleTime: nil, maxAge: nil, maxGraceTime: nil, keepalive: nil))
        let frames = NIOHTTP2Handler(
            mode: .server, eventLoop: channel.eventLoop, connectionConfiguration: limits.http2Connection,
            streamConfiguration: limits.http2Stream, streamDelegate: leaving.http2StreamDelegate
        ) { stream in
            stream.eventLoop.makeCompletedFuture {
                let (loop, connection) = parent.value
                try configure(stream, loop, HTTP2Stream(connection))
            }
        }
        let pipeline = channel.pipeline.syncOperations
        let meter = FrameMeter(connection, limits)
        // The handler of frames announces the settings as soon as it is there.
        try pipeline.addHandler(meter, position: .after(last))
        try pipeline.addHandlers(frames, leaving, connection, position: .after(meter))
    }

    private static func configure(_ channel: any Channel, _ loop: LoopContext, _ stream: HTTP2Stream) throws {
        let handler = RequestHandler(loop: loop, wire: .frames(stream), peer: stream.connection.peer)
        try channel.pipeline.syncOperations.addHandlers(HTTP2StreamReader(handler, stream), handler)
    }
}

extension ServerLimits {
    fileprivate var http2Connection: NIOHTTP2Handler.ConnectionConfiguration {
        var configuration = NIOHTTP2Handler.ConnectionConfiguration()
        configuration.initialSettings = [
            // Of streams that are refused, too, which are no longer there when they are; the client is told the limit.
            HTTP2Setting(parameter: .maxConcurrentStreams, value: concurrentStreams + streamResets + 1),
            // Up to there a head that is too large gets an answer; above, the connection ends.
            HTTP2Setting(parameter: .maxHeaderListSize, value: 2 * headBytes),
            HTTP2Setting(parameter: .initialWindowSize, value: Self.streamWindow),
        ]
        configuration.targetWindowSize = 8 * Self.streamWindow
        configuration.maximumSequentialEmptyDataFrames = 32
        configuration.maximumBufferedControlFrames = 1000
        configuration.controlFrameRateLimit.maximumCount = 1000
        configuration.controlFrameRateLimit.windowLength = .seconds(30)
        return configuration
    }

    fileprivate var http2Stream: NIOHTTP2Handler.StreamConfiguration {
        var configuration = NIOHTTP2Handler.StreamConfiguration()
        configuration.targetWindowSize = Self.streamWindow
        configuration.outboundBufferSizeHighWatermark = 64 * 1024
        configuration.outboundBufferSizeLowWatermark = 32 * 1024
        configuration.streamResetFrameRateLimit.maximumCount = streamResets
        configuration.streamResetFrameRateLimit.windowLength = .seconds(30)
        configuration.streamErrorRateLimit = .init()
        return configuration
    }

    /// What a client may send on one stream before it is read, in octets.
    private static let streamWindow = 128 * 1024
}
