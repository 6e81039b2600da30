import JSONCore
import JSONSchema
import OpenAPIModel

/// An operation's parameters: how they are decoded, and the schema that each has to meet.
///
/// A class, as its rules are.
final class ParameterChecks: Sendable {
    private let decoder: ParameterDecoder
    private let rules: [Rule]
    private let ruleLocations: [RequestViolation.Location]
    private let unknownQuery: Policy.UnknownQuery

    /// What the description says of the parameter at the same index in the decoder.
    ///
    /// A class: a check hands it on by one reference, where a copy would count as many as it has parts.
    final class Rule: Sendable {
        let name: String
        let location: RequestViolation.Location
        let schema: CompiledSchema?
        /// Where the parameter is declared.
        let place: DescribedPlace

        init(name: String, location: RequestViolation.Location, schema: CompiledSchema?, place: DescribedPlace) {
            self.name = name
            self.location = location
            self.schema = schema
            self.place = place
        }
    }

    /// Of an operation without parameters.
    convenience init() {
        self.init(decoder: .none, rules: [], unknownQuery: .ignore)
    }

    init(decoder: ParameterDecoder, rules: [Rule], unknownQuery: Policy.UnknownQuery) {
        self.decoder = decoder
        self.rules = rules
        ruleLocations = rules.map(\.location)
        self.unknownQuery = unknownQuery
    }

    /// The decoded parameters, with defaults; what is wrong with them goes to `findings`.
    func check(_ request: MatchedRequest, _ findings: inout RequestFindings) -> JSON {
        if isIdle { return Self.nothing }
        let target = request.target
        let query = target.bytes.span.extracting(target.query)
        let (values, decoded) = decoder.decode(
            hit: request.hit, path: target.bytes.span.extracting(target.path), query: query,
            fields: request.head.fields)
        list(decoded, values, query: query, &findings)
        return values
    }

    /// Location by location, as the decoder tells them; what comes out of order, last.
    func list(
        _ decoded: DecodedParameters, _ values: JSON, query: Span<UInt8>, _ findings: inout RequestFindings
    ) {
        var (fault, sent) = (0, 0)
        for location in Self.locations {
            while fault < decoded.faults.count, RequestViolation.Location(decoded.faults[fault].location) == location {
                findings.add(violation(decoded.faults[fault]))
                fault += 1
            }
            while sent < decoded.values.count, ruleLocations[decoded.values[sent].parameter] == location {
                check(decoded.values[sent], of: values, &findings)
                sent += 1
            }
            guard location == .query, unknownQuery != .ignore, !decoded.unknownQuery.isEmpty else { continue }
            judge(decoded.unknownNames(in: query), &findings)
        }
        for fault in decoded.faults[fault...] { findings.add(violation(fault)) }
        for value in decoded.values[sent...] { check(value, of: values, &findings) }
    }

    /// In the order in which violations are listed.
    private static let locations: [RequestViolation.Location] = [.path, .query, .header, .cookie]

    private func check(_ value: DecodedParameters.Value, of values: JSON, _ findings: inout RequestFindings) {
        guard let schema = rules[value.parameter].schema, !schema.isValid(values, at: value.tapeIndex) else { return }
        let rule = rules[value.parameter]
        findings.add(schema, JSON(tape: values.tape, index: value.tapeIndex), in: rule.location, name: rule.name)
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
    func pathFits(_ request: MatchedRequest) -> Bool {
        var findings = RequestFindings(limit: .max, operation: request.operation)
        _ = check(request, &findings)
        return !findings.violations.contains { $0.location == .path }
    }

    private func violation(_ fault: ParameterFault) -> RequestViolation {
        RequestViolation(
            in: RequestViolation.Location(fault.location), name: fault.name, pointer: fault.pointer,
            keyword: fault.keyword, message: fault.message, schema: fault.parameter.map { rules[$0].place.reference })
    }

    private func judge(_ unknown: [String], _ findings: inout RequestFindings) {
        guard unknownQuery == .refuse else { return findings.report(Self.report(unknown)) }
        let known = rules.filter { $0.location == .query }.map(\.name)
        for name in unknown where findings.hasRoom {
            let hint = Spelling.nearest(to: name, in: known).map { "; did you mean \"\($0)\"?" } ?? ""
            findings.add(
                RequestViolation(
                    in: .query, name: name, keyword: "unknown", message: "is not a parameter of this operation\(hint)"))
        }
    }

    /// For the log: names, of which clients may send many and long ones, and no values.
    private static func report(_ unknown: [String]) -> String {
        let names = unknown.prefix(5).map { "\"\($0.prefix(64))\"" }.joined(separator: ", ")
        let rest = unknown.count > 5 ? " and \(unknown.count - 5) more" : ""
        return "The query has parameters that the description does not declare: \(names)\(rest)."
    }
}
