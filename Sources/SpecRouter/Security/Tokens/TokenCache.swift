import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Remembers what came of tokens, by the SHA-256 of each, and not more than so many.
///
/// A class: the operations that one verifier serves share it.
final class TokenCache: Sendable {
    struct Entry: Sendable {
        /// Nil for a token that was refused.
        let principal: Principal?
        let since: Date
        let expires: Date
        /// Of the keys that the token was checked with.
        let generation: Int
    }

    /// Two halves: when the newer one is full, the older one is forgotten. What is asked for moves to the newer.
    private struct State {
        var newer: [SecretHash: Entry] = [:]
        var older: [SecretHash: Entry] = [:]
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Nil when nothing is remembered that still holds. What is from the future does not: the clock was put back, and
    /// would let it hold for longer than it may.
    func entry(for token: SecretHash, generation: Int, now: Date) -> Entry? {
        state.withLock { state in
            guard let entry = state.newer[token] ?? moved(token, &state) else { return nil }
            return entry.generation == generation && entry.since <= now && now < entry.expires ? entry : nil
        }
    }

    func remember(_ token: SecretHash, _ entry: Entry) {
        guard capacity > 0 else { return }
        state.withLock { insert(token, entry, &$0) }
    }

    private func moved(_ token: SecretHash, _ state: inout State) -> Entry? {
        guard let entry = state.older.removeValue(forKey: token) else { return nil }
        insert(token, entry, &state)
        return entry
    }

    private func insert(_ token: SecretHash, _ entry: Entry, _ state: inout State) {
        state.newer[token] = entry
        guard state.newer.count >= max(capacity / 2, 1) else { return }
        state.older = state.newer
        state.newer = [:]
    }

    /// For tests: how many are remembered.
    var count: Int { state.withLock { $0.newer.count + $0.older.count } }
}
