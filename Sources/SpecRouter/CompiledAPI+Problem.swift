extension CompiledAPI {
    /// A refusal that the server makes by itself: malformed, too large, too slow, too many.
    public func problem(_ problem: Problem, requestID: String) -> Response {
        renderer.response(problem, requestID: requestID, summary: ExchangeSummary(problem: problem.kind))
    }

    func problem(_ problem: Problem, exchange: Exchange, fault: String? = nil) -> Response {
        var summary = exchange.summary
        summary.problem = problem.kind
        summary.fault = fault
        return renderer.response(problem, requestID: exchange.head.requestID, summary: summary)
    }
}
