import NIOCore
import NIOPosix

/// Requests a second that event loops answer at the same time, by the wall clock: it needs a core for each.
struct LoopRates {
    /// One loop's, and those of all loops at once.
    struct Pair {
        var one: Double
        var all: Double

        var times: Double { all / one }

        /// The pair whose ratio is in the middle.
        static func median(_ pairs: [Pair]) -> Pair { pairs.sorted { $0.times < $1.times }[pairs.count / 2] }
    }

    private static let slice = TimeAmount.milliseconds(200)
    private let loops: [any EventLoop]

    init(_ group: MultiThreadedEventLoopGroup) {
        loops = group.makeIterator().map { $0 }
    }

    /// One loop and all of them by turns, so that a machine whose speed changes is fair to both.
    ///
    /// - Parameter answers: for each loop, answers one request.
    func pairs(_ rounds: Int, _ answers: [@Sendable () -> Void]) throws -> [Pair] {
        try (0..<rounds).map { _ in try Pair(one: rate(Array(answers.prefix(1))), all: rate(answers)) }
    }

    private func rate(_ answers: [@Sendable () -> Void]) throws -> Double {
        let start = NIODeadline.now()
        let end = start + Self.slice
        let counts = zip(loops, answers).map { loop, answer in loop.submit { Self.count(answer, until: end) } }
        let answered = try counts.map { try $0.wait() }.reduce(0, +)
        return Double(answered) / (Double((NIODeadline.now() - start).nanoseconds) / 1e9)
    }

    private static func count(_ answer: () -> Void, until end: NIODeadline) -> Int {
        var count = 0
        while NIODeadline.now() < end {
            for _ in 0..<64 { answer() }
            count += 64
        }
        return count
    }
}
