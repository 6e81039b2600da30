import JSONCore
import JSONSchema

/// Gathers what is wrong with a request: at most `limit` of it, added in the order path, query, header, cookie, body.
struct RequestFindings {
    private let limit: Int
    private let operation: CompiledOperation
    private(set) var violations: [RequestViolation] = []
    /// What is let through and told to the log.
    private(set) var report: String?

    var hasRoom: Bool { violations.count < limit }

    init(limit: Int, operation: CompiledOperation) {
        self.limit = limit
        self.operation = operation
    }

    mutating func add(_ violation: RequestViolation) {
        if hasRoom { violations.append(violation) }
    }

    mutating func report(_ sentence: String) { report = report.map { "\($0) \(sentence)" } ?? sentence }

    /// Lists why `value` does not meet `schema`. Call it only after a no.
    mutating func add(
        _ schema: CompiledSchema, _ value: JSON, in location: RequestViolation.Location, name: String? = nil,
        under place: String = ""
    ) {
        let room = limit - violations.count
        guard room > 0 else { return }
        for violation in schema.violations(in: value, atMost: room) {
            add(
                RequestViolation(
                    in: location, name: name, pointer: place + violation.instance.description,
                    keyword: violation.keyword,
                    message: violation.message, schema: operation.places.reference(to: violation.schema)))
        }
    }

    func problem() -> Problem? {
        guard !violations.isEmpty else { return nil }
        return .violations(violations, of: operation)
    }
}
