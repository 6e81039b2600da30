import JSONCore

extension PairPlan {
    /// Writes the value of a member that occurs.
    func append(
        _ member: Int, _ occurrences: PairOccurrences, _ source: Span<UInt8>, to writer: inout ValueWriter
    ) {
        let plan = members[member]
        if plan.form.hasNoNesting, writer.plan.needsNesting(plan.node) {
            return appendJSON(occurrences.all(of: member), source, plan, to: &writer)
        }
        switch plan.form {
        case .exploded: FormStyle(plan.coding).append(occurrences, member, source, node: plan.node, to: &writer)
        case .delimited(let style):
            if occurrences.isSingle(member), let pair = occurrences.first(of: member) {
                return style.append(source, pair.value, node: plan.node, to: &writer)
            }
            appendRepeated(style, occurrences.all(of: member), source, node: plan.node, to: &writer)
        case .deepObject:
            DeepObjectStyle(plan.coding, name: plan.name)
                .append(occurrences.all(of: member), source, node: plan.node, to: &writer)
        case .content(let form):
            guard occurrences.isSingle(member), let pair = occurrences.first(of: member) else {
                return writer.refuse(.givenTwice)
            }
            writer.content(form, source, pair.value, plan.coding, node: plan.node)
        case .byContentType:
            if occurrences.isSingle(member), let pair = occurrences.first(of: member),
                !writer.plan[plan.node].isAlwaysArray
            {
                return appendPart(source, pair.value, node: plan.node, plan.coding, to: &writer, at: .root)
            }
            appendByContentType(occurrences.all(of: member), source, node: plan.node, plan.coding, to: &writer)
        }
    }

    /// An array of arrays or objects in a style that writes only scalars: JSON text of the whole, or of each element. This
    /// is what clients make of it; the specification leaves it open.
    private func appendJSON(
        _ pairs: [PairOccurrences.Pair], _ source: Span<UInt8>, _ member: Member, to writer: inout ValueWriter
    ) {
        if pairs.count == 1, let pair = pairs.first, opens(UInt8(ascii: "["), source, pair.value, member.coding) {
            return writer.json(source, pair.value, member.coding, at: .root)
        }
        appendByContentType(pairs, source, node: member.node, member.coding, to: &writer)
    }

    /// An array in several texts is all their elements; nothing else may come twice.
    private func appendRepeated(
        _ style: DelimitedStyle, _ pairs: [PairOccurrences.Pair], _ source: Span<UInt8>, node: Int,
        to writer: inout ValueWriter
    ) {
        guard writer.plan[node].isArray else { return writer.refuse(.givenTwice) }
        writer.tape.beginArray()
        var count = 0
        for pair in pairs { style.appendElements(source, pair.value, node: node, count: &count, to: &writer) }
        writer.tape.endArray()
    }

    /// OpenAPI 3.2, section 4.14.1: the default content type of a property.
    func appendByContentType(
        _ pairs: [PairOccurrences.Pair], _ source: Span<UInt8>, node: Int, _ coding: TextCoding,
        to writer: inout ValueWriter
    ) {
        let plan = writer.plan[node]
        if plan.isArray, pairs.count > 1 || plan.isAlwaysArray {
            writer.tape.beginArray()
            for (index, pair) in pairs.enumerated() {
                let element = writer.plan.element(index, of: node)
                appendPart(source, pair.value, node: element, coding, to: &writer, at: .root.appending(index: index))
            }
            return writer.tape.endArray()
        }
        guard pairs.count == 1, let pair = pairs.first else { return writer.refuse(.givenTwice) }
        appendPart(source, pair.value, node: node, coding, to: &writer, at: .root)
    }

    /// JSON text where the schema wants an object and the text looks like one, or nothing else is allowed.
    private func appendPart(
        _ source: Span<UInt8>, _ range: Range<Int>, node: Int, _ coding: TextCoding, to writer: inout ValueWriter,
        at pointer: @autoclosure () -> JSONPointer
    ) {
        let plan = writer.plan[node]
        let isBracketed = opens(UInt8(ascii: "{"), source, range, coding)
        if plan.isObject, plan.scalars.isEmpty || isBracketed {
            return writer.json(source, range, coding, at: pointer())
        }
        writer.scalar(source, range, plan.scalars, coding, at: pointer())
    }

    /// Whether the first decoded octet is this bracket.
    private func opens(_ bracket: UInt8, _ source: Span<UInt8>, _ range: Range<Int>, _ coding: TextCoding) -> Bool {
        guard let start = range.first else { return false }
        return PercentDecoding.unit(of: source, at: start, upTo: range.upperBound, coding.escapes).byte == bracket
    }
}

extension PairPlan.Form {
    var hasNoNesting: Bool {
        switch self {
        case .exploded, .delimited: true
        case .deepObject, .content, .byContentType: false
        }
    }
}

extension ValueFault {
    /// BEHAVIOUR of a duplicate: refused unless the value is an array.
    static var givenTwice: ValueFault { ValueFault(.duplicate, "must be given only once") }
}

extension CoercionPlan.Node {
    /// Whether one text is an array of one element.
    fileprivate var isAlwaysArray: Bool { isArray && scalars.isEmpty && !isObject }
}
