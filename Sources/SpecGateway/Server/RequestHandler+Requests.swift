import NIOCore
import SpecRouter

/// From the parts of a request to its admission and its body.
extension RequestHandler {
    func take(_ part: ReceivedPart) {
        switch (part, phase) {
        case (.head(let head), .idle): begin(head)
        case (.body(let bytes), .reading(let limit)): append(bytes, limit)
        case (.end, .reading): respond()
        case (.body(let bytes), .streaming): feed(bytes)
        case (.end, .streaming): endFeeding()
        case (.body(let bytes), .discarding), (.body(let bytes), .lingering): discard(bytes.readableBytes)
        case (.end, .discarding): becomeIdle()
        default: break
        }
    }

    private func begin(_ received: ReceivedHead) {
        let request = CurrentRequest(
            api: loop.api, id: received.requestID ?? loop.requestIDs.next(), method: received.method,
            framing: received.framing, expectsContinue: received.expectsContinue, isHTTP10: received.isHTTP10,
            keepsAlive: received.keepsAlive && !wire.isFramed, start: now)
        admit(request, target: received.target, received.fields)
    }

    func admit(_ request: CurrentRequest, target: String, _ fields: [HeaderField]) {
        request.wishes = AnswerWishes(fields, request.api, loop.compression)
        request.client = client(fields)
        self.request = request
        var head = RequestHead(
            method: request.method, target: target, fields: fields, requestID: request.id, peer: peer,
            client: request.client)
        head.isFollowedByBody = wire.isFramed && request.framing.hasBody
        decide(request.api.admit(consume head, loop.parsers), request)
    }

    private func decide(_ admission: Admission, _ request: CurrentRequest) {
        switch admission {
        case .refuse(let response): refuse(response, request)
        case .read(let exchange, let limit): read(exchange, upTo: limit, request)
        case .stream(let exchange): stream(exchange, request)
        case .wait(let verdict):
            guard !loop.isFull else {
                return refuse(loop.overloaded("As many requests are waiting as the server takes.", request), request)
            }
            phase = .admitting
            deadline = request.start + loop.limits.nodeTimeout
            run { connection in
                var admission = await verdict()
                for _ in 0..<8 { if case .wait(let next) = admission { admission = await next() } }
                let decided = admission
                connection.resume { $0.decide(decided) }
            }
        }
    }

    private func decide(_ admission: Admission) {
        guard let request else { return }
        phase = .idle
        if case .wait = admission {
            return refuse(loop.overloaded("The credentials could not be verified.", request), request)
        }
        decide(admission, request)
        proceed()
    }

    func read(_ exchange: Exchange, upTo limit: Int, _ request: CurrentRequest) {
        self.exchange = exchange
        guard request.framing.hasBody else {
            phase = .reading(upTo: 0)
            return
        }
        if case .length(let length) = request.framing {
            guard length <= limit else { return refuse(tooLarge(limit, request), request) }
            // The parser wants some room behind the text; a length that is only claimed gets no memory beforehand.
            body.reserveCapacity(min(length, 256 * 1024) + 64)
        }
        phase = .reading(upTo: limit)
        deadline = now + loop.limits.bodyTimeout
        if request.expectsContinue { askForBody() }
    }

    private func append(_ bytes: ByteBuffer, _ limit: Int) {
        guard let request else { return }
        guard bytes.readableBytes <= limit - body.count else {
            return refuse(tooLarge(limit, request), request)
        }
        bytes.withUnsafeReadableBytes { body.append(contentsOf: $0) }
    }

    private func tooLarge(_ limit: Int, _ request: CurrentRequest) -> Response {
        let problem = Problem(.contentTooLarge, "The body is larger than the \(limit) octets that are read here.")
        return request.api.problem(problem, requestID: request.id)
    }

    func becomeIdle() {
        request = nil
        exchange = nil
        wasContinued = false
        phase = .idle
        if loop.isDraining { return finish() }
        deadline = now + loop.limits.idleTimeout
        headIsTimed = false
    }

    /// Counts what is thrown away, and ends the connection when it is too much.
    func discard(_ count: Int) {
        switch phase {
        case .discarding(let rest) where count <= rest: phase = .discarding(rest - count)
        case .discarding: finish()
        case .lingering(let rest) where count <= rest: phase = .lingering(rest - count)
        case .lingering: abort()
        case .idle, .admitting, .reading, .answering, .streaming, .closed: break
        }
    }
}
