/// The members that a query, a form or a `Cookie` field is decoded into: decided at load.
///
/// A class, as ``ParameterPlan`` is.
final class PairPlan: Sendable {
    /// How a member is written.
    enum Form: Sendable, Hashable {
        /// `form`, exploded: an element for each pair, or a pair for each property.
        case exploded
        /// In one pair, with a delimiter.
        case delimited(DelimitedStyle)
        case deepObject
        /// JSON text.
        case json
        /// A property of a form that no `encoding` describes: scalars as they are, objects as JSON text, arrays as
        /// one pair for each element.
        case byContentType
    }

    struct Member: Sendable {
        let name: [UInt8]
        let form: Form
        /// Of the values.
        let coding: TextCoding
        /// In the coercion plan.
        let node: Int
    }

    /// What a name in the query leads to.
    struct Slot: Sendable {
        /// Nil for a name that is known and none of the plan's business.
        let member: Int?
        /// Set where the name is a property of an exploded object.
        let property: Int?
    }

    let members: [Member]
    /// Of the names.
    let coding: TextCoding
    private let names: NameTable
    private let slots: [Slot]
    private let hasDeepObjects: Bool
    /// The exploded object that takes the names that nothing else claims.
    private let catchAll: Int?

    /// - Parameter reserved: names that others read, such as credentials: no exploded object takes them.
    init(_ members: [Member], coding: TextCoding, plan: CoercionPlan, reserved: [[UInt8]] = []) {
        var names: [[UInt8]] = []
        var slots: [Slot] = []
        var catchAll: Int?
        for (index, member) in members.enumerated() {
            names.append(member.name)
            slots.append(Slot(member: index, property: nil))
        }
        for (index, member) in members.enumerated() where member.form == .exploded && plan[member.node].isObject {
            for property in plan[member.node].properties {
                names.append(property.name)
                slots.append(Slot(member: index, property: property.node))
            }
            if plan[member.node].invitesMembers { catchAll = catchAll ?? index }
        }
        names += reserved
        slots += reserved.map { _ in Slot(member: nil, property: nil) }
        self.members = members
        self.coding = coding
        self.names = NameTable(names)
        self.slots = slots
        self.hasDeepObjects = members.contains { $0.form == .deepObject }
        self.catchAll = catchAll
    }

    /// The slot for a name, which is compared decoded. The name itself comes first, then, for `a[b]`, a deepObject `a`.
    func slot(
        _ source: Span<UInt8>, _ name: Range<Int>, plan: CoercionPlan, scratch: inout [UInt8]
    ) -> Slot? {
        let scanned = ScannedText(source, name, coding)
        guard scanned.needsDecoding else { return slot(plain: source, name, plan) }
        scratch.removeAll(keepingCapacity: true)
        PercentDecoding.forEachByte(of: source, name, plus: coding.plus) { scratch.append($0) }
        return slot(plain: scratch.span, 0..<scratch.count, plan)
    }

    private func slot(plain text: Span<UInt8>, _ name: Range<Int>, _ plan: CoercionPlan) -> Slot? {
        if let index = names.index(of: text, name) { return slots[index] }
        if hasDeepObjects, let bracket = name.firstIndex(of: UInt8(ascii: "["), in: text),
            let index = names.index(of: text, name.lowerBound..<bracket), slots[index].property == nil,
            let member = slots[index].member, members[member].form == .deepObject
        {
            return slots[index]
        }
        return catchAll.map { Slot(member: $0, property: plan[members[$0].node].additional) }
    }
}

/// The pairs of one query, chained by member.
struct PairOccurrences {
    struct Pair: Sendable {
        let name: Range<Int>
        let value: Range<Int>
        let property: Int?
        fileprivate(set) var next: Int32 = -1
    }

    private(set) var pairs: [Pair] = []
    /// Pairs whose names nothing claims.
    private(set) var unknown: [PairScanner.Pair] = []
    private var chains: [(first: Int32, last: Int32)]

    /// One scan.
    ///
    /// - Parameter separator: between pairs; white space around names and values goes with a semicolon.
    init(_ source: Span<UInt8>, _ plan: PairPlan, _ coercion: CoercionPlan, separator: UInt8 = UInt8(ascii: "&")) {
        chains = Array(repeating: (-1, -1), count: plan.members.count)
        pairs.reserveCapacity(min(plan.members.count * 2, 16))
        var scanner = PairScanner(separator: separator)
        var scratch: [UInt8] = []
        let trimsSpace = separator == UInt8(ascii: ";")
        while let pair = scanner.next(in: source) {
            let name = trimsSpace ? pair.name.trimmed(in: source) : pair.name
            let value = trimsSpace ? pair.value.trimmed(in: source) : pair.value
            guard let slot = plan.slot(source, name, plan: coercion, scratch: &scratch) else {
                unknown.append(PairScanner.Pair(name: name, value: value))
                continue
            }
            guard let member = slot.member else { continue }
            add(Pair(name: name, value: value, property: slot.property), to: member)
        }
    }

    private mutating func add(_ pair: Pair, to member: Int) {
        let index = Int32(truncatingIfNeeded: pairs.count)
        pairs.append(pair)
        if chains[member].last >= 0 {
            pairs[Int(chains[member].last)].next = index
        } else {
            chains[member].first = index
        }
        chains[member].last = index
    }

    /// The first pair of a member; nil when it is absent.
    func first(of member: Int) -> Pair? {
        chains[member].first < 0 ? nil : pairs[Int(chains[member].first)]
    }

    func isSingle(_ member: Int) -> Bool { chains[member].first == chains[member].last }

    /// All pairs of a member, in the order in which they stand.
    func all(of member: Int) -> [Pair] {
        var found: [Pair] = []
        var next = chains[member].first
        while next >= 0 {
            let pair = pairs[Int(next)]
            found.append(pair)
            next = pair.next
        }
        return found
    }
}
