extension CompiledAPI {
    /// The answer to a browser's question whether a page may send a request; nil when it is none, or no operation shares.
    ///
    /// It comes before security: a browser sends no credentials with it.
    func preflight(_ head: borrowing RequestHead) -> Response? {
        guard sharesAcrossOrigins, head.method == "OPTIONS", let origin = head.firstField("origin"),
            let method = head.firstField("access-control-request-method"),
            let target = try? RequestTarget(head.target), case .found(let hit) = match(target, method: method),
            let plan = routed[hit.operation].crossOrigin
        else { return nil }
        return Response(
            status: 204, fields: plan.preflightFields(for: origin) + [Response.preflightVary],
            summary: ExchangeSummary(operation: routed[hit.operation]))
    }

    /// The answer with what a page of that origin needs to read it; as it is where nothing is shared.
    package func shared(_ response: Response, with origin: String?) -> Response {
        guard sharesAcrossOrigins, !response.isPreflight else { return response }
        let operation = response.summary.operation
        guard let plan = operation == nil ? crossOrigin : operation?.crossOrigin else { return response }
        var response = response
        plan.share(&response, with: origin)
        return response
    }
}

extension Response {
    fileprivate static let preflightVary: HeaderField = (
        "Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"
    )

    /// Of no other answer does the rest depend on what a browser has in mind.
    fileprivate var isPreflight: Bool { status == 204 && firstField("vary") == Self.preflightVary.value }
}
