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
        var place: String
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
    func check(_ exchange: borrowing Exchange, _ findings: inout RequestFindings) -> JSON {
        var tape = TapeBuilder()
        let target = exchange.target.bytes.span
        let decoded = decoder.decode(
            hit: exchange.hit, path: target.extracting(exchange.target.path),
            query: target.extracting(exchange.target.query), fields: exchange.head.fields, into: &tape)
        let values = tape.finish()
        for fault in decoded.faults { findings.add(violation(fault)) }
        for value in decoded.values {
            check(JSON(tape: values.tape, index: value.tapeIndex), rules[value.parameter], &findings)
        }
        if unknownQuery == .refuse { refuseUnknown(decoded.unknownQueryNames, &findings) }
        return values
    }

    /// Whether the path's parameters alone meet their schemas: chooses between operations of one template.
    func pathFits(_ exchange: borrowing Exchange) -> Bool {
        var findings = RequestFindings(limit: .max, places: exchange.operation.places)
        _ = check(exchange, &findings)
        return !findings.violations.contains { $0.location == .path }
    }

    private func check(_ value: JSON, _ rule: Rule, _ findings: inout RequestFindings) {
        guard let schema = rule.schema, !schema.isValid(value) else { return }
        findings.add(schema, value, in: rule.location, name: rule.name)
    }

    private func violation(_ fault: ParameterFault) -> RequestViolation {
        RequestViolation(
            in: RequestViolation.Location(fault.location), name: fault.name, pointer: fault.pointer,
            keyword: fault.keyword, message: fault.message, schema: fault.parameter.map { rules[$0].place })
    }

    private func refuseUnknown(_ names: [String], _ findings: inout RequestFindings) {
        for name in names where !credentialNames.contains(name) {
            findings.add(
                RequestViolation(
                    in: .query, name: name, keyword: "unknown", message: "is not a parameter of this operation"))
        }
    }
}
