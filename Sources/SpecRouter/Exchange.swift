import JSONCore

/// A request whose operation is known, before its credentials are.
///
/// A class: it is handed on from step to step by one reference, where a copy would count as many as it has parts.
final class MatchedRequest: Sendable {
    let operation: CompiledOperation
    let head: RequestHead
    let target: RequestTarget
    let hit: RouteHit
    /// For its body and its answer.
    let parsers: ParserPool

    init(
        operation: CompiledOperation, head: consuming RequestHead, target: consuming RequestTarget,
        hit: consuming RouteHit, parsers: ParserPool
    ) {
        self.operation = operation
        self.parsers = parsers
        self.head = consume head
        self.target = consume target
        self.hit = consume hit
    }

    /// As if it were for another operation.
    func moved(to operation: CompiledOperation) -> MatchedRequest {
        MatchedRequest(operation: operation, head: head, target: target, hit: hit, parsers: parsers)
    }

    /// As it is once its body was decompressed.
    var decompressed: MatchedRequest {
        MatchedRequest(operation: operation, head: head.decompressed, target: target, hit: hit, parsers: parsers)
    }
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
        self.matched = announced?.coding == nil ? matched : matched.decompressed
        self.principals = principals
        self.announced = announced
    }

    public var operation: CompiledOperation { matched.operation }
    /// As the node sees it, once a compressed body was decompressed.
    public var head: RequestHead { matched.head }

    var summary: ExchangeSummary { ExchangeSummary(operation: operation, principals: principals) }

    /// Checks parameters and body, in this order, into one list of violations.
    func validated(_ body: RequestBody, limits: Limits) throws(Problem) -> ValidatedRequest {
        let operation = matched.operation
        var findings = RequestFindings(limit: limits.violations, operation: operation)
        let parameters = operation.parameters.check(matched, &findings)
        var value: JSON?
        let content: ValidatedRequest.Content
        if isStreamed, let media, let stream = body.stream {
            operation.requestBody.check(stream, media: media, &findings)
            content = operation.requestBody.checked(stream, media: media, limits, operation)
        } else {
            let bytes = try decompressed(body.bytes, limits, &findings)
            content = .bytes(bytes ?? [])
            value = try bytes.flatMap { bytes throws(Problem) in
                try operation.requestBody.check(bytes, announced, reading(limits), limits, &findings)
            }
        }
        if let problem = findings.problem() { throw problem }
        return ValidatedRequest(
            self, parameters: parameters, body: value, content: content, report: findings.report)
    }

    /// How JSON is read in the request's body.
    func reading(_ limits: Limits) -> JSONReading {
        JSONReading(options: JSONParser.Options(operation.policy, limits), parsers: matched.parsers)
    }

    /// A whole body as it was before it was compressed; nil for what is refused.
    private func decompressed(
        _ bytes: [UInt8], _ limits: Limits, _ findings: inout RequestFindings
    ) throws(Problem) -> [UInt8]? {
        guard let coding = announced?.coding else { return bytes }
        do throws(DecompressionFault) {
            return try coding.undone(bytes, upTo: limits.bodyBytes, ratio: limits.decompressionRatio)
        } catch {
            let problem = error.sizeProblem(limit: limits.bodyBytes, ratio: limits.decompressionRatio)
            if let problem { throw problem }
            findings.add(error.violation)
            return nil
        }
    }

    /// A compressed body that is taken while it arrives is decompressed on its way; a whole one when it is there.
    func decompressing(_ body: RequestBody, _ limits: Limits) -> RequestBody {
        guard let coding = announced?.coding, isStreamed || multipart != nil, let stream = body.stream else {
            return body
        }
        return .stream(
            DecompressedStream(stream, coding, ratio: limits.decompressionRatio, operation).stream)
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
