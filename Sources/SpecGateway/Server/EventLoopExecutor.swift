import Logging
import NIOCore

/// Runs a node's asynchronous code on the event loop of its connection.
///
/// SwiftNIO's loops are serial executors only; a task prefers a `TaskExecutor`.
final class EventLoopExecutor: TaskExecutor {
    private let eventLoop: any EventLoop
    private let logger: Logger
    /// Longer than this without waiting holds up every other connection of the loop.
    private let patience = TimeAmount.milliseconds(50)

    init(_ eventLoop: any EventLoop, logger: Logger) {
        self.eventLoop = eventLoop
        self.logger = logger
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute {
            let start = NIODeadline.now()
            job.runSynchronously(on: self.asUnownedTaskExecutor())
            self.check(NIODeadline.now() - start)
        }
    }

    /// Logs a node that does not give the loop back.
    func check(_ held: TimeAmount) {
        guard held > patience else { return }
        logger.warning(
            "A node held its event loop; register it with `runs: .onPool` if it blocks or computes for long.",
            metadata: ["milliseconds": "\(held.nanoseconds / 1_000_000)"])
    }
}
