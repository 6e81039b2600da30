import JSONCore
import JSONSchema
import OpenAPIModel

/// An operation's parameters: how they are decoded, and the schema that each has to meet.
struct ParameterChecks: Sendable {
    private let decoder: ParameterDecoder
    private let rules: [Rule]
    private let unknownQuery: Policy.UnknownQuery
    /// Credentials in the query: not declared as parameters, and yet known.
    private let credentialNames: Set<String>

    /// What the description says of the parameter at the same index in the decoder.
    struct Rule: Sendable {
        var name: String
        var location: RequestViolation.Location
        var schema: CompiledSchema?
        /// Where the parameter is declared.
        var place: DescribedPlace
    }

    /// Of an operation without parameters.
    init() {
        self.init(decoder: .none, rules: [], unknownQuery: .ignore, credentialNames: [])
    }

    init(decoder: ParameterDecoder, rules: [Rule], unknownQuery: Policy.UnknownQuery, credentialNames: Set<String>) {
        self.decoder = decoder
        self.rules = rules
        self.unknownQuery = unknownQuery
        self.credentialNames = credentialNames
    }

    /// The decoded parameters, with defaults; what is wrong with them goes to `findings`.
    func check(_ request: borrowing MatchedRequest, _ findings: inout RequestFindings) -> JSON {
        if isIdle { return Self.nothing }
        var tape = TapeBuilder()
        let target = request.target.bytes.span
        let decoded = decoder.decode(
            hit: request.hit, path: target.extracting(request.target.path),
            query: target.extracting(request.target.query), fields: request.head.fields, into: &tape)
        let values = tape.finish()
        for fault in decoded.faults { findings.add(violation(fault)) }
        for (parameter, index) in decoded.values {
            let value = JSON(tape: values.tape, index: index)
            guard let schema = rules[parameter].schema, !schema.isValid(value) else { continue }
            findings.add(schema, value, in: rules[parameter].location, name: rules[parameter].name)
        }
        if unknownQuery == .refuse { refuseUnknown(decoded.unknownQueryNames, &findings) }
        return values
    }

    /// Whether there is nothing to decode and nothing to refuse.
    private var isIdle: Bool { rules.isEmpty && unknownQuery == .ignore }

    private static let nothing: JSON = {
        var tape = TapeBuilder()
        tape.beginObject()
        for location in ["path", "query", "header", "cookie"] {
            tape.key(location)
            tape.beginObject()
            _ = tape.endObject()
        }
        _ = tape.endObject()
        return tape.finish()
    }()

    /// Whether the path's parameters alone meet their schemas: chooses between operations of one template.
    func pathFits(_ request: borrowing MatchedRequest) -> Bool {
        var findings = RequestFindings(limit: .max, operation: request.operation)
        _ = check(request, &findings)
        return !findings.violations.contains { $0.location == .path }
    }

    private func violation(_ fault: ParameterFault) -> RequestViolation {
        RequestViolation(
            in: RequestViolation.Location(fault.location), name: fault.name, pointer: fault.pointer,
            keyword: fault.keyword, message: fault.message, schema: fault.parameter.map { rules[$0].place.reference })
    }

    private func refuseUnknown(_ names: [String], _ findings: inout RequestFindings) {
        for name in names where !credentialNames.contains(name) {
            findings.add(
                RequestViolation(
                    in: .query, name: name, keyword: "unknown", message: "is not a parameter of this operation"))
        }
    }
}
