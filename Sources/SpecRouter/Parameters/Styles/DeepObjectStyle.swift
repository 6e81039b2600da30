import JSONCore

/// `deepObject`: `a[b]=1&a[c][d]=2`. The specification defines one level of scalars; real descriptions nest
/// (`a[b][c]=1`), give arrays (`a[]=1`, `a[0]=1`, or a property twice) and scalars (`a=1`).
///
/// Elements with positions come in their order (gaps close), then those with `[]` in theirs. Bounded in depth, members
/// and positions. O(n log n).
struct DeepObjectStyle: Sendable {
    static let maximumDepth = 8
    static let maximumMembers = 10_000
    static let maximumPosition = 999

    private let coding: TextCoding
    /// Of the parameter: what stands before the first step.
    private let name: [UInt8]

    init(_ coding: TextCoding, name: [UInt8]) {
        self.coding = coding
        self.name = name
    }

    func append(_ pairs: [PairOccurrences.Pair], _ source: Span<UInt8>, node: Int, to writer: inout ValueWriter) {
        guard pairs.count <= Self.maximumMembers else {
            return writer.refuse(ValueFault(.tooMany, "must have at most \(Self.maximumMembers) members"))
        }
        var entries: [DeepEntry] = []
        for (order, pair) in pairs.enumerated() {
            do throws(ValueFault.Failure) {
                entries.append(
                    DeepEntry(steps: try steps(of: pair.name, in: source), value: pair.value, order: order))
            } catch {
                return writer.refuse(error.fault)
            }
        }
        entries.sort { $0.precedes($1) }
        append(entries[...], level: 0, source, node: node, to: &writer)
    }

    /// `b` and `c` of `a[b][c]`.
    private func steps(of name: Range<Int>, in source: Span<UInt8>) throws(ValueFault.Failure) -> [DeepStep] {
        var text: [UInt8] = []
        do throws(PercentDecoding.Fault) {
            try PercentDecoding.decode(source, name, plus: coding.plus, into: &text)
        } catch {
            throw .init(ValueFault(error, at: .root))
        }
        if let fault = ScannedText(text.span, 0..<text.count, .plain).fault(in: text.span, 0..<text.count) {
            throw .init(ValueFault(fault, at: .root))
        }
        var rest = text.dropFirst(self.name.count)
        var steps: [DeepStep] = []
        while !rest.isEmpty {
            guard rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) else {
                throw .init(ValueFault(.malformedStyle, "must have a \"]\" for each \"[\" and nothing between them"))
            }
            steps.append(DeepStep(text: Array(rest[(rest.startIndex + 1)..<close])))
            rest = rest[(close + 1)...]
            guard steps.count <= Self.maximumDepth else {
                throw .init(ValueFault(.tooDeep, "must not nest more than \(Self.maximumDepth) levels"))
            }
        }
        return steps
    }

    /// Writes what the entries, which share their first `level` steps, say together.
    private func append(
        _ entries: ArraySlice<DeepEntry>, level: Int, _ source: Span<UInt8>, node: Int, to writer: inout ValueWriter
    ) {
        let ends = entries.prefix { $0.steps.count == level }
        guard ends.isEmpty || ends.count == entries.count else {
            return writer.refuse(
                ValueFault(
                    .malformedStyle, at: pointer(entries, level), "must not be both a value and an object or array"))
        }
        if !ends.isEmpty { return appendValues(entries, level, source, node: node, to: &writer) }
        if isArray(entries, level, writer.plan[node]) {
            appendArray(entries, level, source, node: node, to: &writer)
        } else {
            appendObject(entries, level, source, node: node, to: &writer)
        }
    }

    private func appendValues(
        _ entries: ArraySlice<DeepEntry>, _ level: Int, _ source: Span<UInt8>, node: Int, to writer: inout ValueWriter
    ) {
        let plan = writer.plan[node]
        let isArray = plan.isArray && (entries.count > 1 || plan.scalars.isEmpty)
        guard isArray else {
            guard let entry = entries.first, entries.count == 1 else {
                return writer.refuse(
                    ValueFault(.duplicate, at: pointer(entries, level), "must be given only once"))
            }
            return writer.scalar(source, entry.value, plan.scalars, coding, at: pointer(entries, level))
        }
        writer.tape.beginArray()
        for (index, entry) in entries.enumerated() {
            let kinds = writer.plan[writer.plan.element(index, of: node)].scalars
            writer.scalar(source, entry.value, kinds, coding, at: pointer(entries, level).appending(index: index))
        }
        writer.tape.endArray()
    }

    /// As the schema says; where it allows both or says nothing, positions make an array, and so does `[]`.
    private func isArray(_ entries: ArraySlice<DeepEntry>, _ level: Int, _ plan: CoercionPlan.Node) -> Bool {
        if plan.isArray != plan.isObject { return plan.isArray && entries.allSatisfy { $0.steps[level].isPosition } }
        return entries.allSatisfy { $0.steps[level].isPosition && (plan.isArray || $0.steps[level].text.isEmpty) }
    }

    private func appendArray(
        _ entries: ArraySlice<DeepEntry>, _ level: Int, _ source: Span<UInt8>, node: Int, to writer: inout ValueWriter
    ) {
        writer.tape.beginArray()
        var count = 0
        var rest = entries
        while let first = rest.first {
            let step = first.steps[level]
            // Each `[]` is an element of its own.
            let group = step.text.isEmpty ? rest.prefix(1) : rest.prefix { $0.steps[level] == step }
            rest = rest.dropFirst(group.count)
            guard step.number <= Self.maximumPosition else {
                writer.refuse(
                    ValueFault(
                        .tooMany, at: pointer(entries, level), "must have positions up to \(Self.maximumPosition)"))
                break
            }
            append(group, level: level + 1, source, node: writer.plan.element(count, of: node), to: &writer)
            count += 1
        }
        writer.tape.endArray()
    }

    private func appendObject(
        _ entries: ArraySlice<DeepEntry>, _ level: Int, _ source: Span<UInt8>, node: Int, to writer: inout ValueWriter
    ) {
        writer.tape.beginObject()
        var rest = entries
        while let first = rest.first {
            let step = first.steps[level]
            let group = rest.prefix { $0.steps[level] == step }
            rest = rest.dropFirst(group.count)
            let property = writer.plan.property(step.text.span, of: node)
            writer.tape.key(step.text.span)
            append(group, level: level + 1, source, node: property, to: &writer)
        }
        writer.tape.endObject()
    }

    private func pointer(_ entries: ArraySlice<DeepEntry>, _ level: Int) -> JSONPointer {
        let steps = entries.first?.steps.prefix(level) ?? []
        return JSONPointer(tokens: steps.map { String(decoding: $0.text, as: UTF8.self) })
    }
}

/// What stands between two brackets, decoded.
private struct DeepStep: Equatable {
    let text: [UInt8]

    /// `[]`, or a number without leading zeros.
    var isPosition: Bool {
        text.isEmpty || text == [UInt8(ascii: "0")]
            || (text[0] != UInt8(ascii: "0") && text.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    }

    /// Saturates well above the largest position; 0 for what is no number.
    var number: Int {
        isPosition ? text.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), 1_000_000) } : 0
    }

    /// Positions by number, then other names by octets, then `[]`.
    func precedes(_ other: DeepStep) -> Bool {
        if rank != other.rank { return rank < other.rank }
        if rank == 0, text.count != other.text.count { return text.count < other.text.count }
        return text.lexicographicallyPrecedes(other.text)
    }

    private var rank: Int { text.isEmpty ? 2 : isPosition ? 0 : 1 }
}

private struct DeepEntry {
    let steps: [DeepStep]
    let value: Range<Int>
    /// Among the pairs, so that sorting is stable.
    let order: Int

    /// Shorter ones first where one is the beginning of the other; `[]` keeps the order of the pairs.
    func precedes(_ other: DeepEntry) -> Bool {
        for (own, others) in zip(steps, other.steps) {
            if own != others { return own.precedes(others) }
            if own.text.isEmpty { return order < other.order }
        }
        return steps.count == other.steps.count ? order < other.order : steps.count < other.steps.count
    }
}

extension ValueFault {
    /// A fault on its way to where it is reported.
    fileprivate struct Failure: Error {
        let fault: ValueFault

        init(_ fault: ValueFault) { self.fault = fault }
    }
}

/// The unambiguous domain: scalars, and arrays and objects of them, nested within the bounds, none of them empty. Names
/// have no `]` and are not empty; where an array will do, not all of them are positions. An array stands where the schema
/// has arrays. Order in objects is not kept.
extension DeepObjectStyle {
    func pairs(of value: JSON, node: Int, _ plan: CoercionPlan) throws(EncodingRefusal) -> [EncodedPair] {
        var pairs: [EncodedPair] = []
        try append(value, name, steps: .root, node: node, plan, to: &pairs)
        guard pairs.count <= Self.maximumMembers else {
            throw EncodingRefusal("must have at most \(Self.maximumMembers) members")
        }
        return pairs
    }

    private func append(
        _ value: JSON, _ name: [UInt8], steps: JSONPointer, node: Int, _ plan: CoercionPlan,
        to pairs: inout [EncodedPair]
    ) throws(EncodingRefusal) {
        guard steps.tokens.count <= Self.maximumDepth else {
            throw EncodingRefusal(at: steps, "must not nest more than \(Self.maximumDepth) levels")
        }
        switch value.kind {
        case .array: try append(array: value, name, steps: steps, node: node, plan, to: &pairs)
        case .object: try append(object: value, name, steps: steps, node: node, plan, to: &pairs)
        default:
            let text = try plan.text(of: value, plan[node].scalars, at: steps)
            guard !plan[node].isArray || !plan[node].scalars.isEmpty else {
                throw EncodingRefusal(at: steps, "must be an array")
            }
            pairs.append(EncodedPair(name: try coding.encoded(name), value: try coding.encoded(text)))
        }
    }

    private func append(
        array value: JSON, _ name: [UInt8], steps: JSONPointer, node: Int, _ plan: CoercionPlan,
        to pairs: inout [EncodedPair]
    ) throws(EncodingRefusal) {
        guard plan[node].isArray, value.count > 0, value.count <= Self.maximumPosition + 1 else {
            throw EncodingRefusal(at: steps, "must be no array, or one of 1 to \(Self.maximumPosition + 1) elements")
        }
        for (index, element) in value.elements.enumerated() {
            try append(
                element, name + Array("[\(index)]".utf8), steps: steps.appending(index: index),
                node: plan.element(index, of: node), plan, to: &pairs)
        }
    }

    private func append(
        object value: JSON, _ name: [UInt8], steps: JSONPointer, node: Int, _ plan: CoercionPlan,
        to pairs: inout [EncodedPair]
    ) throws(EncodingRefusal) {
        let names = value.members.map { Array($0.key.utf8) }
        let couldBeArray = plan[node].isArray && names.allSatisfy { DeepStep(text: $0).isPosition }
        let isWritable = names.allSatisfy { !$0.isEmpty && !$0.contains(UInt8(ascii: "]")) && !$0.contains(0) }
        guard !names.isEmpty, isWritable, !couldBeArray else {
            throw EncodingRefusal(at: steps, "must have properties, with names that are not empty and have no \"]\"")
        }
        for (key, member) in value.members {
            let step = Array(key.utf8)
            try append(
                member, name + [UInt8(ascii: "[")] + step + [UInt8(ascii: "]")], steps: steps.appending(key),
                node: plan.property(step.span, of: node), plan, to: &pairs)
        }
    }
}
