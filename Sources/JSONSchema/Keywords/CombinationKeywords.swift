import JSONCore

extension Keyword {
    static let allOf = Keyword("allOf", .applicator, .list) { compilation, draft, value in
        guard let nodes = compilation.branches(value, "allOf", .inPlace, in: &draft) else { return }
        let start = compilation.append(list: nodes)
        draft.append(.allOf, compilation.site(value, "allOf", in: draft), start, Int32(nodes.count))
    }

    static let anyOf = Keyword("anyOf", .applicator, .list) { compilation, draft, value in
        compilation.appendChoice(.anyOf, value, "anyOf", in: &draft)
    }

    static let oneOf = Keyword("oneOf", .applicator, .list) { compilation, draft, value in
        compilation.appendChoice(.oneOf, value, "oneOf", in: &draft)
    }

    static let not = Keyword("not", .applicator, .schema) { compilation, draft, value in
        let node = compilation.child(value, .inPlaceAtTimes, in: &draft)
        draft.append(.not, compilation.site(value, "not", in: draft), node)
    }

    static let `if` = Keyword("if", .applicator, .schema) { compilation, draft, value in
        let condition = compilation.child(value, .inPlaceAtTimes, in: &draft)
        let then = draft.sibling("then").map { compilation.child($0, .inPlaceAtTimes, in: &draft) } ?? Slot.none
        let otherwise = draft.sibling("else").map { compilation.child($0, .inPlaceAtTimes, in: &draft) } ?? Slot.none
        let start = compilation.append(list: [condition, then, otherwise])
        draft.append(.conditional, compilation.site(value, "if", in: draft), start)
    }

    /// Both act through `if`.
    static let then = Keyword("then", .applicator, .schema)
    static let `else` = Keyword("else", .applicator, .schema)
}

extension Compilation {
    fileprivate mutating func branches(
        _ value: JSON, _ keyword: String, _ link: Link.Kind, in draft: inout NodeDraft
    ) -> [Int32]? {
        guard value.kind == .array, value.count > 0 else {
            refuse(value, "\"\(keyword)\" must be an array with at least one schema.", in: draft)
            return nil
        }
        return value.elements.map { child($0, link, in: &draft) }
    }

    fileprivate mutating func appendChoice(
        _ opcode: Opcode, _ value: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        guard let nodes = branches(value, keyword, .inPlaceAtTimes, in: &draft) else { return }
        let start = append(list: nodes)
        let discriminator = discriminator(of: Array(value.elements), in: draft)
        tables.discriminators[Int32(tables.choices.count)] = discriminator
        tables.choices.append(Choice(start: start, count: Int32(nodes.count)))
        draft.append(opcode, site(value, keyword, in: draft), Int32(tables.choices.count - 1))
    }
}

extension Evaluator {
    /// Whether the node holds, whatever the sink.
    mutating func holds(_ node: Int32, _ index: Int, _ track: Track) -> Bool {
        muted += 1
        let isValid = validate(node, index, track)
        muted -= 1
        return isValid
    }

    @inline(never)
    mutating func meetsAll(_ instruction: Instruction, _ index: Int, _ track: Track) -> Bool {
        var isValid = true
        for position in instruction.a..<instruction.a &+ instruction.b
        where !validate(rows.lists[position], index, track) {
            isValid = false
            if isDone { return false }
        }
        return isValid
    }

    /// Where locations are tracked every branch is tried, for what it evaluates.
    @inline(never)
    mutating func meetsAny(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        let choice = rows.choices[instruction.a]
        if isTagged(choice, entry) { return meetsTagged(choice, instruction, index, entry, track) }
        var isValid = false
        for position in choice.start..<choice.start &+ choice.count {
            if branchHolds(rows.lists[position], index, entry, track) {
                isValid = true
                if track == noTrack, !sink.isTracing { return true }
            }
        }
        if isValid { return true }
        return isListing ? failChoice(choice, instruction, index, matched: []) : false
    }

    @inline(never)
    mutating func meetsOne(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        let choice = rows.choices[instruction.a]
        if isTagged(choice, entry) { return meetsTagged(choice, instruction, index, entry, track) }
        var first: Int32 = -1
        for branch in 0..<choice.count where branchHolds(rows.lists[choice.start &+ branch], index, entry, track) {
            if first < 0 {
                first = branch
            } else {
                return isListing ? failChoice(choice, instruction, index, matched: [first, branch]) : false
            }
        }
        if first >= 0 { return true }
        return isListing ? failChoice(choice, instruction, index, matched: []) : false
    }

    /// Of several equal names the property's schema is asked about each, so that none of them can be the tag.
    private mutating func isTagged(_ choice: Choice, _ entry: TapeEntry) -> Bool {
        choice.tag != Slot.none && entry.kind == .object && !entry.flags.contains(.duplicateKeys)
    }

    /// Tries the one branch that the tag leaves; all others want another value of it.
    private mutating func meetsTagged(
        _ choice: Choice, _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        if let branch = taggedBranch(choice, index),
            branchHolds(rows.lists[choice.start &+ branch], index, entry, track)
        {
            return true
        }
        return isListing ? failChoice(choice, instruction, index, matched: []) : false
    }

    private mutating func taggedBranch(_ choice: Choice, _ index: Int) -> Int32? {
        guard let value = member(named: choice.tag, of: index), view.entry(value).kind == .string else { return nil }
        let slot = slot(named: view.entry(value), in: choice.values)
        return slot < 0 ? nil : rows.slots[slot].node
    }

    private mutating func branchHolds(_ node: Int32, _ index: Int, _ entry: TapeEntry, _ track: Track) -> Bool {
        let branch = openBranchTrack(track, entry)
        let isValid = holds(node, index, branch)
        closeBranchTrack(branch, into: track, entry, holds: isValid)
        return isValid
    }

    @inline(never)
    mutating func meetsNot(_ instruction: Instruction, _ index: Int) -> Bool {
        if !holds(instruction.a, index, noTrack) { return true }
        return fail(instruction, at: index, "must not be what the schema under \"not\" describes")
    }

    @inline(never)
    mutating func meetsConditional(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        let list = instruction.a
        let condition = branchHolds(rows.lists[list], index, entry, track)
        let node = rows.lists[list &+ (condition ? 1 : 2)]
        return node < 0 || validate(node, index, track)
    }
}
