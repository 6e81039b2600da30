/// The members that a query, a form or a `Cookie` field is decoded into: decided at load.
///
/// A class, as ``ParameterPlan`` is.
final class PairPlan: Sendable {
    /// How a member is written.
    enum Form: Sendable {
        /// `form`, exploded: an element for each pair, or a pair for each property.
        case exploded
        /// In one pair, with a delimiter.
        case delimited(DelimitedStyle)
        case deepObject
        /// As a document.
        case content(ContentForm)
        /// A property of a form that no `encoding` describes: scalars as they are, objects as JSON text, arrays as
        /// one pair for each element.
        case byContentType
    }

    /// A class, as the plan is.
    final class Member: Sendable {
        let name: [UInt8]
        let form: Form
        /// Of the values.
        let coding: TextCoding
        /// In the coercion plan.
        let node: Int

        init(name: [UInt8], form: Form, coding: TextCoding, node: Int) {
            self.name = name
            self.form = form
            self.coding = coding
            self.node = node
        }
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
    /// Of the longest name of a deepObject, in octets; -1 when there is none.
    private let deepNameLength: Int
    /// The exploded object that takes the names that nothing else claims.
    private let catchAll: Int?

    /// - Parameter reserved: names that others read, such as credentials: no exploded object takes them.
    init(_ members: [Member], coding: TextCoding, plan: CoercionPlan, reserved: [[UInt8]] = []) {
        var names: [[UInt8]] = []
        var slots: [Slot] = []
        var catchAll: Int?
        for (index, member) in members.enumerated() {
            names.append(member.name)
            slots.append(Slot(member: index, property: Self.ownProperty(of: member, plan)))
        }
        for (index, member) in members.enumerated() where member.form.isExploded && plan[member.node].isObject {
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
        deepNameLength = members.map { $0.form.isDeepObject ? $0.name.count : -1 }.max() ?? -1
        self.catchAll = catchAll
    }

    /// Of an exploded object that nothing else can be: the property that is named as the parameter is.
    private static func ownProperty(of member: Member, _ plan: CoercionPlan) -> Int? {
        let node = plan[member.node]
        guard member.form.isExploded, node.isObject, !node.isArray, node.scalars.isEmpty else { return nil }
        let property = node.properties.first { $0.name == member.name }?.node
        return property ?? (node.invitesMembers ? node.additional : nil)
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
        if let slot = deepObjectSlot(text, name) { return slot }
        return catchAll.map { Slot(member: $0, property: plan[members[$0].node].additional) }
    }

    /// Of the deepObject whose name stands before a bracket; the shortest of several. Looks no further than names go.
    private func deepObjectSlot(_ text: Span<UInt8>, _ name: Range<Int>) -> Slot? {
        guard deepNameLength >= 0 else { return nil }
        let end = min(name.upperBound, name.lowerBound + deepNameLength + 1)
        for bracket in name.lowerBound..<end where text[bracket] == UInt8(ascii: "[") {
            guard let index = names.index(of: text, name.lowerBound..<bracket), slots[index].property == nil,
                let member = slots[index].member, members[member].form.isDeepObject
            else { continue }
            return slots[index]
        }
        return nil
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
    private var chains: [Chain] = []

    private struct Chain {
        var first: Int32 = -1
        var last: Int32 = -1
    }

    /// One scan.
    ///
    /// - Parameter separator: between pairs; white space around names and values goes with a semicolon.
    init(_ source: Span<UInt8>, _ plan: PairPlan, _ coercion: CoercionPlan, separator: UInt8 = UInt8(ascii: "&")) {
        chains.reserveCapacity(plan.members.count)
        for _ in plan.members.indices { chains.append(Chain()) }
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
            if trimsSpace, addExpansion(name.lowerBound..<value.upperBound, of: member, source, plan, coercion) {
                continue
            }
            add(Pair(name: name, value: value, property: slot.property), to: member)
        }
    }

    /// What RFC 6570 makes of an exploded array or object is one cookie, `color=blue&color=black`: its parts, when all
    /// of them are of `member`. Otherwise the `&` is a part of the value, and nothing is added.
    private mutating func addExpansion(
        _ range: Range<Int>, of member: Int, _ source: Span<UInt8>, _ plan: PairPlan, _ coercion: CoercionPlan
    ) -> Bool {
        let own = plan.members[member]
        guard own.form.isExploded, own.coding == .percent, coercion[own.node].isArray || coercion[own.node].isObject,
            range.firstIndex(of: UInt8(ascii: "&"), in: source) != nil
        else { return false }
        var parts: [Pair] = []
        var scratch: [UInt8] = []
        var scanner = PairScanner()
        let text = source.extracting(range)
        while let part = scanner.next(in: text) {
            let name = part.name.shifted(by: range.lowerBound)
            guard let slot = plan.slot(source, name, plan: coercion, scratch: &scratch), slot.member == member else {
                return false
            }
            parts.append(Pair(name: name, value: part.value.shifted(by: range.lowerBound), property: slot.property))
        }
        for part in parts { add(part, to: member) }
        return true
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

    func has(_ member: Int) -> Bool { chains[member].first >= 0 }

    func isSingle(_ member: Int) -> Bool { chains[member].first == chains[member].last }

    /// All pairs of a member, in the order in which they stand.
    func all(of member: Int) -> [Pair] {
        var found: [Pair] = []
        found.reserveCapacity(min(pairs.count, 4))
        var next = chains[member].first
        while next >= 0 {
            let pair = pairs[Int(next)]
            found.append(pair)
            next = pair.next
        }
        return found
    }
}

extension PairPlan.Form {
    var isExploded: Bool { if case .exploded = self { true } else { false } }
    var isDeepObject: Bool { if case .deepObject = self { true } else { false } }
}

extension Range<Int> {
    fileprivate func shifted(by distance: Int) -> Range<Int> { (lowerBound + distance)..<(upperBound + distance) }
}
