import Synchronization

/// Bounds the work of checking passwords: remembers those that were right, and derives only so many at a time, while only
/// so many others wait for their turn.
///
/// A class, because the copies of a user store share what they remember.
final class PasswordChecks: Sendable {
    /// As many wait as may; more would wait for as long as someone sends wrong passwords.
    struct Busy: Error {}

    private struct State {
        var recent: Set<SecretHash> = []
        var older: Set<SecretHash> = []
        var running = 0
        /// Resumed with true for their turn.
        var waiting: [CheckedContinuation<Bool, Never>] = []
    }

    private let state = Mutex(State())
    private let salt = PasswordHash.randomSalt()
    private let capacity: Int
    private let concurrency: Int
    private let queueLength: Int

    init(capacity: Int = 1024, concurrency: Int = 2, queueLength: Int = 128) {
        self.capacity = capacity
        self.concurrency = max(concurrency, 1)
        self.queueLength = queueLength
    }

    /// What is remembered of a credential: of no use outside this process, and of none for guessing its password there.
    func digest(of text: String) -> SecretHash {
        SecretHash(hashing: text[...], salt: salt)
    }

    func isRecent(_ digest: SecretHash) -> Bool {
        state.withLock { $0.recent.contains(digest) || $0.older.contains(digest) }
    }

    /// Keeps between half of `capacity` and all of it: when one half is full, the other is forgotten.
    func remember(_ digest: SecretHash) {
        state.withLock { state in
            state.recent.insert(digest)
            guard state.recent.count >= max(capacity / 2, 1) else { return }
            state.older = state.recent
            state.recent = []
        }
    }

    /// Whether the password has that hash. Does not derive what was found right while it waited for its turn: a client
    /// that opens many connections at once costs one derivation.
    ///
    /// Runs on the global pool, whatever executor the task prefers: an event loop must not be held that long.
    func derive(_ password: String, _ hash: PasswordHash, _ digest: SecretHash) async throws -> Bool {
        guard await enter() else { throw Busy() }
        defer { leave() }
        if isRecent(digest) { return true }
        return await withTaskExecutorPreference(globalConcurrentExecutor) { @concurrent in hash.matches(password) }
    }

    private func enter() async -> Bool {
        await withCheckedContinuation { continuation in
            let decision: Bool? = state.withLock { state in
                if state.running < concurrency {
                    state.running += 1
                    return true
                }
                guard state.waiting.count < queueLength else { return false }
                state.waiting.append(continuation)
                return nil
            }
            if let decision { continuation.resume(returning: decision) }
        }
    }

    /// Hands the place on to whoever has waited longest.
    private func leave() {
        let next = state.withLock { state in
            if state.waiting.isEmpty {
                state.running -= 1
                return CheckedContinuation<Bool, Never>?.none
            }
            return state.waiting.removeFirst()
        }
        next?.resume(returning: true)
    }
}
