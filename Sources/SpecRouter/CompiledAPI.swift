import JSONCore

/// An immutable answer to every request.
///
/// `admit` decides all that needs no body, `respond` the rest; both run without waiting unless a verifier or a node waits,
/// and both end in a response, whatever comes.
public final class CompiledAPI: Sendable {
    /// In the descriptions' order, without those that SpecRouter adds.
    public let operations: [CompiledOperation]
    public let limits: Limits
    /// Nil keeps files in memory.
    let spool: FileSpool?
    let routed: [CompiledOperation]
    let routes: RouteTable
    let renderer: ProblemRenderer
    /// For those who bring none.
    private let parsers = ParserPool()
    /// For answers that no operation gives.
    let crossOrigin: CrossOriginPlan?
    /// Whether pages of other origins may read the answers of any operation.
    package let sharesAcrossOrigins: Bool
    /// For answers that no operation gives.
    package let unmatched: OperationTelemetry

    init(
        operations: [CompiledOperation], routed: [CompiledOperation], routes: RouteTable, limits: Limits,
        spool: FileSpool?, problemShape: ProblemShape?, crossOrigin: CrossOriginSharing? = nil
    ) {
        self.operations = operations
        self.routed = routed
        self.routes = routes
        self.limits = limits
        self.spool = spool
        renderer = ProblemRenderer(shape: problemShape, limits: limits)
        unmatched = OperationTelemetry()
        self.crossOrigin = crossOrigin.map { CrossOriginPlan($0) }
        sharesAcrossOrigins = crossOrigin != nil || routed.contains { $0.crossOrigin != nil }
    }

    /// The whole way of a request: for embedding and for tests.
    public func respond(to head: RequestHead, body: RequestBody = .none) async -> Response {
        shared(await answer(to: head, body: body), with: head.firstField("origin"))
    }

    private func answer(to head: RequestHead, body: RequestBody) async -> Response {
        var admission = admit(head)
        while case .wait(let verdict) = admission { admission = await verdict() }
        switch admission {
        case .refuse(let response): return response
        case .wait:
            let unverified = Problem(.overloaded, "The credentials could not be verified.")
            return problem(unverified, requestID: head.requestID)
        case .read(let exchange, _), .stream(let exchange):
            switch respond(to: exchange, body: body) {
            case .now(let response): return response
            case .later(let answer): return await answer()
            }
        }
    }

    /// Decides what needs no body: route, security, acceptable answers, media type and length.
    public func admit(_ head: consuming RequestHead) -> Admission { admit(consume head, parsers) }

    /// - Parameter parsers: for the bodies of the request and of its answer.
    package func admit(_ head: consuming RequestHead, _ parsers: ParserPool) -> Admission {
        if let preflight = preflight(head) { return .refuse(preflight) }
        let routing: Routing
        do throws(Problem) {
            routing = try self.routing(head)
        } catch {
            return .refuse(problem(error, requestID: head.requestID))
        }
        switch routing {
        case .operation(let hit, let target): return admit(request(hit, consume head, target, parsers))
        case .answered(let response): return .refuse(response)
        }
    }

    /// Checks parameters and body in one list, runs the node, and checks what it answers.
    public func respond(to exchange: Exchange, body: RequestBody) -> Answer {
        let body = exchange.decompressing(body, limits)
        if let plan = exchange.multipart { return respond(to: exchange, plan, body: body) }
        if case .stream(let stream) = body, !exchange.isStreamed { return collected(stream, exchange) }
        do throws(Problem) {
            let request = try exchange.validated(body, limits: limits)
            let answer = answer(request, exchange)
            // Nobody else has it, unless the node kept it, or waits.
            if let body = (consume request).body { exchange.matched.parsers.recycle(consume body) }
            return answer
        } catch {
            return .now(problem(error, exchange: exchange))
        }
    }

    func answer(_ request: ValidatedRequest, _ exchange: Exchange) -> Answer {
        let answer = run(request, exchange)
        return request.report.map(answer.reporting) ?? answer
    }

    /// For those who have a stream where the operation needs the body whole.
    private func collected(_ stream: BodyStream, _ exchange: Exchange) -> Answer {
        .later {
            do {
                let bytes = try await stream.collect(upTo: self.limits.bodyBytes)
                switch self.respond(to: exchange, body: .bytes(bytes)) {
                case .now(let response): return response
                case .later(let answer): return await answer()
                }
            } catch {
                return self.failed(error, exchange)
            }
        }
    }
}

/// What is to be done with a request once its head is read.
public enum Admission: Sendable {
    /// Answer now; the body is not wanted.
    case refuse(Response)
    /// Read the body whole, at most so many octets, then `respond(to:body:)`.
    case read(Exchange, upTo: Int)
    /// Call `respond(to:body:)` at once with a stream of the body, or with none.
    case stream(Exchange)
    /// A verifier has to wait.
    case wait(@Sendable () async -> Admission)
}

/// The second half's result.
public enum Answer: Sendable {
    case now(Response)
    case later(@Sendable () async -> Response)

    /// The same, with a sentence for the log.
    func reporting(_ sentence: String) -> Answer {
        switch self {
        case .now(let response): .now(response.reporting(sentence))
        case .later(let answer): .later { await answer().reporting(sentence) }
        }
    }
}

extension Response {
    fileprivate func reporting(_ sentence: String) -> Response {
        var response = self
        response.summary.fault = [sentence, summary.fault].compactMap(\.self).joined(separator: " ")
        return response
    }
}
