import NIOCore
import SpecRouter
import Synchronization

/// Carries a streamed body from the event loop that reads it to the task that wants it.
///
/// A class: both ends share it. Its lock is taken once for each chunk: a node may read from any thread.
final class RequestPipe: Sendable {
    fileprivate typealias Reader = (id: Int, continuation: CheckedContinuation<[UInt8]?, any Error>)

    fileprivate enum End {
        case complete
        case failed(any Error)
    }

    fileprivate struct State {
        var chunks = CircularBuffer<[UInt8]>(initialCapacity: 4)
        var buffered = 0
        var end: End?
        var reader: Reader?
        var lastReader = 0
        /// The read that was cancelled last; it may not have begun to wait yet.
        var cancelled = 0
        var wasAsked = false
        var isFull = false
    }

    /// With so much waiting for the node, the socket is not read.
    fileprivate static let capacity = 128 * 1024
    /// Chunks that are smaller are put together while they wait.
    fileprivate static let smallChunk = 16 * 1024

    private let state = Mutex(State())
    private let whenWanted: @Sendable (RequestPipe) -> Void

    /// - Parameter whenWanted: called on any thread when the node asks for the first time, and when there is room again.
    init(whenWanted: @escaping @Sendable (RequestPipe) -> Void) {
        self.whenWanted = whenWanted
    }

    /// Whether no more should come for now.
    var isFull: Bool { state.withLock { $0.isFull } }
    /// Whether the node waits for the client.
    var isAwaited: Bool { state.withLock { $0.reader != nil } }
    /// Whether the node has taken all that it will get.
    var isDrained: Bool { state.withLock { $0.end != nil && $0.chunks.isEmpty } }

    func push(_ chunk: [UInt8]) {
        let reader = state.withLock { state -> Reader? in
            guard state.end == nil else { return nil }
            if let reader = state.reader.take() { return reader }
            state.append(chunk)
            return nil
        }
        reader?.continuation.resume(returning: chunk)
    }

    func finish() { end(.complete) }

    /// What has come before is still handed on.
    func fail(_ error: any Error) { end(.failed(error)) }

    /// Nobody will read any more, or nothing is left to be read.
    func abandon(_ error: any Error) {
        state.withLock { state in
            state.chunks.removeAll()
            state.buffered = 0
            if case .complete? = state.end { state.end = nil }
        }
        fail(error)
    }

    private func end(_ end: End) {
        let reader = state.withLock { state -> Reader? in
            guard state.end == nil else { return nil }
            state.end = end
            return state.reader.take()
        }
        switch end {
        case .complete: reader?.continuation.resume(returning: nil)
        case .failed(let error): reader?.continuation.resume(throwing: error)
        }
    }

    /// The next chunk; nil at the end.
    func next() async throws -> [UInt8]? {
        let (outcome, id) = state.withLock { state in
            let outcome = state.take()
            state.lastReader += 1
            return (outcome, state.lastReader)
        }
        if outcome.isWanted { whenWanted(self) }
        switch outcome.result {
        case .chunk(let chunk): return chunk
        case .failure(let error): throw error
        case .nothing: return try await wait(id)
        }
    }

    private func wait(_ id: Int) async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enqueue((id, continuation))
            }
        } onCancel: {
            let reader = state.withLock { state -> Reader? in
                state.cancelled = id
                return state.reader?.id == id ? state.reader.take() : nil
            }
            reader?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Something may have come since the first look.
    private func enqueue(_ reader: Reader) {
        let outcome = state.withLock { state -> Outcome in
            if state.cancelled == reader.id { return Outcome(result: .failure(CancellationError()), isWanted: false) }
            let outcome = state.take()
            guard case .nothing = outcome.result else { return outcome }
            guard state.reader == nil else { return Outcome(result: .failure(SecondReader()), isWanted: false) }
            state.reader = reader
            return outcome
        }
        if outcome.isWanted { whenWanted(self) }
        switch outcome.result {
        case .chunk(let chunk): reader.continuation.resume(returning: chunk)
        case .failure(let error): reader.continuation.resume(throwing: error)
        case .nothing: break
        }
    }

    fileprivate struct Outcome {
        enum Result {
            /// Nil at the end.
            case chunk([UInt8]?)
            case failure(any Error)
            case nothing
        }

        let result: Result
        /// Whether the event loop has to be told.
        let isWanted: Bool
    }
}

extension RequestPipe.State {
    fileprivate mutating func append(_ chunk: [UInt8]) {
        buffered += chunk.count
        isFull = buffered >= RequestPipe.capacity
        if let last = chunks.indices.last, chunks[last].count + chunk.count <= RequestPipe.smallChunk {
            chunks[last] += chunk
        } else {
            chunks.append(chunk)
        }
    }

    fileprivate mutating func take() -> RequestPipe.Outcome {
        var isWanted = !wasAsked
        wasAsked = true
        guard let chunk = chunks.popFirst() else { return RequestPipe.Outcome(result: result, isWanted: isWanted) }
        buffered -= chunk.count
        if isFull, buffered <= RequestPipe.capacity / 2 {
            isFull = false
            isWanted = true
        }
        return RequestPipe.Outcome(result: .chunk(chunk), isWanted: isWanted)
    }

    private var result: RequestPipe.Outcome.Result {
        switch end {
        case nil: .nothing
        case .complete: .chunk(nil)
        case .failed(let error): .failure(error)
        }
    }
}

/// Two tasks read one body at once.
struct SecondReader: Error, CustomStringConvertible {
    var description: String { "The body is already being read by another task: read it from one task at a time." }
}
