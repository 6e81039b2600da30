import NIOCore
import SpecRouter

/// Tasks of verifiers and nodes, and what happens when anything takes too long.
extension RequestHandler {
    /// Where a waiting task comes back to.
    struct Resumption: Sendable {
        let connection: NIOLoopBound<RequestHandler>
        let ticket: Int

        /// Runs on the connection's event loop, unless the answer is no longer awaited.
        func resume(_ work: @escaping @Sendable (RequestHandler) -> Void) {
            let loop = connection.eventLoop
            if loop.inEventLoop { deliver(work) } else { loop.execute { deliver(work) } }
        }

        private func deliver(_ work: (RequestHandler) -> Void) {
            let connection = connection.value
            connection.loop.tasks -= 1
            guard connection.ticket == ticket else { return }
            connection.task = nil
            work(connection)
        }
    }

    /// Runs `work` as a task that prefers the connection's event loop, at once until it first waits. The connection owns
    /// it: it is cancelled when the client goes or the time is over.
    func run(_ work: @escaping @Sendable (Resumption) async -> Void) {
        ticket &+= 1
        loop.tasks += 1
        let resumption = Resumption(
            connection: NIOLoopBound(self, eventLoop: loop.eventLoop), ticket: ticket)
        let task = Self.start(on: loop.executor) { await work(resumption) }
        if ticket == resumption.ticket { self.task = task }
    }

    private static func start(
        on executor: EventLoopExecutor, _ work: @escaping @Sendable () async -> Void
    ) -> Task<Void, Never> {
        if #available(macOS 26, *) {
            Task.immediate(executorPreference: executor) { await work() }
        } else {
            Task(executorPreference: executor) { await work() }
        }
    }

    func startHeadTimer() {
        headIsTimed = true
        deadline = .now() + loop.limits.headTimeout
    }

    /// Ends what has waited too long.
    func check(at now: NIODeadline) {
        if case .streaming = phase { return checkStream(at: now) }
        guard now >= deadline else { return }
        switch phase {
        case .idle where clientTakesBytes(), .discarding where clientTakesBytes(), .lingering where clientTakesBytes():
            deadline = now + loop.limits.idleTimeout
        case .idle where headIsTimed:
            refuse(Problem(.requestTimeout, "The request's head did not arrive in time."))
        case .reading:
            refuse(Problem(.requestTimeout, "The request's body did not arrive in time."))
        case .admitting:
            cancel()
            refuse(Problem(.overloaded, "The credentials could not be verified in time."))
        case .answering:
            cancel()
            refuse(Problem(.nodeTimeout, "The operation did not answer in time."))
        case .idle, .discarding, .lingering: abort()
        case .streaming, .closed: break
        }
    }

    func cancel() {
        task?.cancel()
        task = nil
    }
}
