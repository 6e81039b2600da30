import Synchronization

/// A streamed body on its way to the node: counts its octets, and ends it with a problem when they are too many or too few.
///
/// A class: the copies of the stream share what has passed.
final class CheckedStream: Sendable {
    private struct State {
        var count = 0
        /// What ended the stream; thrown again by every later read.
        var failure: Problem?
    }

    private let source: BodyStream
    private let bounds: OctetBounds
    private let limits: Limits
    private let operation: CompiledOperation
    private let state = Mutex(State())

    init(_ source: BodyStream, _ bounds: OctetBounds, _ limits: Limits, _ operation: CompiledOperation) {
        self.source = source
        self.bounds = bounds
        self.limits = limits
        self.operation = operation
    }

    var stream: BodyStream { BodyStream(length: source.length) { try await self.next() } }

    private func next() async throws -> [UInt8]? {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        var iterator = source.makeAsyncIterator()
        let chunk = try await iterator.next()
        let failure = state.withLock { state in
            state.count += chunk?.count ?? 0
            state.failure = problem(after: state.count, isEnd: chunk == nil)
            return state.failure
        }
        if let failure { throw failure }
        return chunk
    }

    private func problem(after count: Int, isEnd: Bool) -> Problem? {
        guard count <= limits.streamBytes else { return .contentTooLarge(limit: limits.streamBytes) }
        if let violation = isEnd ? operation.requestBody.fault(of: count, bounds) : bounds.excess(count) {
            return .violation(violation, of: operation)
        }
        return nil
    }
}

extension Problem {
    /// One thing wrong with a body that is found while it passes.
    static func violation(_ violation: RequestViolation, of operation: CompiledOperation) -> Problem {
        violations([violation], of: operation)
    }

    static func violations(_ violations: [RequestViolation], of operation: CompiledOperation) -> Problem {
        let count = violations.count
        let detail = count == 1 ? "One thing is wrong with the request." : "\(count) things are wrong with the request."
        var problem = Problem(.invalidRequest, detail, violations: violations)
        problem.status = operation.violationStatus
        return problem
    }
}
