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

    /// Lists why a body does not meet `schema`, as far as it could be read: at the pointers `unread` stands something made
    /// up, of which nothing is said.
    mutating func add(_ schema: CompiledSchema, _ body: JSON, besides unread: [String]) {
        for violation in schema.violations(in: body, atMost: limit) {
            let place = violation.instance.description
            if unread.contains(where: { $0.holds(place) }) { continue }
            if unread.contains(where: { place.holds($0) }) {
                // What follows is said of the branch that fits best, and may do so for what is made up.
                if Self.choices.contains(violation.keyword) { return }
                guard Self.ofNames.contains(violation.keyword) else { continue }
            }
            add(
                RequestViolation(
                    in: .body, pointer: place, keyword: violation.keyword, message: violation.message,
                    schema: operation.places.reference(to: violation.schema)))
        }
    }

    private static let choices: Set<String> = ["anyOf", "oneOf", "not", "if", "contains"]
    /// What they say of an object or array depends on no value in it.
    private static let ofNames: Set<String> = [
        "required", "dependentRequired", "minProperties", "maxProperties", "minItems", "maxItems",
    ]

    func problem() -> Problem? {
        guard !violations.isEmpty else { return nil }
        return .violations(violations, of: operation)
    }
}

extension String {
    /// Whether it is, as a JSON pointer, the same as the other or leads to what that is in.
    fileprivate func holds(_ other: String) -> Bool {
        let rest = other.utf8.dropFirst(utf8.count)
        return other.utf8.starts(with: utf8) && (rest.isEmpty || rest.first == UInt8(ascii: "/"))
    }
}
