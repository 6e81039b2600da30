import NIOCore
import SpecRouter

/// Requests whose bodies pass to the node as they arrive.
extension RequestHandler {
    func stream(_ exchange: Exchange, _ request: CurrentRequest) {
        guard request.framing.hasBody else { return read(exchange, upTo: 0, request) }
        let connection = NIOLoopBound(self, eventLoop: loop.eventLoop)
        let pipe = RequestPipe { pipe in
            connection.eventLoop.execute { connection.value.bodyIsWanted(pipe) }
        }
        passage = StreamPassage(pipe: pipe)
        phase = .streaming
        let body = BodyStream(length: request.framing.length) { try await pipe.next() }
        answer(request.api.respond(to: exchange, body: .stream(body)))
    }

    /// The node asks for the first time, or has taken enough of what waited.
    private func bodyIsWanted(_ pipe: RequestPipe) {
        guard let passage, passage.pipe === pipe, let request else { return }
        passage.lastProgress = .now()
        if request.expectsContinue, !wasContinued, passage.answer == nil, passage.received == 0 { askForBody() }
        wasContinued = true
        proceed()
    }

    func feed(_ bytes: ByteBuffer) {
        passage?.feed(bytes)
    }

    func endFeeding() {
        passage?.requestIsComplete = true
        passage?.pipe?.finish()
    }

    /// The body breaks off: the node is told once it has taken what came before.
    func breakOff(_ problem: Problem) {
        request?.keepsAlive = false
        passage?.requestIsComplete = true
        passage?.pipe?.fail(problem)
    }

    /// Whether the connection can go on after an answer that came before the whole body: the rest has to be small.
    var canDiscardRest: Bool {
        guard let passage, let request, !passage.requestIsComplete else { return true }
        if request.expectsContinue, passage.received == 0 { return false }
        guard let length = request.framing.length else { return true }
        return length - passage.received <= loop.limits.discardedBytes
    }

    /// Ends what has made no progress for too long.
    func checkStream(at now: NIODeadline) {
        guard let passage else { return }
        if passage.writer != nil, clientTakesBytes() { passage.lastProgress = now }
        let awaitsClient = passage.awaitsClient
        let isAnswering = passage.answer != nil
        let patience = awaitsClient || isAnswering ? loop.limits.idleTimeout : loop.limits.nodeTimeout
        guard now >= passage.lastProgress + patience else { return }
        cancel()
        switch (isAnswering, awaitsClient) {
        case (false, true): refuse(Problem(.requestTimeout, "The request's body did not arrive in time."))
        case (false, false): refuse(Problem(.nodeTimeout, "The operation did not answer in time."))
        case (true, true): cutAnswer(fault: nil)
        case (true, false): cutAnswer(fault: "The node wrote nothing for too long in the middle of its answer.")
        }
    }
}

extension CurrentRequest.Framing {
    /// Nil for a chunked body.
    var length: Int? {
        switch self {
        case .none: 0
        case .length(let length): length
        case .chunked: nil
        }
    }
}
