import Logging
import NIOCore
import SpecRouter

import struct SpecRouter.Response

/// What one event loop keeps for its connections: its reference to the current API, the date, the access lines, the timer.
///
/// A class, confined to its loop: no lock and no shared counter is touched on the request path.
final class LoopContext {
    let eventLoop: any EventLoop
    let executor: EventLoopExecutor
    let limits: ServerLimits
    let logger: Logger
    var api: CompiledAPI
    /// For new connections; nil where TLS is not spoken.
    var tls: ServerTLS?
    /// Nil where no proxy is believed.
    var trusted: TrustedProxies?
    var proxyProtocol = ProxyProtocol.off
    /// Of answers; nil where nothing is compressed.
    var compression: ResponseCompression?
    private var gzip: Gzip?
    /// For the bodies of its requests and of their answers.
    let parsers = ParserPool()
    let http2: HTTP2Use
    var requestIDs = RequestIDGenerator()
    private var date = HTTPDate()
    private var log: AccessLogBatch?
    private var flushIsScheduled = false
    /// Connections with answers that were not written yet.
    var unflushed: [RequestHandler] = []
    var firstUnflushed = NIODeadline.now()
    private var members: [ObjectIdentifier: LoopMember] = [:]
    private var timer: Scheduled<Void>?
    /// Verifiers and nodes that wait.
    var tasks = 0
    private(set) var isDraining = false
    private var faults = FaultRate()
    private var handshakeFailures = HandshakeFailures()

    init(
        eventLoop: any EventLoop, api: CompiledAPI, limits: ServerLimits, http2: HTTP2Use, log: AccessLogBatch?,
        logger: Logger
    ) {
        self.eventLoop = eventLoop
        self.api = api
        self.limits = limits
        self.http2 = http2
        self.log = log
        self.logger = logger
        executor = EventLoopExecutor(eventLoop, logger: logger)
    }

    /// One compressor serves all connections of the loop.
    func compressed(_ response: Response, _ encoding: AnswerEncoding) -> Response {
        guard var gzip = gzip.take() ?? Gzip() else { return response }
        let response = encoding.whole(response, &gzip)
        self.gzip = consume gzip
        return response
    }

    func date(at second: Int) -> [UInt8] { date.value(at: second) }

    func add(_ member: LoopMember, _ id: ObjectIdentifier) {
        members[id] = member
    }

    func remove(_ id: ObjectIdentifier) {
        members[id] = nil
    }

    /// Ends what is idle; what is in flight ends with its answer.
    func drain() {
        isDraining = true
        for member in members.values { member.drain() }
    }

    /// Ends every connection at once.
    func closeAll() {
        for member in members.values { member.abort() }
    }

    /// Whether as many verifiers and nodes wait as may.
    var isFull: Bool { tasks >= limits.waitingRequests }

    var isIdle: Bool { members.isEmpty && tasks == 0 }

    /// Logs what a request's answer says went wrong inside, at most some a second.
    func report(fault: String, _ entry: AccessLogEntry, at second: Int) {
        guard faults.admits(at: second) else { return }
        logger.log(
            level: entry.status < 500 ? .warning : .error,
            "An operation failed, or an exchange was not as the description says.",
            metadata: [
                "operation": "\(entry.method) \(entry.template ?? "-")", "request": "\(entry.requestID)",
                "status": "\(entry.status)", "reason": "\(fault)",
            ])
    }

    func report(handshakeFailure kind: String) { handshakeFailures.report(kind, to: logger) }

    func stop() {
        timer?.cancel()
        timer = nil
        log?.flush()
    }
}

extension LoopContext {
    /// One timer for all connections of the loop; each says what it waits for.
    func startTimer() {
        timer = eventLoop.assumeIsolated().scheduleTask(in: limits.timerPeriod) {
            self.checkDeadlines()
            self.startTimer()
        }
    }

    private func checkDeadlines() {
        let now = NIODeadline.now()
        for member in members.values { member.check(at: now) }
    }
}

extension LoopContext {
    var logsAccess: Bool { log != nil }

    /// Lines are handed over when there are many, or a tenth of a second after the first.
    func record(_ entry: AccessLogEntry, at second: Int) {
        guard log != nil else { return }
        log?.append(entry, at: second)
        if log?.isFull == true { return log?.flush() ?? () }
        guard !flushIsScheduled else { return }
        flushIsScheduled = true
        eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(100)) {
            self.flushIsScheduled = false
            self.log?.flush()
        }
    }
}

/// What a loop's timer, its drain and its end reach.
enum LoopMember {
    case requests(RequestHandler)
    case choice(ProtocolChoice)
    case http2(HTTP2Connection)

    func check(at now: NIODeadline) {
        switch self {
        case .requests(let handler): handler.check(at: now)
        case .choice(let choice): choice.check(at: now)
        case .http2(let connection): connection.check(at: now)
        }
    }

    func drain() {
        switch self {
        case .requests(let handler): handler.drain()
        case .choice(let choice): choice.abort()
        case .http2(let connection): connection.drain()
        }
    }

    func abort() {
        switch self {
        case .requests(let handler): handler.abort()
        case .choice(let choice): choice.abort()
        case .http2(let connection): connection.abort()
        }
    }
}

/// At most so many reports a second.
private struct FaultRate {
    private var second = Int.min
    private var count = 0

    mutating func admits(at second: Int) -> Bool {
        if second != self.second {
            self.second = second
            count = 0
        }
        count += 1
        return count <= 20
    }
}
