/// What went wrong between the gateway and another server.
package struct UpstreamFault: Error, Sendable, CustomStringConvertible {
    package var kind: Problem.Kind
    /// For clients: a full sentence that names no address.
    package var detail: String
    /// For the log, and for clients where the policy says so.
    package var reason: String

    package var description: String { reason }

    package init(_ kind: Problem.Kind, _ detail: String, reason: String) {
        self.kind = kind
        self.detail = detail
        self.reason = reason
    }

    func problem(_ operation: CompiledOperation) -> Problem {
        Problem(kind, operation.policy.problems == .verbose ? reason : detail)
    }
}
