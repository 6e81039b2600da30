package import JSONCore
package import OpenAPIModel

/// The part of a request that a parameter stands in.
package enum ParameterText: Sendable, Hashable {
    /// What the template's `{name}` is replaced by.
    case path([UInt8])
    /// All of the query, without `?`.
    case query([UInt8])
    case header(String)
    /// The value of the `Cookie` field.
    case cookie(String)
}

/// One parameter by itself, both ways: for clients, and to prove that what is written is read again.
package struct ParameterCodec: Sendable {
    private let decoder: ParameterDecoder
    private let plan: ParameterPlan?

    package init(_ parameter: Parameter, document: OpenAPIDocument) {
        var planner = ParameterPlanner(SchemaShapes(document))
        planner.add(parameter)
        plan = planner.plans.first
        let captures = parameter.placement.location == .path ? [parameter.name] : []
        decoder = ParameterDecoder(planner.plans, planner.finish(), captures: captures)
    }

    /// The value that the text has. Nil, with what is wrong, when it has none; nil without when it is absent.
    package func decode(_ text: ParameterText) -> (value: JSON?, faults: [String]) {
        guard let plan else { return (nil, []) }
        let (values, decoded) = read(text)
        let location = plan.placement.location.rawValue
        guard decoded.faults.isEmpty else {
            return (nil, decoded.faults.map { "\"\($0.pointer)\" \($0.message)" })
        }
        return (values[location]?[plan.name], [])
    }

    private func read(_ text: ParameterText) -> (values: JSON, decoded: DecodedParameters) {
        var path: [UInt8] = []
        var query: [UInt8] = []
        var fields: [HeaderField] = []
        switch text {
        case .path(let bytes): path = bytes
        case .query(let bytes): query = bytes
        case .header(let value): fields = [(plan?.name ?? "", value)]
        case .cookie(let value): fields = [("Cookie", value)]
        }
        var captures = RouteCaptures()
        if case .path = text { captures.append(0..<path.count) }
        return decoder.decode(
            hit: RouteHit(captures: captures), path: path.span, query: query.span, fields: fields)
    }

    /// The text that `decode` makes the same value of. Refuses what its style cannot tell from something else.
    package func encode(_ value: JSON) throws(EncodingRefusal) -> ParameterText {
        guard let plan else { throw EncodingRefusal("belongs to a header that is no parameter") }
        switch plan.placement.location {
        case .path: return .path(try PathText.checked(try text(plan, value)))
        case .header: return .header(try FieldText.checked(try text(plan, value)))
        case .cookie: return .cookie(try cookie(plan, value))
        case .query:
            let query = try plan.placement == .querystring ? text(plan, value) : query(plan, value)
            // An empty query is none.
            if query.isEmpty { throw EncodingRefusal("must not be empty") }
            return .query(query)
        }
    }

    private func text(_ plan: ParameterPlan, _ value: JSON) throws(EncodingRefusal) -> [UInt8] {
        let coercion = decoder.coercion
        switch plan.form {
        case .delimited(let style): return try style.text(of: value, node: plan.node, coercion)
        case .label(let style): return try style.text(of: value, node: plan.node, coercion)
        case .matrix(let style): return try style.text(of: value, node: plan.node, coercion)
        case .content(let form, let coding):
            return try coding.encoded(try form.text(of: value, node: plan.node, coercion))
        case .query(let form): return try form.text(of: value)
        case .pairs: throw EncodingRefusal("is written in pairs")
        }
    }

    private func query(_ plan: ParameterPlan, _ value: JSON) throws(EncodingRefusal) -> [UInt8] {
        let name = try TextCoding.form.encoded(Array(plan.name.utf8))
        if plan.allowEmptyValue, value.string?.isEmpty == true { return name + [UInt8(ascii: "=")] }
        let pairs = try decoder.query.plan.pairs(of: 0, value, decoder.coercion)
        if plan.allowEmptyValue, pairs.count == 1, pairs[0].value.isEmpty, pairs[0].name == name {
            throw EncodingRefusal("must not be written as nothing, which stands for the empty value")
        }
        return Array(pairs.map(\.octets).joined(separator: [UInt8(ascii: "&")]))
    }

    /// In the style `form`, RFC 6570 has `&` between the pairs of one parameter; in the style `cookie`, RFC 6265 has `; `.
    private func cookie(_ plan: ParameterPlan, _ value: JSON) throws(EncodingRefusal) -> String {
        let pairs = try decoder.cookies.plan.pairs(of: 0, value, decoder.coercion)
        let isPlain = if case .cookie(.cookie) = plan.placement { true } else { false }
        for pair in pairs where isPlain { try CookieText.check(pair) }
        let octets = pairs.map(\.octets).joined(separator: Array((isPlain ? "; " : "&").utf8))
        return String(decoding: Array(octets), as: UTF8.self)
    }
}

extension EncodedPair {
    fileprivate var octets: [UInt8] { name + [UInt8(ascii: "=")] + value }
}

/// What a path can carry as a segment: not nothing, and not `.` or `..`, which are taken out on the way (RFC 3986,
/// section 5.2.4).
private enum PathText {
    static func checked(_ text: [UInt8]) throws(EncodingRefusal) -> [UInt8] {
        guard !text.isEmpty, text != Array(".".utf8), text != Array("..".utf8) else {
            throw EncodingRefusal("must not be empty, nor \".\" or \"..\", in a path")
        }
        return text
    }
}

/// What a field value can carry (RFC 9110, section 5.5).
private enum FieldText {
    static func checked(_ text: [UInt8]) throws(EncodingRefusal) -> String {
        let hasControls = text.contains { $0 < 0x20 && $0 != 9 || $0 == 0x7F }
        let whole = 0..<text.count
        guard !hasControls, whole.trimmed(in: text.span) == whole else {
            throw EncodingRefusal("must have no control characters, and no space at its ends, in a header")
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// What a cookie can carry as it is (RFC 6265, section 4.1.1).
private enum CookieText {
    static func check(_ pair: EncodedPair) throws(EncodingRefusal) {
        let isToken = !pair.name.isEmpty && pair.name.allSatisfy { isCookieOctet($0) && $0 != UInt8(ascii: "=") }
        guard isToken, !pair.name.contains(UInt8(ascii: "%")), pair.value.allSatisfy(isCookieOctet) else {
            throw EncodingRefusal("must have only what a cookie can hold as it is")
        }
    }

    private static func isCookieOctet(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\\"): byte == UInt8(ascii: ",")
        default: byte > 0x20 && byte < 0x7F
        }
    }
}
