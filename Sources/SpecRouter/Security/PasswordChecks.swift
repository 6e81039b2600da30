import Synchronization

/// Bounds the work of checking passwords: remembers those that were right, and derives only so many at a time.
///
/// A class, because the copies of a user store share what they remember.
final class PasswordChecks: Sendable {
    /// As many derivations run as may; more would queue up for as long as someone sends wrong passwords.
    struct Busy: Error {}

    private struct State {
        var recent: Set<SecretHash> = []
        var older: Set<SecretHash> = []
        var running = 0
    }

    private let state = Mutex(State())
    private let salt = PasswordHash.randomSalt()
    private let capacity: Int
    private let concurrency: Int

    init(capacity: Int = 1024, concurrency: Int = 8) {
        self.capacity = capacity
        self.concurrency = concurrency
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

    /// Runs on the global pool, whatever executor the task prefers: an event loop must not be held that long.
    func derive(_ password: String, _ hash: PasswordHash) async throws -> Bool {
        let admitted = state.withLock { state in
            guard state.running < concurrency else { return false }
            state.running += 1
            return true
        }
        guard admitted else { throw Busy() }
        defer { state.withLock { $0.running -= 1 } }
        return await withTaskExecutorPreference(globalConcurrentExecutor) { @concurrent in hash.matches(password) }
    }
}
