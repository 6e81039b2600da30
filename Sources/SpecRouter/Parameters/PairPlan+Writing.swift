import JSONCore

extension PairPlan {
    /// Writes the value of a member that occurs.
    func append(
        _ member: Int, _ occurrences: PairOccurrences, _ source: Span<UInt8>, to writer: inout ValueWriter
    ) {
        let plan = members[member]
        switch plan.form {
        case .exploded: FormStyle(plan.coding).append(occurrences, member, source, node: plan.node, to: &writer)
        case .delimited(let style):
            if occurrences.isSingle(member), let pair = occurrences.first(of: member) {
                return style.append(source, pair.value, node: plan.node, to: &writer)
            }
            appendRepeated(style, occurrences.all(of: member), source, node: plan.node, to: &writer)
        case .deepObject:
            DeepObjectStyle(plan.coding).append(occurrences.all(of: member), source, node: plan.node, to: &writer)
        case .json:
            guard occurrences.isSingle(member), let pair = occurrences.first(of: member) else {
                return writer.refuse(.givenTwice)
            }
            writer.json(source, pair.value, plan.coding, at: .root)
        case .byContentType:
            appendByContentType(occurrences.all(of: member), source, node: plan.node, to: &writer)
        }
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
        _ pairs: [PairOccurrences.Pair], _ source: Span<UInt8>, node: Int, to writer: inout ValueWriter
    ) {
        let plan = writer.plan[node]
        if plan.isArray, pairs.count > 1 || plan.scalars.isEmpty && !plan.isObject {
            writer.tape.beginArray()
            for (index, pair) in pairs.enumerated() {
                let element = writer.plan.element(index, of: node)
                appendPart(source, pair.value, node: element, to: &writer, at: .root.appending(index: index))
            }
            return writer.tape.endArray()
        }
        guard pairs.count == 1, let pair = pairs.first else { return writer.refuse(.givenTwice) }
        appendPart(source, pair.value, node: node, to: &writer, at: .root)
    }

    /// JSON text where the schema wants an object and the text looks like one, or nothing else is allowed.
    private func appendPart(
        _ source: Span<UInt8>, _ range: Range<Int>, node: Int, to writer: inout ValueWriter,
        at pointer: @autoclosure () -> JSONPointer
    ) {
        let plan = writer.plan[node]
        let isBracketed = !range.isEmpty && opensObject(source, range)
        if plan.isObject, plan.scalars.isEmpty || isBracketed {
            return writer.json(source, range, coding, at: pointer())
        }
        writer.scalar(source, range, plan.scalars, coding, at: pointer())
    }

    private func opensObject(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let unit = PercentDecoding.unit(of: source, at: range.lowerBound, upTo: range.upperBound, .decoded)
        return unit.byte == UInt8(ascii: "{")
    }
}

extension ValueFault {
    /// BEHAVIOUR of a duplicate: refused unless the value is an array.
    static var givenTwice: ValueFault { ValueFault(.duplicate, "must be given only once") }
}
