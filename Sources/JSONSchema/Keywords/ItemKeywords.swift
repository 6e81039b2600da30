import JSONCore

extension Keyword {
    static let prefixItems = Keyword("prefixItems", .applicator, .list) { compilation, draft, value in
        compilation.appendPrefix(value, "prefixItems", in: &draft)
    }

    /// From 2020-12 on: one schema for all that `prefixItems` leaves.
    static let items = Keyword("items", .applicator, .schema) { compilation, draft, value in
        let first = draft.sibling("prefixItems")?.count ?? 0
        compilation.appendItems(value, "items", from: first, in: &draft)
    }

    /// OpenAPI 3.0: one schema, and required beside `type: array`.
    static let itemsOfOneSchema = Keyword("items", .applicator, .schema) { compilation, draft, value in
        compilation.appendItems(value, "items", from: 0, in: &draft)
    }

    /// Up to 2019-09: one schema for all, or a list by position.
    static let itemsOrList = Keyword("items", .applicator, .schemaOrList) { compilation, draft, value in
        if value.kind == .array {
            compilation.appendPrefix(value, "items", in: &draft)
        } else {
            compilation.appendItems(value, "items", from: 0, in: &draft)
        }
    }

    /// Acts only beside a list under `items`.
    static let additionalItems = Keyword("additionalItems", .applicator, .schema) { compilation, draft, value in
        guard let list = draft.sibling("items"), list.kind == .array else { return }
        compilation.appendItems(value, "additionalItems", from: list.count, in: &draft)
    }

    static let contains = Keyword("contains", .applicator, .schema) { compilation, draft, value in
        compilation.appendContains(value, marks: false, in: &draft)
    }

    static let markingContains = Keyword("contains", .applicator, .schema) { compilation, draft, value in
        compilation.appendContains(value, marks: true, in: &draft)
    }

    /// Both act through `contains`.
    static let minContains = Keyword("minContains", .validation) { compilation, draft, value in
        _ = compilation.limit(value, "minContains", in: draft)
    }
    static let maxContains = Keyword("maxContains", .validation) { compilation, draft, value in
        _ = compilation.limit(value, "maxContains", in: draft)
    }
}

extension Compilation {
    fileprivate mutating func appendPrefix(_ value: JSON, _ keyword: String, in draft: inout NodeDraft) {
        guard value.kind == .array else { return refuse(value, "\"\(keyword)\" must be an array.", in: draft) }
        let children = value.elements.map { child($0, in: &draft) }
        let start = append(list: children)
        draft.append(.prefixItems, site(value, keyword, in: draft), start, Int32(clamping: children.count))
    }

    fileprivate mutating func appendItems(
        _ value: JSON, _ keyword: String, from first: Int, in draft: inout NodeDraft
    ) {
        let node = value.bool == false ? ObjectPlan.refused : child(value, in: &draft)
        draft.append(.items, site(value, keyword, in: draft), node, Int32(clamping: first))
    }

    fileprivate mutating func appendContains(_ value: JSON, marks: Bool, in draft: inout NodeDraft) {
        let minimum = draft.sibling("minContains")
        let maximum = draft.sibling("maxContains")
        let plan = ContainsPlan(
            node: child(value, .partAgain, in: &draft),
            minimum: minimum.flatMap { Limit($0)?.value } ?? 1,
            maximum: maximum.flatMap { Limit($0)?.value } ?? .max,
            minimumSite: minimum.map { site($0, "minContains", in: draft) } ?? site(value, "contains", in: draft),
            maximumSite: maximum.map { site($0, "maxContains", in: draft) } ?? site(value, "contains", in: draft),
            marks: marks)
        tables.contains.append(plan)
        draft.append(.contains, site(value, "contains", in: draft), Int32(tables.contains.count - 1))
    }
}

extension Evaluator {
    @inline(never)
    mutating func meetsPrefix(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        var isValid = true
        var item = index + 1
        for ordinal in 0..<min(Int(instruction.b), entry.count) {
            let node = rows.lists[instruction.a &+ Int32(ordinal)]
            mark(track, ordinal)
            if !validate(node, item, noTrack) {
                isValid = false
                if isDone { return false }
            }
            item = view.next(after: item)
        }
        return isValid
    }

    @inline(never)
    mutating func meetsItems(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        let first = Int(instruction.b)
        guard entry.count > first else { return true }
        markAll(track, entry)
        if instruction.a == ObjectPlan.refused {
            return fail(instruction, at: index, "must have at most \(counted(first, "item"))")
        }
        var isValid = true
        var item = index + 1
        for ordinal in 0..<entry.count {
            if ordinal >= first, !validate(instruction.a, item, noTrack) {
                isValid = false
                if isDone { return false }
            }
            item = view.next(after: item)
        }
        return isValid
    }

    @inline(never)
    mutating func containsMatches(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        let plan = rows.contains[instruction.a]
        let marks = plan.marks ? track : noTrack
        var matches = 0
        var item = index + 1
        for ordinal in 0..<entry.count {
            if holds(plan.node, item, noTrack) {
                matches += 1
                mark(marks, ordinal)
                let isDecided = matches > plan.maximum || matches >= plan.minimum && plan.maximum == .max
                if isDecided, marks == noTrack, !sink.isTracing { break }
            }
            item = view.next(after: item)
        }
        if matches < plan.minimum {
            let wanted = counted(plan.minimum, "item")
            return fail(site: plan.minimumSite, at: index, "must have at least \(wanted) that the schema describes")
        }
        if matches > plan.maximum {
            let wanted = counted(plan.maximum, "item")
            return fail(site: plan.maximumSite, at: index, "must have at most \(wanted) that the schema describes")
        }
        return true
    }
}
