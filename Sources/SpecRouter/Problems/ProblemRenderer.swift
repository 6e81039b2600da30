package import JSONCore

/// Writes a problem as `application/problem+json` (RFC 9457).
package struct ProblemRenderer: Sendable {
    package init() {}

    package func response(_ problem: Problem, requestID: String, summary: ExchangeSummary) -> Response {
        var fields = problem.fields
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
            writer.beginArray()
            for violation in problem.violations { write(violation, to: &writer) }
            writer.endArray()
        }
        writer.endObject()
        return writer.finish()
    }

    private func write(_ violation: RequestViolation, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("in", violation.location.rawValue)
        if let name = violation.name { writer.member("name", name) }
        writer.member("pointer", violation.pointer)
        writer.member("keyword", violation.keyword)
        writer.member("message", violation.message)
        if let schema = violation.schema { writer.member("schema", schema) }
        writer.endObject()
    }

    /// A request id that is a UUID is one in the answer; another is named as such.
    private static func instance(_ requestID: String) -> String {
        requestID.utf8.count == 36 ? "urn:uuid:\(requestID)" : "urn:specrouter:request:\(requestID)"
    }
}

extension JSONWriter {
    package mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }
}
