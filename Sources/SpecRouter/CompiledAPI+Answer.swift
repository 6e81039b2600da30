import HTTPTypes
import JSONCore

extension CompiledAPI {
    /// Runs the node and checks what it answers.
    func run(_ request: ValidatedRequest, _ exchange: Exchange) -> Answer {
        switch exchange.operation.state {
        case .bound(let node): return run(node, request, exchange)
        case .mock(let plan):
            return .now(answer(exchange) { () throws(Problem) in try plan.answer(to: request) })
        case .document(let document):
            let type: HeaderField = ("Content-Type", document.contentType)
            return .now(
                Response(status: 200, fields: [type], body: .bytes(document.bytes), summary: exchange.summary))
        case .refusing(let problem): return .now(self.problem(problem, exchange: exchange))
        }
    }

    private func run(_ node: RegisteredNode, _ request: ValidatedRequest, _ exchange: Exchange) -> Answer {
        switch node.action {
        case .immediate(let respond): return .now(answer(exchange) { try respond(request) })
        case .suspending(let respond):
            return .later { await self.answer(exchange, node.placement) { try await respond(request) } }
        case .echo: return .now(EchoNode.response(to: request))
        case .mock: return .now(problem(Problem(.operationNotImplemented, "No mock was made."), exchange: exchange))
        }
    }

    private func answer(_ exchange: Exchange, _ respond: () throws -> NodeResponse) -> Response {
        do {
            return checked(try respond(), exchange)
        } catch {
            return failed(error, exchange)
        }
    }

    private func answer(
        _ exchange: Exchange, _ placement: NodePlacement,
        _ respond: @escaping @Sendable () async throws -> NodeResponse
    ) async -> Response {
        do {
            switch placement {
            case .onEventLoop: return checked(try await respond(), exchange)
            case .onPool:
                var response = try await withTaskExecutorPreference(globalConcurrentExecutor) {
                    try await respond()
                }
                if case .stream(let stream) = response.body { response.body = .stream(stream.placed(placement)) }
                return checked(response, exchange)
            }
        } catch {
            return failed(error, exchange)
        }
    }

    /// The response as it is sent; a problem in its place when it breaks the description and the policy enforces that.
    private func checked(_ response: NodeResponse, _ exchange: Exchange) -> Response {
        let operation = exchange.operation
        var summary = exchange.summary
        guard operation.policy.responses.check.takes(requestID: exchange.head.requestID) else {
            return Response(response, summary: summary)
        }
        let faults = operation.responses.faults(of: response, operation.policy.responses, limits)
        if let first = faults.first {
            summary.fault = first.message
            if faults.contains(where: { $0.check == .enforce }) {
                return problem(
                    .invalidResponse(faults, operation.policy.problems), exchange: exchange, fault: first.message)
            }
        }
        return Response(response, summary: summary)
    }

    func failed(_ error: any Error, _ exchange: Exchange) -> Response {
        if let problem = error as? Problem { return self.problem(problem, exchange: exchange) }
        let fault = "The node threw: \(error)"
        let detail = exchange.operation.policy.problems == .verbose ? fault : "The operation failed."
        return problem(Problem(.nodeFailed, detail), exchange: exchange, fault: fault)
    }
}

extension Response.Body {
    fileprivate var isNone: Bool { if case .none = self { true } else { false } }
}

extension Response {
    /// A node's answer as it goes out: no body where the status forbids one (RFC 9110, section 6.4.1).
    init(_ response: NodeResponse, summary: ExchangeSummary) {
        var fields: [HeaderField] = response.headerFields.map { ($0.name.rawName, $0.value) }
        let forbidsBody = [204, 205, 304].contains(response.status.code)
        var body = Body.none
        switch response.body {
        case .none: break
        case .bytes(let bytes), .json(_, let bytes): body = .bytes(bytes)
        case .stream(let stream): body = .stream(stream)
        }
        if forbidsBody { body = .none }
        if let type = response.contentType, !body.isNone { fields.append(("Content-Type", type)) }
        self.init(status: response.status.code, fields: fields, body: body, summary: summary)
    }
}
