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
        case .echo:
            guard request.content.isStreamed else { return .now(EchoNode.response(to: request)) }
            return .later { await self.echoed(request, exchange) }
        case .mock: return .now(problem(Problem(.operationNotImplemented, "No mock was made."), exchange: exchange))
        }
    }

    /// A streamed body is taken before it is told of.
    private func echoed(_ request: ValidatedRequest, _ exchange: Exchange) async -> Response {
        do {
            return EchoNode.response(to: request, streamed: try await EchoNode.taken(request))
        } catch {
            return failed(error, exchange)
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
                let answer = try await withTaskExecutorPreference(globalConcurrentExecutor) {
                    try await respond()
                }
                var response = checked(answer, exchange)
                if case .stream(let stream) = response.body { response.body = .stream(stream.placed(placement)) }
                return response
            }
        } catch {
            return failed(error, exchange)
        }
    }

    /// The response as it is sent; a problem in its place when it breaks the description and the policy enforces that.
    private func checked(_ answer: consuming NodeResponse, _ exchange: Exchange) -> Response {
        let request = exchange.matched
        let operation = request.operation
        var summary = exchange.summary
        let response: NodeResponse
        do throws(XMLWriter.Refusal) {
            response = try operation.responses.written(answer, for: request.head)
        } catch {
            let fault = error.fault
            return problem(
                .invalidResponse([fault], operation), exchange: exchange, fault: fault.message)
        }
        guard operation.policy.responses.check.takes(requestID: request.head.requestID) else {
            return sent(response, exchange, summary, items: .off)
        }
        let checks = operation.checks(of: response.status.code, to: request.head)
        let faults = operation.responses.faults(of: response, checks, limits, request.parsers)
        if let first = faults.first {
            summary.fault = first.message
            if faults.contains(where: { $0.check == .enforce }) {
                return problem(.invalidResponse(faults, operation), exchange: exchange, fault: first.message)
            }
        }
        return sent(response, exchange, summary, items: operation.policy.responses.body)
    }

    /// - Parameter check: of items, while they pass.
    private func sent(
        _ response: consuming NodeResponse, _ exchange: Exchange, _ summary: ExchangeSummary, items check: Policy.Check
    ) -> Response {
        switch body(of: response, exchange.operation, items: check) {
        case .body(let body): return Response(response, body, summary: summary)
        case .fault(let fault):
            return problem(.invalidResponse([fault], exchange.operation), exchange: exchange, fault: fault.message)
        }
    }

    private enum BodyToSend {
        case body(Response.Body)
        case fault(ResponseFault)
    }

    /// What is checked while it passes gets its checks here.
    private func body(
        of response: NodeResponse, _ operation: CompiledOperation, items check: Policy.Check
    ) -> BodyToSend {
        func items(_ checks: ItemChecks) -> ItemAnswer {
            ItemAnswer(
                checks: checks, check: check, limits: limits,
                brokenEvents: operation.policy.brokenEvents)
        }
        switch response.body {
        case .none, .bytes, .json: return .body(response.body.whole)
        case .stream(let octets):
            let checks = operation.responses.itemChecks(of: response)
            return .body(.stream(checks.map { items($0).stream(octets) } ?? octets))
        case .items(let source):
            let declared = operation.responses.itemChecks(of: response)
            let format = response.contentType.flatMap(ItemFormat.init)
            guard
                let checks = declared ?? format.map({ ItemChecks(format: $0, place: nil, places: operation.places) })
            else {
                return .fault(
                    ResponseFault(
                        check: .enforce, message: "The answer has items, and its media type is not a sequential one."))
            }
            return .body(.stream(items(checks).stream(source)))
        }
    }

    func failed(_ error: any Error, _ exchange: Exchange) -> Response {
        if let problem = error as? Problem { return self.problem(problem, exchange: exchange) }
        if let fault = error as? UpstreamFault {
            return problem(fault.problem(exchange.operation), exchange: exchange, fault: fault.reason)
        }
        let fault = "The node threw: \(error)"
        let detail = exchange.operation.policy.problems == .verbose ? fault : "The operation failed."
        return problem(Problem(.nodeFailed, detail), exchange: exchange, fault: fault)
    }
}

extension NodeResponse.Body {
    /// What is there at once.
    var whole: Response.Body {
        switch self {
        case .none, .stream, .items: .none
        case .bytes(let bytes), .json(_, let bytes): .bytes(bytes)
        }
    }
}

extension Response.Body {
    fileprivate var isNone: Bool { if case .none = self { true } else { false } }
}

extension Response {
    /// A node's answer as it goes out: no body where the status forbids one (RFC 9110, section 6.4.1).
    init(_ response: borrowing NodeResponse, _ body: consuming Body, summary: consuming ExchangeSummary) {
        var fields: [HeaderField] = response.headerFields.map { ($0.name.rawName, $0.value) }
        let forbidsBody = [204, 205, 304].contains(response.status.code)
        let body = forbidsBody ? .none : body
        if let type = response.contentType, !body.isNone { fields.append(("Content-Type", type)) }
        let notices = summary.operation?.notices
        self.init(status: response.status.code, fields: fields, body: body, summary: summary)
        if let notices, !notices.isEmpty { add(notices) }
    }
}
