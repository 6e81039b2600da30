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
            let isArray = plan.isArray && !takesText(source, pair.value, plan, &writer)
            if !isArray { return writer.scalar(source, pair.value, plan.scalars, coding, at: .root) }
        }
        let pairs = occurrences.all(of: member)
        if plan.isObject, pairs.contains(where: { $0.property != nil }) {
            return appendObject(pairs, source, to: &writer)
        }
        guard plan.isArray else { return writer.refuse(.givenTwice) }
        appendArray(pairs, source, node: node, to: &writer)
    }

    /// Whether one text is a scalar rather than an array of one element.
    private func takesText(
        _ source: Span<UInt8>, _ range: Range<Int>, _ plan: CoercionPlan.Node, _ writer: inout ValueWriter
    ) -> Bool {
        plan.scalars.contains(.string) || writer.isScalar(source, range, of: plan.scalars, coding)
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
            let name = String(utf8: source.extracting(first.name))
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
            PercentDecoding.forEachByte(of: source, pair.name, plus: coding.plus) { name.append($0) }
            if let number = numbers[name] {
                groups[number].append(pair)
            } else {
                numbers[name] = groups.count
                groups.append([pair])
            }
        }
    }
}
