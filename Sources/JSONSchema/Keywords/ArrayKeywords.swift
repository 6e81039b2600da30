import JSONCore

extension Keyword {
    static let minItems = Keyword("minItems", .validation) { compilation, draft, value in
        compilation.limit(.minItems, value, "minItems", in: &draft)
    }

    static let maxItems = Keyword("maxItems", .validation) { compilation, draft, value in
        compilation.limit(.maxItems, value, "maxItems", in: &draft)
    }

    static let uniqueItems = Keyword("uniqueItems", .validation) { compilation, draft, value in
        guard compilation.boolean(value, "uniqueItems", in: draft) == true else { return }
        draft.append(.uniqueItems, compilation.site(value, "uniqueItems", in: draft))
    }
}

extension Evaluator {
    /// `minItems` and `minProperties`.
    @inline(never)
    mutating func hasAtLeast(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ noun: String
    ) -> Bool {
        if entry.count >= Int(instruction.a) { return true }
        return fail(instruction, at: index, "must have at least \(counted(instruction.a, noun))")
    }

    /// `maxItems` and `maxProperties`.
    @inline(never)
    mutating func hasAtMost(
        _ instruction: Instruction, _ index: Int, _ entry: TapeEntry, _ noun: String
    ) -> Bool {
        if entry.count <= Int(instruction.a) { return true }
        return fail(instruction, at: index, "must have at most \(counted(instruction.a, noun))")
    }

    /// Up to 16 strings mostly by a filter, pairwise what it cannot tell apart and other items; by a hash that nobody can predict beyond, so that no choice of items is quadratic.
    @inline(never)
    mutating func hasUniqueItems(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let isUnique =
            entry.count <= 16
            ? areTellableStrings(index, entry) || isUniquePairwise(index, entry) : isUniqueByHash(index, entry)
        if isUnique { return true }
        return fail(instruction, at: index, "must not have equal items")
    }

    /// Whether all items are strings that two filters of 64 bits tell apart by lengths, first and last bytes. Unlike pairs of
    /// items it has no branch that depends on them.
    @inline(__always)
    private mutating func areTellableStrings(_ index: Int, _ entry: TapeEntry) -> Bool {
        var (first, second): (UInt64, UInt64) = (0, 0)
        var item = index + 1
        for _ in 0..<entry.count {
            let text = view.entry(item)
            guard text.kind == .string else { return false }
            let hash = UInt64(view.name(text).hash)
            let (bit, other): (UInt64, UInt64) = (1 &<< hash, 1 &<< (hash >> 6))
            guard first & bit == 0 || second & other == 0 else { return false }
            first |= bit
            second |= other
            item &+= 1
        }
        return true
    }

    private mutating func isUniquePairwise(_ index: Int, _ entry: TapeEntry) -> Bool {
        guard entry.count > 1 else { return true }
        var item = index + 1
        for ordinal in 1..<entry.count {
            let first = view.entry(item)
            let next = first.isContainer ? first.end : item &+ 1
            var other = next
            for _ in ordinal..<entry.count {
                let second = view.entry(other)
                if mayBeEqual(first, second), areEqual(item, other) { return false }
                other = second.isContainer ? second.end : other &+ 1
            }
            item = next
        }
        return true
    }

    /// Tells most strings apart by their lengths.
    @inline(__always)
    private mutating func mayBeEqual(_ first: TapeEntry, _ second: TapeEntry) -> Bool {
        first.kind == second.kind && (first.kind != .string || first.count == second.count)
    }

    @inline(never)
    private mutating func areEqual(_ item: Int, _ other: Int) -> Bool {
        let (a, b) = (view.entry(item), view.entry(other))
        guard a.kind == b.kind else { return false }
        if a.kind == .string { return view.areEqual(a, b) }
        if let payload = a.decidingPayload, let other = b.decidingPayload { return payload == other }
        return JSON(tape: tape, index: item) == JSON(tape: tape, index: other)
    }

    private mutating func isUniqueByHash(_ index: Int, _ entry: TapeEntry) -> Bool {
        var seen = Set<JSON>(minimumCapacity: entry.count)
        var item = index + 1
        for _ in 0..<entry.count {
            guard seen.insert(JSON(tape: tape, index: item)).inserted else { return false }
            item = view.next(after: item)
        }
        return true
    }
}
