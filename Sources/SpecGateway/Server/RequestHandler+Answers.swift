import NIOCore
import SpecRouter

/// From the body, or a refusal, to the bytes of the answer.
extension RequestHandler {
    func respond() {
        guard let request, let exchange = exchange.take() else { return }
        let bytes = body
        body = []
        let start = now
        let answer = request.api.respond(to: exchange, body: bytes.isEmpty ? .none : .bytes(bytes))
        self.answer(answer)
        // What is answered at once was timed for the log.
        if case .later = answer { lastSeen = .now() }
        loop.executor.check(now - start)
    }

    func answer(_ answer: Answer) {
        switch answer {
        case .now(let response):
            guard case .stream = response.body else { return send(response) }
            guard !loop.isFull else { return shed() }
            awaitNode()
            let encoding = request?.wishes.encoding
            run { await $0.answer(with: encoding?.streamed(response) ?? response) }
        case .later(let answer):
            guard !loop.isFull else { return shed() }
            awaitNode()
            let encoding = request?.wishes.encoding
            run {
                let response = await answer()
                await $0.answer(with: encoding?.streamed(response) ?? response)
            }
        }
    }

    /// Refuses instead of waiting.
    private func shed() {
        guard let request else { return }
        let response = loop.overloaded("As many requests are waiting as the server takes.", request)
        if passage?.requestIsComplete == false { self.request?.keepsAlive = false }
        send(response)
    }

    private func awaitNode() {
        deadline = .now() + loop.limits.nodeTimeout
        if passage == nil { phase = .answering }
    }

    /// Answers a request whose body is not wanted.
    func refuse(_ response: Response, _ request: CurrentRequest) {
        body = []
        let canDiscard = request.framing.isAtMost(loop.limits.discardedBytes) && !request.expectsContinue
        if request.framing.hasBody, !canDiscard { self.request?.keepsAlive = false }
        if case .reading = phase, request.framing.hasBody { self.request?.keepsAlive = false }
        send(response)
        if case .idle = phase { discardRest() }
    }

    /// Answers what is no request, and ends the connection: where the next request begins is unknown.
    func refuse(_ failure: MalformedRequest) {
        switch phase {
        case .discarding: return finish()
        case .lingering, .closed: return
        case .streaming: return breakOff(failure.problem(loop.limits))
        case .idle, .admitting, .reading, .answering: break
        }
        refuse(failure.problem(loop.limits))
    }

    /// Answers with a problem and ends the connection.
    func refuse(_ problem: Problem) {
        let request = self.request ?? unreadRequest()
        self.request = request
        self.request?.keepsAlive = false
        body = []
        send(request.api.problem(problem, requestID: request.id))
    }

    /// Stands for a request of which nothing could be read.
    private func unreadRequest() -> CurrentRequest {
        CurrentRequest(
            api: loop.api, id: loop.requestIDs.next(), method: "-", keepsAlive: false, start: .now())
    }

    /// Writes the answer of the current request, logs it, and makes the connection ready for the next or ends it.
    func send(_ response: Response) {
        guard let request else { return }
        let response = shaped(response, request)
        let second = HTTPDate.now
        let keepsAlive = self.keepsAlive(request)
        write(response, framing(request, keepsAlive, second))
        record(response, bytes: request.method == "HEAD" ? 0 : response.byteCount, request, at: second)
        conclude(keepsAlive ? .keepAlive : .close)
    }

    /// Whether the connection can take another request after the current one.
    func keepsAlive(_ request: CurrentRequest) -> Bool {
        request.keepsAlive && !loop.isDraining && !clientIsDone && canDiscardRest
    }

    enum Conclusion {
        case keepAlive, close
    }

    /// Makes the connection ready for the next request or ends it, once the answer was written.
    func conclude(_ conclusion: Conclusion) {
        ticket &+= 1
        task = nil
        let hasRest = passage?.requestIsComplete == false
        if passage != nil { endPassage() }
        switch conclusion {
        case .close: finish()
        case .keepAlive: becomeIdle()
        }
        if hasRest, case .idle = phase { discardRest() }
        if output.readableBytes > 64 * 1024 { flush() } else { flushOutsideRead() }
    }

    private func discardRest() {
        phase = .discarding(loop.limits.discardedBytes)
        deadline = .now() + loop.limits.bodyTimeout
    }

    func framing(
        _ request: CurrentRequest, _ keepsAlive: Bool, _ second: Int, _ stream: StreamedAnswer.Framing? = nil
    ) -> ResponseSerializer.Framing {
        let connection: ResponseSerializer.Connection =
            keepsAlive ? (request.isHTTP10 ? .keepAlive : .implied) : .close
        return ResponseSerializer.Framing(
            date: loop.date(at: second), requestID: request.id, connection: connection,
            body: stream.map { .streamed($0) } ?? (request.method == "HEAD" ? .withheld : .sent))
    }

    func record(_ response: Response, bytes: Int, _ request: CurrentRequest, at second: Int) {
        lastSeen = .now()
        let duration = lastSeen - request.start
        let telemetry = response.summary.operation?.telemetry ?? request.api.unmatched
        telemetry.record(status: response.status, nanoseconds: duration.nanoseconds, fault: response.summary.fault)
        guard loop.logsAccess || response.summary.fault != nil else { return }
        let summary = response.summary
        let entry = AccessLogEntry(
            requestID: request.id, method: request.method, template: summary.operation?.template,
            spec: summary.operation?.specName, status: response.status, duration: duration,
            bytes: bytes, principals: summary.principals.map(\.name),
            client: (request.client ?? client)?.address, node: summary.operation?.nodeID,
            problem: summary.problem?.rawValue)
        if let fault = summary.fault { loop.report(fault: fault, entry, at: second) }
        loop.record(entry, at: second)
    }
}

extension LoopContext {
    func overloaded(_ detail: String, _ request: CurrentRequest) -> Response {
        let problem = Problem(.overloaded, detail, fields: [("Retry-After", "1")])
        return request.api.problem(problem, requestID: request.id)
    }
}
