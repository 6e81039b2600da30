import NIOCore

extension LoopContext {
    /// Writes what `handler` has gathered when all connections that were ready have been read, or a moment later at most.
    ///
    /// Answers that leave right after each other find their receivers awake: to wake one costs the kernel more than all
    /// else that a small answer takes.
    func flushSoon(_ handler: RequestHandler) {
        if unflushed.isEmpty {
            firstUnflushed = handler.lastSeen
            eventLoop.assumeIsolated().execute { self.flushAll() }
        }
        unflushed.append(handler)
        if handler.lastSeen - firstUnflushed > Self.patience { flushAll() }
    }

    /// Nobody's answer waits longer for those of others.
    private static var patience: TimeAmount { .microseconds(500) }

    private func flushAll() {
        var handlers: [RequestHandler] = []
        swap(&handlers, &unflushed)
        for handler in handlers { handler.flush() }
        guard unflushed.isEmpty else { return }
        handlers.removeAll(keepingCapacity: true)
        unflushed = handlers
    }
}
