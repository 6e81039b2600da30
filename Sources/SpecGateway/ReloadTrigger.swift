import Synchronization

/// Carries the wish to reload from wherever it comes to the gateway that runs.
///
/// A class: every copy of a ``Gateway`` shares it.
final class ReloadTrigger: Sendable {
    private let continuation = Mutex<AsyncStream<Void>.Continuation?>(nil)

    /// Wishes that come while one is being fulfilled count as one.
    func wishes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.continuation.withLock { $0 = continuation }
        return stream
    }

    func fire() {
        _ = continuation.withLock { $0?.yield() }
    }
}
