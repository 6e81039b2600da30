import NIOCore
import SpecRouter

import struct SpecRouter.Response

/// The way of an answer from the task that makes it to the connection's event loop.
extension RequestHandler.Resumption {
    /// No piece is larger: what is written waits in memory until the client takes it.
    private static let piece = 64 * 1024

    /// Sends an answer, whole or as its stream makes it.
    func answer(with response: Response) async {
        guard case .stream(let stream) = response.body else {
            return resume {
                $0.send(response)
                $0.proceed()
            }
        }
        guard await begin(response, length: stream.length) else { return resume { $0.proceed() } }
        let outcome = await stream.send(to: BodyWriter { try await write($0) })
        resume {
            $0.endAnswer(outcome)
            $0.proceed()
        }
    }

    private var isOnLoop: Bool { connection.eventLoop.inEventLoop }

    private var isAwaited: Bool { connection.value.ticket == ticket }

    /// False when the answer is no longer awaited, or has no body.
    private func begin(_ response: Response, length: Int?) async -> Bool {
        if isOnLoop { return isAwaited && connection.value.beginAnswer(response, length: length) }
        return await withCheckedContinuation { continuation in
            connection.eventLoop.execute {
                continuation.resume(returning: isAwaited && connection.value.beginAnswer(response, length: length))
            }
        }
    }

    private func write(_ bytes: [UInt8]) async throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            try Task.checkCancellation()
            let piece = rest.prefix(Self.piece)
            rest = rest.dropFirst(Self.piece)
            if isOnLoop {
                try write(piece)
                if connection.value.hasRoom { continue }
            }
            try await wait(writing: isOnLoop ? nil : piece)
        }
    }

    private func write(_ piece: ArraySlice<UInt8>) throws {
        guard isAwaited else { throw ClientGone() }
        try connection.value.write(piece)
    }

    /// Returns when there is room for more; `piece` is what has to be taken to the event loop first.
    private func wait(writing piece: ArraySlice<UInt8>?) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                onLoop { enqueue(piece, continuation) }
            }
        } onCancel: {
            connection.eventLoop.execute { if isAwaited { connection.value.cancelWriter() } }
        }
    }

    private func enqueue(_ piece: ArraySlice<UInt8>?, _ writer: CheckedContinuation<Void, any Error>) {
        do {
            if let piece { try write(piece) }
            guard isAwaited else { throw ClientGone() }
            if piece != nil, connection.value.hasRoom { return writer.resume() }
            connection.value.waitForRoom(writer)
        } catch {
            writer.resume(throwing: error)
        }
    }

    private func onLoop(_ work: @escaping @Sendable () -> Void) {
        if isOnLoop { work() } else { connection.eventLoop.execute(work) }
    }
}
