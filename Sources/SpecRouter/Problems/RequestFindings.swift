import JSONCore
import JSONSchema

/// Gathers what is wrong with a request: in the order path, query, header, cookie, body, and at most `limit` of it.
struct RequestFindings {
    private let limit: Int
    private let operation: CompiledOperation
    private(set) var violations: [RequestViolation] = []

    init(limit: Int, operation: CompiledOperation) {
        self.limit = limit
        self.operation = operation
    }

    mutating func add(_ violation: RequestViolation) {
        if violations.count < limit { violations.append(violation) }
    }

    /// Lists why `value` does not meet `schema`. Call it only after a no.
    mutating func add(
        _ schema: CompiledSchema, _ value: JSON, in location: RequestViolation.Location, name: String? = nil
    ) {
        let room = limit - violations.count
        guard room > 0 else { return }
        for violation in schema.violations(in: value, atMost: room) {
            add(
                RequestViolation(
                    in: location, name: name, pointer: violation.instance.description, keyword: violation.keyword,
                    message: violation.message, schema: operation.places.reference(to: violation.schema)))
        }
    }

    func problem() -> Problem? {
        guard !violations.isEmpty else { return nil }
        let sorted = violations.enumerated().sorted {
            ($0.element.location, $0.offset) < ($1.element.location, $1.offset)
        }
        return .violations(sorted.map(\.element), of: operation)
    }
}
