import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The keys of one source, as they are now.
///
/// A class: all that check tokens with these keys share them, through every reload of descriptions.
final class KeyRing: Sendable {
    /// Throws when the keys cannot be had now.
    typealias Fetch = @Sendable () async throws -> FetchedKeys

    struct Current: Sendable {
        let set: TokenKeySet
        /// Another number after the keys have changed.
        let generation: Int
        let isFresh: Bool
    }

    private struct State {
        var set: TokenKeySet?
        var source: [UInt8] = []
        var generation = 0
        var fetched = Date.distantPast
        var freshness = 0.0
        var attempted = Date.distantPast
        /// Why the last fetch failed.
        var fault: String?
    }

    private let state: Mutex<State>
    private let fetch: Fetch?
    private let timing: KeyTiming
    private let fetching = SharedWork<Int, Void>(limit: 1)
    /// What is wrong with keys that were given, in full sentences.
    let faults: [String]

    /// Keys that do not change.
    init(_ set: TokenKeySet?, faults: [String] = []) {
        state = Mutex(State(set: set))
        fetch = nil
        timing = KeyTiming()
        self.faults = faults
    }

    init(timing: KeyTiming, fetch: @escaping Fetch) {
        state = Mutex(State())
        self.fetch = fetch
        self.timing = timing
        faults = []
    }

    /// Whether the keys were given and not fetched.
    var isFixed: Bool { fetch == nil }

    /// Nil when there are none, or none that may still be used.
    func current(at now: Date) -> Current? {
        state.withLock { state in
            guard let set = state.set else { return nil }
            guard fetch != nil else { return Current(set: set, generation: 0, isFresh: true) }
            // Keys from the future were fetched before the clock was put back: nobody knows how old they are.
            let age = abs(now.timeIntervalSince(state.fetched))
            guard age < state.freshness + timing.keptFor.seconds else { return nil }
            return Current(set: set, generation: state.generation, isFresh: age < state.freshness)
        }
    }

    /// Whether it is worth to wait for ``refresh(at:)``: keys are being fetched, or it is long enough since they were.
    func mayRefresh(at now: Date) -> Bool {
        guard fetch != nil else { return false }
        return fetching.isRunning(0) || state.withLock { isDue($0, now) }
    }

    private func isDue(_ state: State, _ now: Date) -> Bool {
        abs(now.timeIntervalSince(state.attempted)) >= leastPause(state)
    }

    private func leastPause(_ state: State) -> Double {
        (state.set == nil ? timing.betweenFailures : timing.between).seconds
    }

    /// Fetches the keys, unless that was done a moment ago. What goes wrong leaves the keys as they are.
    func refresh(at now: Date) async {
        guard let fetch else { return }
        await fetching.value(for: 0) {
            let isDue = self.state.withLock { state in
                guard self.isDue(state, now) else { return false }
                state.attempted = now
                return true
            }
            guard isDue else { return }
            do {
                try self.take(try await fetch(), at: now)
            } catch {
                self.state.withLock { state in
                    // That whoever asked went away says nothing about the source.
                    if Task.isCancelled { state.attempted = .distantPast } else { state.fault = "\(error)" }
                }
            }
        }
    }

    private func take(_ fetched: FetchedKeys, at now: Date) throws(TokenKeySet.Fault) {
        let isKnown = state.withLock { state in
            guard state.source == fetched.jwks, state.set?.issuer == fetched.issuer, state.set != nil else {
                return false
            }
            note(fetched, now, &state)
            return true
        }
        if isKnown { return }
        let set = try TokenKeySet(jwks: fetched.jwks, issuer: fetched.issuer)
        state.withLock { state in
            state.set = set
            state.source = fetched.jwks
            state.generation += 1
            note(fetched, now, &state)
        }
    }

    private func note(_ fetched: FetchedKeys, _ now: Date, _ state: inout State) {
        state.fetched = now
        state.fault = nil
        state.freshness = timing.freshness(announced: fetched.lifetime)
    }

    /// How long to wait until the keys are to be fetched again, before the first request meets stale ones.
    func pause(at now: Date) -> Duration {
        state.withLock { state in
            let due = state.fetched.addingTimeInterval(state.freshness * 0.75)
            let next = max(due, state.attempted.addingTimeInterval(leastPause(state)))
            return .milliseconds(Int(min(max(next.timeIntervalSince(now), 0.1), 86_400) * 1000))
        }
    }

    /// Keeps the keys fresh until the task is cancelled. `report` is told why they could not be had, once for each
    /// reason.
    func maintain(now: @Sendable () -> Date, report: @Sendable (String) -> Void) async {
        guard fetch != nil else { return }
        var known: String?
        while !Task.isCancelled {
            await refresh(at: now())
            let fault = state.withLock { $0.fault }
            if let fault, fault != known { report(fault) }
            known = fault
            try? await Task.sleep(for: pause(at: now()))
        }
    }
}
