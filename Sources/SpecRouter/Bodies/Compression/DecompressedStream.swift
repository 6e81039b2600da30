import Synchronization

/// A compressed body on its way from the client, decompressed while it is read.
///
/// A class: the copies of the stream share what has passed.
final class DecompressedStream: Sendable {
    private struct State {
        var decompressor: Decompressor
        var piece: [UInt8] = []
        var position = 0
        /// What ended the stream; thrown again by every later read.
        var failure: Problem?
    }

    private enum Step {
        case chunk([UInt8])
        case more
        case failure(Problem)
    }

    private let source: BodyStream
    private let operation: CompiledOperation
    private let ratio: Int
    private let state: Mutex<State>

    init(_ source: BodyStream, _ coding: ContentCoding, ratio: Int, _ operation: CompiledOperation) {
        self.source = source
        self.operation = operation
        self.ratio = ratio
        state = Mutex(State(decompressor: Decompressor(coding, ratio: ratio)))
    }

    /// Its length is not known before its end.
    var stream: BodyStream { BodyStream { try await self.next() } }

    private func next() async throws -> [UInt8]? {
        while true {
            switch state.withLock({ step(&$0) }) {
            case .chunk(let chunk): return chunk
            case .failure(let problem): throw problem
            case .more:
                var iterator = source.makeAsyncIterator()
                guard let piece = try await iterator.next() else { return try end() }
                state.withLock { ($0.piece, $0.position) = (piece, 0) }
            }
        }
    }

    private func step(_ state: inout State) -> Step {
        if let failure = state.failure { return .failure(failure) }
        do throws(DecompressionFault) {
            let piece = state.piece
            var position = state.position
            let chunk = try state.decompressor.next(in: piece.span, at: &position)
            state.position = position
            return chunk.map { .chunk($0) } ?? .more
        } catch {
            return .failure(fail(error, &state))
        }
    }

    private func end() throws -> [UInt8]? {
        let failure: Problem? = state.withLock { state in
            do throws(DecompressionFault) {
                try state.decompressor.finish()
                return nil
            } catch {
                return fail(error, &state)
            }
        }
        if let failure { throw failure }
        return nil
    }

    private func fail(_ fault: DecompressionFault, _ state: inout State) -> Problem {
        let problem = fault.sizeProblem(limit: 0, ratio: ratio) ?? .violation(fault.violation, of: operation)
        state.failure = problem
        return problem
    }
}
