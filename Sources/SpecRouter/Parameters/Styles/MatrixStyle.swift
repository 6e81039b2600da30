import JSONCore

/// `matrix`, in paths (RFC 6570, section 3.2.7): `;color=blue`, `;color=blue,black`, `;color=R,100`; exploded
/// `;color=blue;color=black`, `;R=100;G=200`. An empty value is `;color`.
struct MatrixStyle: Sendable, Hashable {
    private let name: [UInt8]
    private let explode: Bool

    init(name: String, explode: Bool) {
        self.name = Array(name.utf8)
        self.explode = explode
    }

    func append(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        guard !range.isEmpty, source[range.lowerBound] == UInt8(ascii: ";") else {
            return writer.refuse(ValueFault(.malformedStyle, "must begin with \";\""))
        }
        let rest = range.dropFirst()
        guard explode, writer.plan[node].isArray || writer.plan[node].isObject else {
            return appendNamed(source, rest, node: node, to: &writer)
        }
        appendParts(source, rest, node: node, to: &writer)
    }

    /// One part that is named as the parameter is may be a scalar, several are an array; others are properties.
    private func appendParts(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        let plan = writer.plan[node]
        let isOnePart = range.firstIndex(of: UInt8(ascii: ";"), in: source) == nil
        if isOnePart, let value = value(of: range, in: source), writer.takes(source, value, as: plan.scalars, .percent)
        {
            return writer.scalar(source, value, plan.scalars, .percent, at: .root)
        }
        if plan.isArray, !plan.isObject || firstValue(of: range, in: source) != nil {
            return appendArray(source, range, node: node, to: &writer)
        }
        let members = DelimitedStyle(delimiter: .semicolon, members: .assigned, coding: .percent)
        members.appendObject(source, range, node: node, to: &writer)
    }

    private func firstValue(of range: Range<Int>, in source: Span<UInt8>) -> Range<Int>? {
        var parts = DelimitedParts(range, by: .semicolon, .percent)
        return parts.next(in: source).flatMap { value(of: $0, in: source) }
    }

    private func appendNamed(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        guard let value = value(of: range, in: source) else { return writer.refuse(nameFault) }
        let values = DelimitedStyle(delimiter: .comma, members: .alternating, coding: .percent)
        values.append(source, value, node: node, to: &writer)
    }

    private func appendArray(_ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter) {
        writer.tape.beginArray()
        var parts = DelimitedParts(range, by: .semicolon, .percent)
        var count = 0
        while let part = parts.next(in: source) {
            guard let value = value(of: part, in: source) else {
                writer.report(nameFault)
                break
            }
            let index = count
            let kinds = writer.plan[writer.plan.element(index, of: node)].scalars
            writer.scalar(source, value, kinds, .percent, at: .root.appending(index: index))
            count += 1
        }
        writer.tape.endArray()
    }

    /// What follows `name=`; nil when another name, or none, stands there.
    private func value(of part: Range<Int>, in source: Span<UInt8>) -> Range<Int>? {
        let equals = part.firstIndex(of: UInt8(ascii: "="), in: source) ?? part.upperBound
        guard PercentDecoding.equals(source, part.lowerBound..<equals, name) else { return nil }
        return min(equals + 1, part.upperBound)..<part.upperBound
    }

    private var nameFault: ValueFault {
        ValueFault(.malformedStyle, "must be written as ;\(String(decoding: name, as: UTF8.self))=value")
    }
}

/// The unambiguous domain is that of ``DelimitedStyle``, with arrays of one empty text. Exploded, arrays and objects are
/// not empty, and where an array or a scalar will do, no object begins with a property of the parameter's name.
extension MatrixStyle {
    func text(of value: JSON, node: Int, _ plan: CoercionPlan) throws(EncodingRefusal) -> [UInt8] {
        let name = [UInt8(ascii: ";")] + (try TextCoding.percent.encoded(self.name))
        guard explode, plan[node].isArray || plan[node].isObject else {
            let values = DelimitedStyle(delimiter: .comma, members: .alternating, coding: .percent)
            return named(name, try values.text(of: value, node: node, plan))
        }
        switch value.kind {
        case .array where plan[node].isArray: return try array(value, name, node: node, plan)
        case .object where plan[node].isObject: return try object(value, node: node, plan)
        default: return try scalar(value, name, node: node, plan)
        }
    }

    private func scalar(
        _ value: JSON, _ name: [UInt8], node: Int, _ plan: CoercionPlan
    ) throws(EncodingRefusal) -> [UInt8] {
        let text = try TextCoding.percent.encoded(try plan.text(of: value, plan[node].scalars, at: .root))
        guard isScalar(text, node: node, plan) else { throw EncodingRefusal("must be an array or an object") }
        return named(name, text)
    }

    private func isScalar(_ text: [UInt8], node: Int, _ plan: CoercionPlan) -> Bool {
        var writer = ValueWriter(tape: TapeBuilder(), plan: plan)
        return writer.takes(text.span, 0..<text.count, as: plan[node].scalars, .percent)
    }

    /// RFC 6570, section 3.2.7: no `=` without a value.
    private func named(_ name: [UInt8], _ text: [UInt8]) -> [UInt8] {
        text.isEmpty ? name : name + [UInt8(ascii: "=")] + text
    }

    private func array(
        _ value: JSON, _ name: [UInt8], node: Int, _ plan: CoercionPlan
    ) throws(EncodingRefusal) -> [UInt8] {
        var text: [UInt8] = []
        var last: [UInt8] = []
        for (index, element) in value.elements.enumerated() {
            let place = JSONPointer.root.appending(index: index)
            let kinds = plan[plan.element(index, of: node)].scalars
            last = try TextCoding.percent.encoded(try plan.text(of: element, kinds, at: place))
            text += named(name, last)
        }
        guard value.count > 1 || value.count == 1 && !isScalar(last, node: node, plan) else {
            throw EncodingRefusal("must have so many elements that it is known for an array")
        }
        return text
    }

    private func object(_ value: JSON, node: Int, _ plan: CoercionPlan) throws(EncodingRefusal) -> [UInt8] {
        let members = DelimitedStyle(delimiter: .semicolon, members: .assigned, coding: .percent)
        let first = value.memberKeys.first { _ in true }?.key
        guard let first, !first.textEquals(name) || !plan[node].isArray && plan[node].scalars.isEmpty else {
            throw EncodingRefusal("must have a first property that is not named as the parameter is")
        }
        return [UInt8(ascii: ";")] + (try members.object(value, node: node, plan))
    }
}
