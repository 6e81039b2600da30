import JSONCore
import RegexCore

extension Keyword {
    static let properties = Keyword("properties", .applicator, .map) { compilation, draft, value in
        guard value.kind == .object else {
            return compilation.refuse(value, "\"properties\" must be an object.", in: draft)
        }
        draft.object.isPresent = true
        for (position, (name, schema)) in value.members.enumerated() {
            draft.object.declare(name, as: compilation.child(schema, in: &draft), at: position)
        }
    }

    static let required = Keyword("required", .validation) { compilation, draft, value in
        guard !draft.isParameter || value.kind != .boolean else { return }
        guard let names = compilation.names(value, "required", in: draft) else { return }
        draft.object.isPresent = true
        draft.object.requiredSite = compilation.site(value, "required", in: draft)
        for name in names where !compilation.isWaived(name, in: draft) { draft.object.require(name) }
    }

    static let patternProperties = Keyword("patternProperties", .applicator, .map) { compilation, draft, value in
        guard value.kind == .object else {
            return compilation.refuse(value, "\"patternProperties\" must be an object.", in: draft)
        }
        draft.object.isPresent = true
        for (source, schema) in value.members {
            let node = compilation.child(schema, .partAgain, in: &draft)
            guard let pattern = compilation.pattern(source, at: schema, in: draft) else { continue }
            draft.object.patterns += [pattern, node]
        }
    }

    static let additionalProperties = Keyword("additionalProperties", .applicator, .schema) {
        compilation, draft, value in
        draft.object.isPresent = true
        draft.object.additionalSite = compilation.site(value, "additionalProperties", in: draft)
        switch value.bool {
        case false: draft.object.additional = ObjectPlan.refused
        case true: draft.object.additional = Compilation.always
        default: draft.object.additional = compilation.child(value, in: &draft)
        }
    }

    static let propertyNames = Keyword("propertyNames", .applicator, .schema) { compilation, draft, value in
        draft.object.isPresent = true
        draft.object.namesSite = compilation.site(value, "propertyNames", in: draft)
        draft.object.names = compilation.child(value, in: &draft)
    }
}

/// A name on its way into a table.
struct SlotDraft {
    let name: String
    let key: NameKey
    var node: Int32
    var isRequired = false
    /// Among those that `properties` declares: instances mostly keep its order.
    var position = Int.max

    init(name: String, node: Int32 = Slot.none) {
        self.name = name
        key = NameKey(name)
        self.node = node
    }

    func hasName(of other: SlotDraft) -> Bool {
        key == other.key && (key.isWhole || name.utf8.elementsEqual(other.name.utf8))
    }
}

/// What the keywords for properties have said so far.
struct ObjectDraft {
    var isPresent = false
    var slots: [SlotDraft] = []
    /// Positions in `slots` by the names' bytes, where there are more than a `few`.
    private var positions: [[UInt8]: Int] = [:]
    var patterns: [Int32] = []
    var additional = Slot.none
    var names = Slot.none
    var requiredSite: Int32 = 0
    var additionalSite: Int32 = 0
    var namesSite: Int32 = 0

    private static let few = 24

    mutating func declare(_ name: String, as node: Int32, at position: Int) {
        let slot = slot(named: name)
        slots[slot].node = node
        slots[slot].position = position
    }

    mutating func require(_ name: String) { slots[slot(named: name)].isRequired = true }

    private mutating func slot(named name: String) -> Int {
        let draft = SlotDraft(name: name)
        if let known = known(draft) { return known }
        slots.append(draft)
        if slots.count > Self.few {
            for slot in positions.count..<slots.count { positions[Array(slots[slot].name.utf8)] = slot }
        }
        return slots.count - 1
    }

    private func known(_ draft: SlotDraft) -> Int? {
        if slots.count > Self.few { return positions[Array(draft.name.utf8)] }
        return slots.firstIndex { $0.hasName(of: draft) }
    }
}

extension NodeDraft {
    /// A parameter in the shape of Swagger 2.0 is its own schema; its "required" speaks of the parameter.
    fileprivate var isParameter: Bool { schema["in"]?.kind == .string && schema["name"]?.kind == .string }
}

extension Compilation {
    mutating func names(_ value: JSON, _ keyword: String, in draft: NodeDraft) -> [String]? {
        let names = value.elements.compactMap(\.string)
        guard value.kind == .array, names.count == value.count else {
            refuse(value, "\"\(keyword)\" must be an array of strings.", in: draft)
            return nil
        }
        return names
    }

    /// Freezes the draft's properties into one instruction, and one more for each required name that the mask cannot hold.
    mutating func appendProperties(in draft: inout NodeDraft) {
        guard draft.object.isPresent else { return }
        let object = draft.object
        let slots = object.slots.sorted { $0.position < $1.position }
        var plan = ObjectPlan()
        plan.table = table(of: slots)
        plan.required = tables.slots.suffix(slots.count).reduce(0) { $0 | $1.required }
        plan.patterns = append(list: object.patterns)
        plan.patternCount = Int32(object.patterns.count / 2)
        plan.additional = object.additional
        plan.names = object.names
        plan.requiredSite = object.requiredSite
        plan.additionalSite = object.additionalSite
        plan.namesSite = object.namesSite
        tables.objects.append(plan)
        draft.append(.properties, plan.requiredSite, Int32(tables.objects.count - 1))
        for (position, slot) in slots.enumerated() where slot.isRequired {
            let index = Int(plan.table.start) + position
            if tables.slots[index].required == 0 {
                draft.append(.requiredBeyondMask, plan.requiredSite, Int32(index))
            }
        }
    }
}

extension Evaluator {
    @inline(never)
    mutating func meetsProperties(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        guard track == noTrack, !rows.objects[instruction.a].asksMore else {
            return meetsEveryProperty(instruction, index, entry, track)
        }
        let table = rows.objects[instruction.a].table
        let slots = rows.slots.part(table.start, count: table.count)
        var missing = rows.objects[instruction.a].required
        // Members mostly come in the schema's order, or in the reverse of it.
        var (guess, step) = (Int32(0), Int32(1))
        var isValid = true
        var next = index &+ 1
        while next < entry.end {
            let key = next
            let (name, value) = view.member(key)
            next = value.isContainer ? value.end : key &+ 2
            if !isName(of: guess, in: slots, name) {
                let slot = slot(named: name, in: table) &- table.start
                guard slots.has(slot) else {
                    if meetsAdditional(instruction.a, key) { continue }
                    isValid = false
                    if isDone { return false }
                    continue
                }
                step = slot < guess || slot &+ 1 == table.count ? -1 : 1
                guess = slot
            }
            missing &= ~slots[guess].required
            if !meets(slots[guess], instruction.a, key, value) {
                isValid = false
                if isDone { return false }
            }
            guess &+= step
        }
        return missing == 0 ? isValid : failRequired(rows.objects[instruction.a], missing, index)
    }

    /// Whether a value meets what stands under its name. Most schemas of properties say a kind and one thing more.
    @inline(__always)
    private mutating func meets(_ slot: Slot, _ object: Int32, _ key: Int, _ value: TapeEntry) -> Bool {
        if Output.traces || slot.only == Node.several { return meetsNode(slot.node, object, key) }
        guard slot.kinds.contains(value.kind) else { return refuseKind(slot.node, key &+ 1) }
        return slot.only == Node.kindsAlone || execute(rows.instructions[slot.only], key &+ 1, value, noTrack)
    }

    @inline(never)
    private mutating func meetsNode(_ node: Int32, _ object: Int32, _ key: Int) -> Bool {
        node == Slot.none ? meetsAdditional(object, key) : validate(node, key &+ 1, noTrack)
    }

    /// Where more than the schema of its name may have a say about a member, or it is marked as evaluated.
    @inline(never)
    private mutating func meetsEveryProperty(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        let plan = rows.objects[instruction.a]
        var missing = plan.required
        var isValid = true
        var key = index &+ 1
        for ordinal in 0..<entry.count {
            let slot = slot(named: view.entry(key), in: plan.table)
            if slot >= 0 { missing &= ~rows.slots[slot].required }
            let node = slot < 0 ? Slot.none : rows.slots[slot].node
            if !meetsEverySchema(instruction.a, node, key, ordinal, track) {
                isValid = false
                if isDone { return false }
            }
            key = view.next(after: key &+ 1)
        }
        return missing == 0 ? isValid : failRequired(plan, missing, index)
    }

    private mutating func meetsEverySchema(
        _ object: Int32, _ node: Int32, _ key: Int, _ ordinal: Int, _ track: Track
    ) -> Bool {
        let plan = rows.objects[object]
        var isDeclared = node != Slot.none
        var isValid = !isDeclared || validate(node, key + 1, noTrack)
        if plan.patternCount > 0, isValid || !isDone {
            isValid = meetsPatterns(plan, key, &isDeclared) && isValid
        }
        if !isDeclared, plan.additional != Slot.none, isValid || !isDone {
            isDeclared = true
            isValid = meetsAdditional(object, key) && isValid
        }
        if plan.names != Slot.none, isValid || !isDone { isValid = meetsNames(plan, key) && isValid }
        if isDeclared { mark(track, ordinal) }
        return isValid
    }

    private mutating func meetsPatterns(_ plan: ObjectPlan, _ key: Int, _ isDeclared: inout Bool) -> Bool {
        var isValid = true
        for pair in 0..<plan.patternCount {
            let position = plan.patterns &+ pair &* 2
            let node = rows.lists[position &+ 1]
            switch match(view.entry(key), with: rows.lists[position]) {
            case .doesNotMatch: continue
            case .matches:
                isDeclared = true
                if validate(node, key + 1, noTrack) { continue }
            case .exhausted:
                let site = rows.nodes[node].site
                _ = fail(site: site, at: key + 1, "has a name that could not be matched in a bounded time")
            }
            isValid = false
            if isDone { return false }
        }
        return isValid
    }

    @inline(never)
    private mutating func meetsAdditional(_ object: Int32, _ key: Int) -> Bool {
        let node = rows.objects[object].additional
        if node >= 0 { return validate(node, key + 1, noTrack) }
        if node == Slot.none { return true }
        let site = rows.objects[object].additionalSite
        return fail(site: site, at: key + 1, "is not a property that the schema declares")
    }

    private mutating func meetsNames(_ plan: ObjectPlan, _ key: Int) -> Bool {
        let mark = sink.mark
        let isValid = holds(plan.names, key, noTrack)
        // A name is no place in the instance that an annotation could be of.
        sink.dropAnnotations(since: mark)
        if isValid { return true }
        return fail(site: plan.namesSite, at: key + 1, "has a name that the schema does not allow")
    }

    /// One finding for each missing name; always false.
    private mutating func failRequired(_ plan: ObjectPlan, _ missing: UInt64, _ index: Int) -> Bool {
        guard isListing else { return false }
        for slot in plan.table.start..<plan.table.start &+ plan.table.count
        where rows.slots[slot].required & missing != 0 && !sink.isFull {
            let name = name(of: slot)
            _ = fail(site: plan.requiredSite, at: index, "is missing the required property \"\(name)\"")
        }
        return false
    }

    @inline(never)
    mutating func hasRequired(_ instruction: Instruction, _ index: Int) -> Bool {
        if member(named: instruction.a, of: index) != nil { return true }
        let name = isListing ? name(of: instruction.a) : ""
        return fail(instruction, at: index, "is missing the required property \"\(name)\"")
    }
}
