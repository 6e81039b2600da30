import Synchronization

/// Work that several ask for at the same time is done once, and all get what came of it.
///
/// A class: those that ask share it.
final class SharedWork<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private enum Turn: Sendable {
        /// To do the work, for oneself and those who wait.
        case lead
        case done(Value)
        /// As much is being done as may.
        case full
    }

    private let waiting = Mutex<[Key: [CheckedContinuation<Turn, Never>]]>([:])
    /// Different work that may be done side by side.
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    func isRunning(_ key: Key) -> Bool { waiting.withLock { $0[key] != nil } }

    /// Nil when there is too much to do. Who waits for somebody whose task is cancelled takes the work over.
    func value(for key: Key, _ work: @Sendable () async -> Value) async -> Value? {
        switch await turn(key) {
        case .done(let value): return value
        case .full: return nil
        case .lead:
            let value = await work()
            finish(key, value)
            return value
        }
    }

    private func turn(_ key: Key) async -> Turn {
        await withCheckedContinuation { continuation in
            let turn: Turn? = waiting.withLock { waiting in
                if waiting[key] != nil {
                    waiting[key]?.append(continuation)
                    return nil
                }
                guard waiting.count < limit else { return .full }
                waiting[key] = []
                return .lead
            }
            if let turn { continuation.resume(returning: turn) }
        }
    }

    private func finish(_ key: Key, _ value: Value) {
        let isAbandoned = Task.isCancelled
        let (next, others) = waiting.withLock { waiting in
            var others = waiting.removeValue(forKey: key) ?? []
            guard isAbandoned, !others.isEmpty else { return (CheckedContinuation<Turn, Never>?.none, others) }
            let next = others.removeFirst()
            waiting[key] = others
            return (next, [])
        }
        next?.resume(returning: .lead)
        for other in others { other.resume(returning: .done(value)) }
    }
}
