import NIOCore
import NIOPosix

/// Right and wrong requests in a mixture, over connections some of which go away in the middle.
///
/// A class, confined to its loop.
final class MixedLoad {
    /// What came of it.
    struct Result: Sendable {
        var answered = 0
        var wrong = 0
        /// Connections that the server closed while an answer was due.
        var lost = 0
        /// Clients that went away.
        var left = 0
        /// Requests that were due while all connections waited for answers.
        var late = 0
        /// The first few that were wrong, in words.
        var examples: [String] = []
    }

    /// How often each case is sent.
    private static let weights: [(name: String, weight: Int)] = [
        ("GET", 40), ("POST 1 KB", 40), ("POST 10 KB", 5), ("POST 100 KB", 1), ("invalid", 7), ("401", 7),
    ]

    private let cases: [LoadCase]
    private let port: Int
    private let loop: any EventLoop
    /// Requests a second; nil sends the next as soon as an answer has come.
    private let rate: Double?
    private var random: SplitMix64
    private var idle: [MixedConnection] = []
    private var start = NIODeadline.now()
    private var issued = 0
    private var isOver = false
    private(set) var result = Result()

    init(to port: Int, rate: Double?, seed: UInt64, on loop: any EventLoop) {
        self.port = port
        self.rate = rate
        self.loop = loop
        random = SplitMix64(seed: seed)
        cases = Self.weights.flatMap { name, weight in
            LoadCase.all.filter { $0.name == name }.flatMap { Array(repeating: $0, count: weight) }
        }
    }

    func open(_ connections: Int) {
        start = .now()
        for _ in 0..<connections { connect() }
        if let rate { tick(rate) }
    }

    /// Sends nothing more; what is due still comes.
    func finish() {
        isOver = true
    }

    private func connect() {
        ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { [bound = NIOLoopBound(self, eventLoop: loop)] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(MixedConnection(bound.value))
                }
            }
            .connect(host: "127.0.0.1", port: port)
            .assumeIsolated().whenFailure { _ in self.result.lost += 1 }
    }

    func opened(_ connection: MixedConnection) {
        next(connection)
    }

    func answered(_ connection: MixedConnection, _ request: LoadCase, _ status: Int) {
        result.answered += 1
        if status != request.status {
            result.wrong += 1
            if result.examples.count < 5 { result.examples.append("\(request.name): \(status)") }
        }
        next(connection)
    }

    /// An answer that nobody waits for.
    func unexpected() {
        result.wrong += 1
    }

    func closed(_ connection: MixedConnection) {
        idle.removeAll { $0 === connection }
        if connection.isLeaving { result.left += 1 } else if connection.waiting != nil { result.lost += 1 }
        if !isOver { connect() }
    }

    private func next(_ connection: MixedConnection) {
        guard !isOver else { return }
        if rate == nil { issue(connection) } else { idle.append(connection) }
    }

    /// One client in 500 goes away: before its answer, or in the middle of its request.
    private func issue(_ connection: MixedConnection) {
        let request = cases[Int.random(in: cases.indices, using: &random)]
        guard Int.random(in: 0..<500, using: &random) == 0 else { return connection.send(request) }
        connection.leave(after: request, octets: Int.random(in: 0...request.bytes.count, using: &random))
    }

    private func tick(_ rate: Double) {
        guard !isOver else { return }
        let due = Int(Double((NIODeadline.now() - start).nanoseconds) / 1e9 * rate)
        while issued < due {
            issued += 1
            if let connection = idle.popLast() { issue(connection) } else { result.late += 1 }
        }
        loop.assumeIsolated().scheduleTask(in: .microseconds(500)) { self.tick(rate) }
    }
}
