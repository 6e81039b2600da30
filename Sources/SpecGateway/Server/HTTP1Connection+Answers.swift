import NIOCore
import SpecRouter

/// From the body, or a refusal, to the bytes of the answer.
extension HTTP1Connection {
    func respond() {
        guard let request, let exchange = exchange.take() else { return }
        let bytes = body
        body = []
        let start = NIODeadline.now()
        switch request.api.respond(to: exchange, body: bytes.isEmpty ? .none : .bytes(bytes)) {
        case .now(let response):
            send(response)
        case .later(let answer):
            phase = .answering
            deadline = start + loop.limits.nodeTimeout
            run { connection in
                let response = await answer()
                connection.resume {
                    $0.send(response)
                    $0.proceed()
                }
            }
        }
        loop.executor.check(.now() - start)
    }

    /// Answers a request whose body is not wanted.
    func refuse(_ response: Response, _ request: CurrentRequest) {
        body = []
        let canDiscard = request.framing.isAtMost(loop.limits.discardedBytes) && !request.expectsContinue
        if request.framing.hasBody, !canDiscard { self.request?.keepsAlive = false }
        if case .reading = phase, request.framing.hasBody { self.request?.keepsAlive = false }
        send(response)
        guard case .idle = phase else { return }
        phase = .discarding(loop.limits.discardedBytes)
        deadline = .now() + loop.limits.bodyTimeout
    }

    /// Answers what is no request, and ends the connection: where the next request begins is unknown.
    func refuse(_ failure: MalformedRequest) {
        switch phase {
        case .discarding: return finish()
        case .lingering, .closed: return
        case .idle, .admitting, .reading, .answering: break
        }
        refuse(failure.problem)
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
            api: loop.api, id: loop.requestIDs.next(), method: "-", framing: .none, expectsContinue: false,
            isHTTP10: false, keepsAlive: false, start: .now())
    }

    /// Writes the answer of the current request, logs it, and makes the connection ready for the next or ends it.
    private func send(_ response: Response) {
        guard let request else { return }
        let second = HTTPDate.now
        let keepsAlive = request.keepsAlive && !loop.isDraining && !clientIsDone
        ResponseSerializer.append(response, framing(request, keepsAlive, second), to: &output)
        record(response, request, at: second)
        ticket &+= 1
        task = nil
        if keepsAlive { becomeIdle() } else { finish() }
        if output.readableBytes > 64 * 1024 { flush() } else { flushOutsideRead() }
    }

    private func framing(
        _ request: CurrentRequest, _ keepsAlive: Bool, _ second: Int
    ) -> ResponseSerializer.Framing {
        let connection: ResponseSerializer.Connection =
            keepsAlive ? (request.isHTTP10 ? .keepAlive : .implied) : .close
        return ResponseSerializer.Framing(
            date: loop.date(at: second), requestID: request.id, connection: connection,
            body: request.method == "HEAD" ? .withheld : .sent)
    }

    private func record(_ response: Response, _ request: CurrentRequest, at second: Int) {
        let summary = response.summary
        let duration = NIODeadline.now() - request.start
        let telemetry = summary.operation?.telemetry ?? request.api.unmatched
        telemetry.record(status: response.status, nanoseconds: duration.nanoseconds)
        guard loop.logsAccess || summary.fault != nil else { return }
        let entry = AccessLogEntry(
            requestID: request.id, method: request.method, template: summary.operation?.template,
            spec: summary.operation?.specName, status: response.status, duration: duration,
            bytes: request.method == "HEAD" ? 0 : response.byteCount, principals: summary.principals.map(\.name),
            node: summary.operation?.nodeID, problem: summary.problem?.rawValue)
        if let fault = summary.fault { loop.report(fault: fault, entry, at: second) }
        loop.record(entry, at: second)
    }
}

extension LoopContext {
    func overloaded(_ detail: String, _ request: CurrentRequest) -> Response {
        request.api.problem(Problem(.overloaded, detail), requestID: request.id)
    }
}
