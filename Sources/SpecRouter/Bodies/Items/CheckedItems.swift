import JSONCore
import Synchronization

/// A streamed body of items on its way to the node: each is checked before the node sees it.
///
/// A class: those who read items and those who read octets share what has passed.
final class CheckedItems: Sendable {
    fileprivate struct State {
        var inspection: ItemInspection
        var ready: ArraySlice<JSON> = []
        var isAtEnd = false
        /// What ended the stream; thrown again by every later read.
        var failure: Problem?
    }

    fileprivate enum Step {
        case item(JSON?)
        case failure(Problem)
        case more
    }

    private let source: BodyStream
    private let operation: CompiledOperation
    private let state: Mutex<State>

    init(_ source: BodyStream, _ checks: ItemChecks, _ limits: Limits, _ operation: CompiledOperation) {
        self.source = source
        self.operation = operation
        let options = JSONParser.Options(operation.policy, limits)
        state = Mutex(State(inspection: ItemInspection(checks, options, violations: limits.violations)))
    }

    /// The octets, each chunk after the items that it completes were checked.
    var octets: BodyStream { BodyStream(length: source.length) { try await self.nextChunk() } }

    func nextItem() async throws -> JSON? {
        while true {
            switch state.withLock({ $0.step }) {
            case .item(let item): return item
            case .failure(let problem): throw problem
            case .more: _ = try await take()
            }
        }
    }

    private func nextChunk() async throws -> [UInt8]? {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        let chunk = try await take()
        let failure = state.withLock { state in
            state.ready = []
            return state.failure
        }
        if let failure { throw failure }
        return chunk
    }

    private func take() async throws -> [UInt8]? {
        var iterator = source.makeAsyncIterator()
        let chunk = try await iterator.next()
        state.withLock { state in
            let (items, fault) = state.inspection.items(completedBy: chunk)
            state.ready += items
            state.isAtEnd = chunk == nil
            state.failure = fault.map { .violations($0.violations, of: operation) }
        }
        return chunk
    }
}

extension CheckedItems.State {
    /// Items that came before a bad one are handed on first.
    fileprivate var step: CheckedItems.Step {
        mutating get {
            if let item = ready.popFirst() { return .item(item) }
            if let failure { return .failure(failure) }
            return isAtEnd ? .item(nil) : .more
        }
    }
}
