import HTTPTypes
package import JSONCore

/// Writes a problem as `application/problem+json` (RFC 9457), or in the shape that its description wants.
package struct ProblemRenderer: Sendable {
    /// For problems of no operation.
    private let shape: ProblemShape?
    private let limits: Limits

    package init(shape: ProblemShape? = nil, limits: Limits = Limits()) {
        self.shape = shape
        self.limits = limits
    }

    package func response(_ problem: Problem, requestID: String, summary: ExchangeSummary) -> Response {
        var summary = summary
        let operation = summary.operation
        var fields = problem.fields + (operation?.notices ?? [])
        if let shape = operation?.problemShape ?? (operation == nil ? shape : nil) {
            let body = shape.body(problem, requestID)
            let faults = operation?.faults(ofProblem: problem, shape.contentType, body, limits) ?? []
            summary.fault = summary.fault ?? faults.first?.message
            if !faults.contains(where: { $0.check == .enforce }) {
                fields.append(("Content-Type", shape.contentType))
                return Response(status: problem.status, fields: fields, body: .bytes(body), summary: summary)
            }
        }
        fields.append(("Content-Type", "application/problem+json"))
        return Response(
            status: problem.status, fields: fields, body: .bytes(body(of: problem, requestID: requestID)),
            summary: summary)
    }

    private func body(of problem: Problem, requestID: String) -> [UInt8] {
        var writer = JSONWriter(layout: .compact)
        writer.beginObject()
        writer.member("type", problem.kind.type)
        writer.member("title", problem.kind.title)
        writer.key("status")
        writer.int(Int64(problem.status))
        writer.member("detail", problem.detail)
        writer.member("instance", Self.instance(requestID))
        if !problem.violations.isEmpty {
            writer.key("violations")
            writer.violations(problem.violations)
        }
        writer.endObject()
        return writer.finish()
    }

    /// A request id that is a UUID is one in the answer; another is named as such.
    static func instance(_ requestID: String) -> String {
        requestID.utf8.count == 36 ? "urn:uuid:\(requestID)" : "urn:specrouter:request:\(requestID)"
    }
}

extension CompiledOperation {
    /// What is wrong with a problem in another shape: only where the operation declares an answer of that status.
    fileprivate func faults(
        ofProblem problem: Problem, _ contentType: String, _ body: [UInt8], _ limits: Limits
    ) -> [ResponseFault] {
        guard responses.declaresAnswer(problem.status) else { return [] }
        let response = NodeResponse.bytes(
            body, contentType: contentType, status: HTTPResponse.Status(code: problem.status))
        return responses.faults(of: response, policy.responses, limits)
    }
}

extension JSONWriter {
    package mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    mutating func violations(_ violations: [RequestViolation]) {
        beginArray()
        for violation in violations { write(violation) }
        endArray()
    }

    private mutating func write(_ violation: RequestViolation) {
        beginObject()
        member("in", violation.location.rawValue)
        if let name = violation.name { member("name", name) }
        member("pointer", violation.pointer)
        member("keyword", violation.keyword)
        member("message", violation.message)
        if let schema = violation.schema { member("schema", schema) }
        endObject()
    }
}
