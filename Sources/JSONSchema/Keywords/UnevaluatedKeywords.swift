import JSONCore

extension Keyword {
    static let unevaluatedItems = Keyword("unevaluatedItems", .unevaluated, .schema) { compilation, draft, value in
        let node = compilation.child(value, in: &draft)
        draft.append(.unevaluatedItems, compilation.site(value, "unevaluatedItems", in: draft), node)
    }

    static let unevaluatedProperties = Keyword("unevaluatedProperties", .unevaluated, .schema) {
        compilation, draft, value in
        let node = compilation.child(value, in: &draft)
        draft.append(.unevaluatedProperties, compilation.site(value, "unevaluatedProperties", in: draft), node)
    }
}

extension Evaluator {
    @inline(never)
    mutating func meetsUnevaluatedItems(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        var isValid = true
        var item = index + 1
        for ordinal in 0..<entry.count {
            if !isMarked(track, ordinal), !meetsUnevaluated(instruction, item, "an item") {
                isValid = false
                if isDone { return false }
            }
            item = view.next(after: item)
        }
        return isValid
    }

    @inline(never)
    mutating func meetsUnevaluatedProperties(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ track: Track
    ) -> Bool {
        var isValid = true
        var key = index + 1
        for ordinal in 0..<entry.count {
            if !isMarked(track, ordinal), !meetsUnevaluated(instruction, key + 1, "a property") {
                isValid = false
                if isDone { return false }
            }
            key = view.next(after: key + 1)
        }
        return isValid
    }

    private mutating func meetsUnevaluated(_ instruction: Instruction, _ index: Int, _ noun: String) -> Bool {
        if rows.nodes[instruction.a].flags.contains(.never) {
            return fail(instruction, at: index, "is not \(noun) that any schema here declares")
        }
        return validate(instruction.a, index, noTrack)
    }
}
