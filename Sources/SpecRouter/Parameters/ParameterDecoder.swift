import JSONCore
import OpenAPIModel

/// Decodes the parameters of one operation. Immutable, made at load.
///
/// A class, as its plans are.
final class ParameterDecoder: Sendable {
    /// In the order of the description, without the headers that OpenAPI reserves.
    let parameters: [ParameterPlan]
    let coercion: CoercionPlan
    /// Parameters of the path with the captures that they take.
    private let path: [(parameter: Int, capture: Int)]
    let query: PairedParameters
    let headers: [(parameter: Int, name: String)]
    let cookies: PairedParameters
    /// The parameter that is the whole query (OpenAPI 3.2).
    private let wholeQuery: Int?
    /// The groups, and then the parameters.
    private let keys: KnownKeys
    /// Whether no two parameters of one group have the same name.
    private let hasDistinctNames: Bool
    static let groups = ["path", "query", "header", "cookie"]

    static let none = ParameterDecoder([], CoercionPlan(nodes: []), captures: [])

    /// - Parameters:
    ///   - template: the mount and the path as the description writes it, as given to ``PathTemplate``.
    ///   - credentials: names in the query that security reads: known, and never part of an exploded object.
    ///   - diagnostics: receives what the styles cannot carry.
    convenience init(
        parameters: [Parameter], template: String, shapes: SchemaShapes, credentials: Set<String> = [],
        diagnostics: inout [Diagnostic]
    ) {
        var planner = ParameterPlanner(shapes)
        for parameter in parameters { planner.add(parameter) }
        let plans = planner.plans
        let captures = (try? PathTemplate(template))?.parameterNames ?? []
        self.init(plans, planner.finish(), captures: captures, credentials: credentials)
        for plan in plans where !coercion.canWrite(plan) {
            diagnostics.append(
                Diagnostic(
                    .warning, .badStyle,
                    "The style of the parameter \"\(plan.name)\" cannot write arrays or objects inside of its value.",
                    hint: "Use \"content\" with a media type; until then arrays of objects are read as JSON text.",
                    location: shapes.document.location(of: plan.place)))
        }
    }

    init(
        _ plans: [ParameterPlan], _ coercion: CoercionPlan, captures: [String], credentials: Set<String> = []
    ) {
        parameters = plans
        keys = KnownKeys(Self.groups + plans.map(\.name))
        hasDistinctNames = Self.groups.allSatisfy { group in
            let names = plans.filter { $0.placement.location.rawValue == group }.map { Array($0.name.utf8) }
            return Set(names).count == names.count
        }
        self.coercion = coercion
        path = plans.indices.compactMap { index in
            guard plans[index].placement.location == .path else { return nil }
            return captures.firstIndex { $0.utf8.elementsEqual(plans[index].name.utf8) }.map { (index, $0) }
        }
        headers = plans.indices.compactMap { index in
            plans[index].placement.location == .header ? (index, plans[index].name.asciiLowercased) : nil
        }
        wholeQuery = plans.firstIndex { $0.placement == .querystring }
        query = PairedParameters(plans, at: .query, coding: .form, coercion, reserved: credentials.sorted())
        cookies = PairedParameters(plans, at: .cookie, coding: .percent, coercion)
    }

    /// Makes `{"path": {...}, "query": {...}, "header": {...}, "cookie": {...}}`.
    ///
    /// A parameter that is absent is left out, or its default put in. One that cannot be decoded is null, with a fault.
    /// Linear in the request. `path` and `query` are those that `hit` was found with.
    func decode(
        hit: RouteHit, path: Span<UInt8>, query: Span<UInt8>, fields: [HeaderField]
    ) -> (values: JSON, decoded: DecodedParameters) {
        var scribe = ParameterScribe(
            writer: ValueWriter(tape: TapeBuilder(keys), plan: coercion), keys: keys, count: parameters.count)
        // Four groups and their names, names and values; most values are short.
        scribe.writer.tape.reserve(entries: 9 + parameters.count * 3, octets: 64 + path.count + query.count)
        scribe.writer.tape.beginObject()
        scribe.writer.tape.key(0, of: keys)
        scribe.writer.tape.beginObject()
        for (parameter, capture) in self.path where capture < hit.captures.count {
            scribe.append(parameters[parameter], parameter, path, hit.captures[capture])
        }
        endGroup(&scribe)
        decodeQuery(query, &scribe)
        decodeHeaders(fields, &scribe)
        decodeCookies(fields, &scribe)
        scribe.writer.tape.endDistinctObject()
        return scribe.finish()
    }

    private func endGroup(_ scribe: inout ParameterScribe) {
        if hasDistinctNames { scribe.writer.tape.endDistinctObject() } else { scribe.writer.tape.endObject() }
    }

    private func decodeQuery(_ source: Span<UInt8>, _ scribe: inout ParameterScribe) {
        scribe.writer.tape.key(1, of: keys)
        scribe.writer.tape.beginObject()
        if let wholeQuery, source.count > 0 {
            scribe.append(parameters[wholeQuery], wholeQuery, source, 0..<source.count)
        } else if let wholeQuery {
            scribe.appendAbsent(parameters[wholeQuery], wholeQuery)
        } else {
            scribe.append(query, parameters, source)
        }
        endGroup(&scribe)
    }

    private func decodeHeaders(_ fields: [HeaderField], _ scribe: inout ParameterScribe) {
        scribe.writer.tape.key(2, of: keys)
        scribe.writer.tape.beginObject()
        for (parameter, name) in headers {
            let values = FieldValues(fields, named: name)
            let plan = parameters[parameter]
            let isList = coercion[plan.node].isArray || coercion[plan.node].isObject
            if values.count > 1, !isList {
                scribe.refuse(plan, parameter, .givenTwice)
            } else if var text = values.combined {
                text.withUTF8Span { scribe.append(plan, parameter, $0, 0..<$0.count) }
            } else {
                scribe.appendAbsent(plan, parameter)
            }
        }
        endGroup(&scribe)
    }

    private func decodeCookies(_ fields: [HeaderField], _ scribe: inout ParameterScribe) {
        scribe.writer.tape.key(3, of: keys)
        scribe.writer.tape.beginObject()
        if !cookies.isEmpty {
            var text = FieldValues(fields, named: "cookie").joined(by: ";") ?? ""
            text.withUTF8Span { scribe.append(cookies, parameters, $0) }
        }
        endGroup(&scribe)
    }
}

/// The parameters of the query, or of the cookies, and the plan for their pairs.
final class PairedParameters: Sendable {
    let plan: PairPlan
    let coercion: CoercionPlan
    /// The parameter of each member.
    let numbers: [Int]
    let location: ParameterLocation

    var isEmpty: Bool { numbers.isEmpty }

    init(
        _ plans: [ParameterPlan], at location: ParameterLocation, coding: TextCoding, _ coercion: CoercionPlan,
        reserved: [String] = []
    ) {
        var members: [PairPlan.Member] = []
        var numbers: [Int] = []
        for (index, plan) in plans.enumerated() where plan.placement.location == location {
            guard case .pairs(let form) = plan.form else { continue }
            let isPlain = if case .cookie(.cookie) = plan.placement { true } else { false }
            members.append(
                PairPlan.Member(
                    name: Array(plan.name.utf8), form: form, coding: isPlain ? .plain : coding, node: plan.node))
            numbers.append(index)
        }
        self.plan = PairPlan(members, coding: coding, plan: coercion, reserved: reserved.map { Array($0.utf8) })
        self.coercion = coercion
        self.numbers = numbers
        self.location = location
    }
}

/// The values of all fields of one name.
struct FieldValues {
    private(set) var count = 0
    private var first: String?
    private var others: [String] = []

    /// - Parameter name: in lower case.
    init(_ fields: [HeaderField], named name: String) {
        var start = 0
        while let index = fields.index(of: name, from: start) {
            if count == 0 { first = fields[index].value } else { others.append(fields[index].value) }
            count += 1
            start = index + 1
        }
    }

    /// As one list (RFC 9110, section 5.3); nil when there is no such field.
    var combined: String? { joined(by: ", ") }

    func joined(by separator: String) -> String? {
        guard let first, !others.isEmpty else { return first }
        return ([first] + others).joined(separator: separator)
    }
}
