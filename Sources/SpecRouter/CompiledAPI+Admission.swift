extension CompiledAPI {
    enum Routing {
        case operation(RouteHit, RequestTarget)
        /// Answered by the router itself.
        case answered(Response)
    }

    /// 404, 405 with `Allow`; OPTIONS is answered by the table.
    func routing(_ head: borrowing RequestHead) throws(Problem) -> Routing {
        let target = try RequestTarget(head.target)
        if target.isAsterisk, head.method == "OPTIONS" { return .answered(Response(status: 204)) }
        switch match(target, method: head.method) {
        case .found(let hit): return .operation(hit, target)
        case .notFound:
            throw Problem(.routeNotFound, "No operation of this API has the path of this request.")
        case .methodNotAllowed(let allowed):
            return try withoutOperation(head, allowed: allowed)
        }
    }

    func match(_ target: borrowing RequestTarget, method: String) -> RouteMatch {
        let bytes = target.bytes.span
        return routes.match(
            path: bytes.extracting(target.path), query: bytes.extracting(target.query), method: method)
    }

    private func withoutOperation(_ head: borrowing RequestHead, allowed: [String]) throws(Problem) -> Routing {
        let allow: HeaderField = ("Allow", Self.allow(allowed))
        if head.method == "OPTIONS" { return .answered(Response(status: 204, fields: [allow])) }
        guard Self.knownMethods.contains(head.method) else {
            throw Problem(.methodUnknown, "The method of this request is none that the server knows.", fields: [allow])
        }
        throw Problem(
            .methodNotAllowed, "This path has no operation for the method of this request; it has \(allow.value).",
            fields: [allow])
    }

    /// Those of RFC 9110, PATCH (RFC 5789) and QUERY (OpenAPI 3.2); others only where an operation has them.
    private static let knownMethods: Set<String> = [
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY",
    ]

    /// What the path's operations declare, and what the router answers by itself.
    private static func allow(_ declared: [String]) -> String {
        var methods = declared
        if methods.contains("GET"), !methods.contains("HEAD") { methods.append("HEAD") }
        if !methods.contains("OPTIONS") { methods.append("OPTIONS") }
        return methods.joined(separator: ", ")
    }

    /// Of operations that one template and method share, the first whose path parameters fit (BEHAVIOUR: Routing).
    func request(
        _ hit: consuming RouteHit, _ head: consuming RequestHead, _ target: consuming RequestTarget,
        _ parsers: ParserPool
    ) -> MatchedRequest {
        let first = MatchedRequest(
            operation: routed[hit.operation], head: consume head, target: consume target, hit: consume hit,
            parsers: parsers)
        guard !first.hit.alternatives.isEmpty, !first.operation.parameters.pathFits(first) else { return first }
        let others = first.hit.alternatives.lazy.map { first.moved(to: self.routed[$0]) }
        return others.first { $0.operation.parameters.pathFits($0) } ?? first
    }

    /// 501 for what cannot be served, then security (401, 403), then what the head says of bodies.
    func admit(_ request: MatchedRequest) -> Admission {
        if case .refusing(let problem) = request.operation.state { return refusal(problem, request) }
        let target = request.target
        let query = target.bytes.span.extracting(target.query)
        return decided(request.operation.security.verify(request.head, query: query), request)
    }

    private func decided(_ verdict: SecurityVerdict, _ request: MatchedRequest) -> Admission {
        switch verdict {
        case .granted(let principals): return admitted(request, principals)
        case .refused(let problem): return refusal(problem, request)
        case .later(let verify): return .wait { self.decided(await verify(), request) }
        }
    }

    /// 406, 415, 413.
    private func admitted(_ request: MatchedRequest, _ principals: [Principal]) -> Admission {
        let operation = request.operation
        do throws(Problem) {
            try operation.responses.checkAcceptable(request.head)
            let body = try operation.requestBody.announced(by: request.head, limits)
            let exchange = Exchange(request, principals: principals, announced: body)
            if exchange.isStreamed || exchange.multipart != nil { return .stream(exchange) }
            if request.head.expectsContinue { try request.checkParameters(limits) }
            return .read(exchange, upTo: limits.bodyBytes)
        } catch {
            return refusal(error, request, principals)
        }
    }

    private func refusal(
        _ problem: Problem, _ request: MatchedRequest, _ principals: [Principal] = []
    ) -> Admission {
        let summary = ExchangeSummary(
            operation: request.operation, principals: principals, problem: problem.kind)
        return .refuse(renderer.response(problem, requestID: request.head.requestID, summary: summary))
    }
}

extension RequestHead {
    /// Whether the client waits for a word before it sends the body (RFC 9110, section 10.1.1).
    package var expectsContinue: Bool { firstField("expect")?.equalsASCIIFolded("100-continue") ?? false }
}

extension MatchedRequest {
    /// Refuses at once what no body can mend.
    func checkParameters(_ limits: Limits) throws(Problem) {
        var findings = RequestFindings(limit: limits.violations, operation: operation)
        _ = operation.parameters.check(self, &findings)
        if let problem = findings.problem() { throw problem }
    }
}
