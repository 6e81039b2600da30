import JSONCore

/// A request whose operation is known, before its credentials are.
struct MatchedRequest: Sendable {
    let operation: CompiledOperation
    let head: RequestHead
    let target: RequestTarget
    let hit: RouteHit
}

/// A request that was admitted, between its head and its body.
///
/// A class: it goes through the server and several closures, which then share one reference.
public final class Exchange: Sendable {
    let matched: MatchedRequest
    let principals: [Principal]
    /// Nil when the head announces no body.
    let announced: AnnouncedBody?
    /// Which entry of the operation's request body takes it.
    var media: Int? { announced?.media }
    /// Set where the body is taken apart as it arrives.
    var multipart: MultipartPlan? { operation.requestBody.multipart(media) }
    /// Whether the body passes to the node as it arrives.
    var isStreamed: Bool { operation.requestBody.isStreamed(media) }

    init(_ matched: MatchedRequest, principals: [Principal], announced: AnnouncedBody?) {
        self.matched = matched
        self.principals = principals
        self.announced = announced
    }

    public var operation: CompiledOperation { matched.operation }
    public var head: RequestHead { matched.head }

    var summary: ExchangeSummary { ExchangeSummary(operation: operation, principals: principals) }

    /// Checks parameters and body, in this order, into one list of violations.
    func validated(_ body: RequestBody, limits: Limits) throws(Problem) -> ValidatedRequest {
        let operation = matched.operation
        var findings = RequestFindings(limit: limits.violations, operation: operation)
        let parameters = operation.parameters.check(matched, &findings)
        var value: JSON?
        var content = ValidatedRequest.Content.bytes(body.bytes)
        if isStreamed, let media, let stream = body.stream {
            operation.requestBody.check(stream, media: media, &findings)
            content = operation.requestBody.checked(stream, media: media, limits, operation)
        } else {
            value = try operation.requestBody.check(body.bytes, announced, operation.policy, limits, &findings)
        }
        if let problem = findings.problem() { throw problem }
        return ValidatedRequest(
            self, parameters: parameters, body: value, content: content, report: findings.report)
    }
}

extension RequestBody {
    fileprivate var bytes: [UInt8] {
        if case .bytes(let bytes) = self { bytes } else { [] }
    }

    /// Nil when there is no body.
    fileprivate var stream: BodyStream? {
        switch self {
        case .none: nil
        case .bytes(let bytes): bytes.isEmpty ? nil : BodyStream(bytes)
        case .stream(let stream): stream
        }
    }
}
