import JSONCore

/// `form`, exploded (RFC 6570, section 3.2.8): `color=blue&color=black`, `R=100&G=200`, and plain `color=blue`.
struct FormStyle: Sendable {
    private let coding: TextCoding

    init(_ coding: TextCoding) {
        self.coding = coding
    }

    func append(
        _ occurrences: PairOccurrences, _ member: Int, _ source: Span<UInt8>, node: Int, to writer: inout ValueWriter
    ) {
        let plan = writer.plan[node]
        if occurrences.isSingle(member), let pair = occurrences.first(of: member), pair.property == nil {
            let isArray = plan.isArray && !writer.takes(source, pair.value, as: plan.scalars, coding)
            if !isArray { return writer.scalar(source, pair.value, plan.scalars, coding, at: .root) }
        }
        let pairs = occurrences.all(of: member)
        if plan.isObject, pairs.contains(where: { $0.property != nil }) {
            return appendObject(pairs, source, to: &writer)
        }
        guard plan.isArray else { return writer.refuse(.givenTwice) }
        appendArray(pairs, source, node: node, to: &writer)
    }

    private func appendArray(
        _ pairs: [PairOccurrences.Pair], _ source: Span<UInt8>, node: Int, to writer: inout ValueWriter
    ) {
        writer.tape.beginArray()
        for (index, pair) in pairs.enumerated() {
            let kinds = writer.plan[writer.plan.element(index, of: node)].scalars
            writer.scalar(source, pair.value, kinds, coding, at: .root.appending(index: index))
        }
        writer.tape.endArray()
    }

    /// A property whose schema wants an array takes several pairs.
    private func appendObject(
        _ pairs: [PairOccurrences.Pair], _ source: Span<UInt8>, to writer: inout ValueWriter
    ) {
        writer.tape.beginObject()
        for group in PairGroups(pairs.filter { $0.property != nil }, source, coding).groups {
            guard let first = group.first, let property = first.property else { continue }
            writer.key(source, first.name, coding, at: .root)
            let name = String(decodedFrom: source, first.name, coding)
            let plan = writer.plan[property]
            if plan.isArray {
                writer.tape.beginArray()
                for (index, pair) in group.enumerated() {
                    let kinds = writer.plan[writer.plan.element(index, of: property)].scalars
                    writer.scalar(
                        source, pair.value, kinds, coding, at: .root.appending(name).appending(index: index))
                }
                writer.tape.endArray()
            } else if group.count > 1 {
                writer.refuse(ValueFault(.duplicate, at: .root.appending(name), "must be given only once"))
            } else {
                writer.scalar(source, first.value, plan.scalars, coding, at: .root.appending(name))
            }
        }
        writer.tape.endObject()
    }
}

/// Pairs brought together by their decoded names, in the order in which the names first occur. Linear.
struct PairGroups {
    private(set) var groups: [[PairOccurrences.Pair]] = []

    init(_ pairs: [PairOccurrences.Pair], _ source: Span<UInt8>, _ coding: TextCoding) {
        var numbers: [[UInt8]: Int] = [:]
        for pair in pairs {
            var name: [UInt8] = []
            PercentDecoding.forEachByte(of: source, pair.name, coding) { name.append($0) }
            if let number = numbers[name] {
                groups[number].append(pair)
            } else {
                numbers[name] = groups.count
                groups.append([pair])
            }
        }
    }
}

/// The unambiguous domain: scalars, arrays of scalars and objects of scalars or arrays of scalars, no array and no object
/// empty. Where the schema has a scalar too, an array has two elements, or one that is no such scalar. The properties
/// are those that the schema has, unless it invites others.
extension FormStyle {
    /// - Parameter name: of the parameter, encoded.
    func pairs(
        of value: JSON, name: [UInt8], node: Int, _ plan: CoercionPlan
    ) throws(EncodingRefusal) -> [EncodedPair] {
        let shape = plan[node]
        switch value.kind {
        case .array where shape.isArray:
            let values = try texts(of: value, node: node, plan, at: .root)
            if values.count == 1, isScalar(values[0], node: node, plan) {
                throw EncodingRefusal("must have two elements to be known for an array")
            }
            return values.map { EncodedPair(name: name, value: $0) }
        case .object where shape.isObject: return try object(value, node: node, plan)
        default:
            let text = try coding.encoded(try plan.text(of: value, shape.scalars, at: .root))
            guard !shape.isArray || isScalar(text, node: node, plan) else { throw EncodingRefusal("must be an array") }
            return [EncodedPair(name: name, value: text)]
        }
    }

    private func isScalar(_ text: [UInt8], node: Int, _ plan: CoercionPlan) -> Bool {
        var writer = ValueWriter(tape: TapeBuilder(), plan: plan)
        return writer.takes(text.span, 0..<text.count, as: plan[node].scalars, coding)
    }

    private func object(
        _ value: JSON, node: Int, _ plan: CoercionPlan
    ) throws(EncodingRefusal) -> [EncodedPair] {
        guard value.count > 0 else { throw EncodingRefusal("must not be empty") }
        var pairs: [EncodedPair] = []
        for (name, member) in value.members {
            let place = JSONPointer.root.appending(name)
            let property = plan.property(Array(name.utf8).span, of: node)
            guard plan[node].invitesMembers || plan[node].has(name), !name.utf8.contains(0) else {
                throw EncodingRefusal(at: place, "must be a property that the schema has")
            }
            let texts =
                try plan[property].isArray
                ? texts(of: member, node: property, plan, at: place)
                : [coding.encoded(plan.text(of: member, plan[property].scalars, at: place))]
            let name = try coding.encoded(Array(name.utf8))
            pairs += texts.map { EncodedPair(name: name, value: $0) }
        }
        return pairs
    }

    private func texts(
        of value: JSON, node: Int, _ plan: CoercionPlan, at place: JSONPointer
    ) throws(EncodingRefusal) -> [[UInt8]] {
        guard value.kind == .array, value.count > 0 else {
            throw EncodingRefusal(at: place, "must be an array that is not empty")
        }
        var texts: [[UInt8]] = []
        for (index, element) in value.elements.enumerated() {
            let kinds = plan[plan.element(index, of: node)].scalars
            texts.append(try coding.encoded(try plan.text(of: element, kinds, at: place.appending(index: index))))
        }
        return texts
    }
}

extension CoercionPlan.Node {
    fileprivate func has(_ name: String) -> Bool { properties.contains { $0.name.elementsEqual(name.utf8) } }
}
