import Foundation

/// Times of one piece of work on this thread, taken one after the other, each long enough for the clock.
///
/// Processor time, so that nothing is counted while other work has the core. What that does to caches and clock rates
/// remains: to compare pieces of work take their samples by turns, so that it falls on all of them alike.
struct Samples {
    private static let enough = 25
    /// For work that takes long.
    private static let least = 5

    private var repeats = 0
    private var nanoseconds: [Double] = []
    private var spent = 0.0

    var isComplete: Bool {
        nanoseconds.count >= Self.enough || nanoseconds.count >= Self.least && spent >= 1e9
    }

    /// Of all samples, a run of the work.
    var median: Double { nanoseconds.sorted()[nanoseconds.count / 2] }

    /// Repeats `work` as often as two milliseconds hold; the first call finds out how often that is.
    mutating func take(_ work: () throws -> Void) rethrows {
        if repeats == 0 {
            repeats = 1
            while try time(work) < 2e6 { repeats *= 2 }
        }
        let time = try time(work)
        spent += time
        nanoseconds.append(time / Double(repeats))
    }

    private func time(_ work: () throws -> Void) rethrows -> Double {
        let start = Self.processorTime
        for _ in 0..<repeats { try work() }
        return Self.processorTime - start
    }

    private static var processorTime: Double {
        var now = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
        return Double(now.tv_sec) * 1e9 + Double(now.tv_nsec)
    }

    /// Nanoseconds that `work` takes.
    static func median(of work: () throws -> Void) rethrows -> Double {
        var samples = Samples()
        while !samples.isComplete { try samples.take(work) }
        return samples.median
    }
}
