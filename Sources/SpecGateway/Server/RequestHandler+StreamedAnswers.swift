import NIOCore
import SpecRouter

import struct SpecRouter.Response

/// Answers that are made while they are sent.
extension RequestHandler {
    /// So much is gathered before it is written, and before the node lets others have the event loop.
    private static let batch = 32 * 1024

    /// Writes the head; false when no body is to follow.
    func beginAnswer(_ response: Response, length: Int?) -> Bool {
        guard let request else { return false }
        guard request.method != "HEAD", ResponseSerializer.allowsBody(response.status) else {
            send(response)
            return false
        }
        let response = shaped(response, request)
        let framing: StreamedAnswer.Framing =
            length.map { .length($0) } ?? (request.isHTTP10 || wire.isFramed ? .untilClosed : .chunked)
        var keepsAlive = self.keepsAlive(request)
        if case .untilClosed = framing { keepsAlive = false }
        let passage = self.passage ?? StreamPassage(pipe: nil)
        passage.answer = StreamedAnswer(response: response, framing: framing, keepsAlive: keepsAlive)
        passage.lastProgress = .now()
        self.passage = passage
        phase = .streaming
        write(response, self.framing(request, keepsAlive, HTTPDate.now, framing))
        scheduleFlush()
        return true
    }

    /// Takes a piece of the body; throws when nobody wants it.
    func write(_ piece: ArraySlice<UInt8>) throws {
        guard let answer = passage?.answer else { throw ClientGone() }
        if case .length(let length) = answer.framing, answer.isExceeded(by: piece.count) {
            passage?.answer?.isOverrun = true
            throw AnswerTooLong(length: length)
        }
        passage?.answer?.written += piece.count
        ResponseSerializer.append(piece, answer.framing, to: &output)
    }

    /// Whether the node may go on writing at once.
    var hasRoom: Bool {
        guard output.readableBytes < Self.batch, isWritable else { return false }
        scheduleFlush()
        return true
    }

    /// Wakes the node when the client has taken enough.
    func waitForRoom(_ writer: CheckedContinuation<Void, any Error>) {
        guard let passage, passage.answer != nil else { return writer.resume(throwing: ClientGone()) }
        guard passage.writer == nil else { return writer.resume(throwing: SecondWriter()) }
        flush()
        passage.writer = writer
        guard isWritable else { return }
        loop.eventLoop.assumeIsolated().execute { passage.resumeWriter() }
    }

    func cancelWriter() {
        passage?.writer.take()?.resume(throwing: CancellationError())
    }

    /// Ends the message, or cuts it off when it is not whole.
    func endAnswer(_ outcome: ResponseStream.Outcome) {
        guard let request, let answer = passage?.answer else { return }
        let isWhole = answer.isWhole && !answer.isOverrun
        let mismatch = isWhole || clientIsDone ? nil : "The answer is not as long as was announced."
        let fault = outcome.fault ?? (outcome.isComplete ? mismatch : nil)
        guard outcome.isComplete, isWhole else { return cutAnswer(fault: fault) }
        if case .chunked = answer.framing { output.writeStaticString("0\r\n\r\n") }
        record(answer, request, fault)
        let canGoOn = answer.keepsAlive && keepsAlive(request)
        conclude(canGoOn ? .keepAlive : .close)
    }

    /// Ends the connection without an end of the message, so that no client takes it for a whole one.
    func cutAnswer(fault: String?) {
        guard let request, let answer = passage?.answer else { return }
        record(answer, request, fault, isCut: true)
        passage?.answer = nil
        ticket &+= 1
        task = nil
        endPassage()
        breakOffAnswer()
    }

    private func record(_ answer: StreamedAnswer, _ request: CurrentRequest, _ fault: String?, isCut: Bool = false) {
        var response = answer.response
        response.summary.fault = fault ?? response.summary.fault
        if isCut { (response.summary.operation?.telemetry ?? request.api.unmatched).recordCut() }
        record(response, bytes: answer.written, request, at: HTTPDate.now)
    }

    /// The client went in the middle of the answer.
    func recordAbandoned() {
        guard let request, let answer = passage?.answer else { return }
        record(answer, request, nil, isCut: true)
    }

    func endPassage() {
        passage?.end()
        passage = nil
    }
}

/// Two tasks write one answer at once.
struct SecondWriter: Error, CustomStringConvertible {
    var description: String { "The answer is already being written by another task: write it from one task at a time." }
}
