/// A request that was matched to an operation, between its head and its body.
public struct Exchange: Sendable {
    public let operation: CompiledOperation
    public let head: RequestHead
    let target: RequestTarget
    let hit: RouteHit
    var principals: [Principal] = []
    /// Which entry of the operation's request body the `Content-Type` picked.
    var media: Int?

    var summary: ExchangeSummary { ExchangeSummary(operation: operation, principals: principals) }

    /// Checks parameters and body, in this order, into one list of violations.
    func validated(_ body: RequestBody, limits: Limits) throws(Problem) -> ValidatedRequest {
        var findings = RequestFindings(limit: limits.violations, places: operation.places)
        let parameters = operation.parameters.check(self, &findings)
        let bytes = body.bytes
        let value = try operation.requestBody.check(bytes, media: media, operation.policy, limits, &findings)
        if let problem = findings.problem(status: operation.violationStatus) { throw problem }
        return ValidatedRequest(
            operation: operation, head: head, parameters: parameters, body: value, bodyBytes: bytes,
            principals: principals)
    }
}

extension RequestBody {
    var bytes: [UInt8] {
        switch self {
        case .none: []
        case .bytes(let bytes): bytes
        }
    }
}
