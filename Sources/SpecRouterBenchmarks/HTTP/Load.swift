import NIOCore
import NIOPosix

/// Requests to one server over so many connections, for so long, on one event loop.
///
/// A closed loop sends the next request when the answer has come: it finds what the server can do. An open loop sends at a
/// fixed rate whatever the server does, and counts an answer's time from when its request was due: it finds how long
/// clients wait. A class, confined to its loop.
final class Load {
    enum Pace: Sendable {
        case closed
        /// Requests a second.
        case open(Double)
    }

    let request: ByteBuffer
    private let expected: Int
    private let pace: Pace
    private let loop: any EventLoop
    private var start = NIODeadline.now()
    private var end = NIODeadline.now()
    private var idle: [LoadConnection] = []
    /// When requests were due for which no connection was free.
    private var overdue = CircularBuffer<NIODeadline>()
    private var issued = 0
    private var result = LoadResult()

    init(_ request: [UInt8], expecting status: Int, pace: Pace, on loop: any EventLoop) {
        self.request = ByteBuffer(bytes: request)
        self.expected = status
        self.pace = pace
        self.loop = loop
    }

    func opened(_ connection: LoadConnection) {
        idle.append(connection)
    }

    /// To be called once all connections are open.
    func begin(for time: TimeAmount) {
        start = .now()
        end = start + time
        switch pace {
        case .closed: while let connection = idle.popLast() { connection.send(due: .now()) }
        case .open(let rate): tick(rate)
        }
    }

    func answered(_ connection: LoadConnection, _ status: Int, after time: TimeAmount) {
        guard NIODeadline.now() < end else { return }
        if status == expected { result.nanoseconds.append(time.nanoseconds) } else { result.wrong += 1 }
        if case .closed = pace { return connection.send(due: .now()) }
        if let due = overdue.popFirst() { connection.send(due: due) } else { idle.append(connection) }
    }

    func closed(_ connection: LoadConnection, isWaiting: Bool) {
        if NIODeadline.now() < end { result.lost += 1 }
        idle.removeAll { $0 === connection }
    }

    func finish() -> LoadResult {
        result.seconds = Double((end - start).nanoseconds) / 1e9
        result.unanswered = overdue.count
        return result
    }

    /// Sends what is due, some thousand times a second.
    private func tick(_ rate: Double) {
        let now = NIODeadline.now()
        guard now < end else { return }
        let due = Int(Double((now - start).nanoseconds) / 1e9 * rate)
        while issued < due {
            issued += 1
            let time = start + .nanoseconds(Int64(Double(issued) / rate * 1e9))
            if let connection = idle.popLast() { connection.send(due: time) } else { overdue.append(time) }
        }
        loop.assumeIsolated().scheduleTask(in: .microseconds(200)) { self.tick(rate) }
    }
}

/// What came of a load.
struct LoadResult: Sendable {
    /// From when each request was due to its answer.
    var nanoseconds: [Int64] = []
    /// Answers with another status.
    var wrong = 0
    /// Connections that the server closed.
    var lost = 0
    /// Requests that were due and never sent.
    var unanswered = 0
    var seconds = 0.0

    var rate: Double { Double(nanoseconds.count) / seconds }

    /// - Parameter shares: of answers that took at most as long, 0 to 1.
    func percentiles(_ shares: [Double]) -> [Double] {
        let sorted = nanoseconds.sorted()
        guard !sorted.isEmpty else { return shares.map { _ in .nan } }
        return shares.map { Double(sorted[min(sorted.count - 1, Int(Double(sorted.count) * $0))]) }
    }
}

extension Load {
    /// Opens `connections` to `port` on this machine, sends for `time`, closes them.
    static func run(
        _ request: [UInt8], to port: Int, expecting status: Int, connections: Int, pace: Pace, for time: TimeAmount,
        on loop: any EventLoop
    ) async throws -> LoadResult {
        let load = try await loop.submit {
            NIOLoopBound(Load(request, expecting: status, pace: pace, on: loop), eventLoop: loop)
        }.get()
        var channels: [any Channel] = []
        for _ in 0..<connections {
            channels.append(
                try await ClientBootstrap(group: loop)
                    .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                    .channelInitializer { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(LoadConnection(load.value))
                        }
                    }
                    .connect(host: "127.0.0.1", port: port).get())
        }
        try await loop.submit { load.value.begin(for: time) }.get()
        try await Task.sleep(for: .nanoseconds(time.nanoseconds))
        let result = try await loop.submit { load.value.finish() }.get()
        for channel in channels { try? await channel.close() }
        return result
    }
}
