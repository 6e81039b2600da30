import JSONCore
import RegexCore

extension Keyword {
    static let minLength = Keyword("minLength", .validation) { compilation, draft, value in
        compilation.limit(.minLength, value, "minLength", in: &draft)
    }

    static let maxLength = Keyword("maxLength", .validation) { compilation, draft, value in
        compilation.limit(.maxLength, value, "maxLength", in: &draft)
    }

    static let pattern = Keyword("pattern", .validation) { compilation, draft, value in
        guard let source = value.string else {
            return compilation.refuse(value, "\"pattern\" must be a string.", in: draft)
        }
        guard let pattern = compilation.pattern(source, at: value, in: draft) else { return }
        draft.append(.pattern, compilation.site(value, "pattern", in: draft), pattern)
    }
}

extension Compilation {
    /// Identical patterns are compiled once.
    mutating func pattern(_ source: String, at value: JSON, in draft: NodeDraft) -> Int32? {
        let key = Array(source.utf8)
        if let known = patterns[key] { return known }
        do throws(ECMAPatternError) {
            tables.patterns.append(try ECMAPattern(source, syntax: .tolerant))
            patterns[key] = Int32(tables.patterns.count - 1)
            return patterns[key]
        } catch {
            refuse(value, .badPattern, error.message, in: draft)
            return nil
        }
    }
}

extension Evaluator {
    @inline(never)
    mutating func meetsMinimumLength(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let limit = Int(instruction.a)
        // A code point takes at most four bytes.
        if entry.count >= limit &* 4 || codePoints(entry) >= limit { return true }
        return fail(instruction, at: index, "must have at least \(counted(limit, "character"))")
    }

    @inline(never)
    mutating func meetsMaximumLength(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let limit = Int(instruction.a)
        if entry.count <= limit || codePoints(entry) <= limit { return true }
        return fail(instruction, at: index, "must have at most \(counted(limit, "character"))")
    }

    @inline(never)
    mutating func matchesPattern(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let outcome = match(entry, with: instruction.a)
        if outcome == .matches { return true }
        let source = isListing ? program.tables.patterns[Int(instruction.a)].source : ""
        if outcome == .doesNotMatch { return fail(instruction, at: index, "must match the pattern \"\(source)\"") }
        return fail(instruction, at: index, "could not be matched with \"\(source)\" in a bounded time")
    }

    @inline(__always)
    mutating func match(_ entry: TapeEntry, with pattern: Int32) -> ECMAPattern.Outcome {
        let view = rows.patterns[pattern]
        if let isMatch = self.view.withText(entry, { view.matches($0) }) { return isMatch ? .matches : .doesNotMatch }
        return simulate(entry, pattern)
    }

    /// With one of the tiers that a view does not have.
    @inline(never)
    private mutating func simulate(_ entry: TapeEntry, _ pattern: Int32) -> ECMAPattern.Outcome {
        view.withText(entry) { program.tables.patterns[Int(pattern)].match($0) }
    }

    /// In code points.
    private mutating func codePoints(_ entry: TapeEntry) -> Int {
        if entry.flags.contains(.ascii) { return entry.count }
        return view.withText(entry) { text in
            var count = 0
            for position in text.indices where text[position] & 0xC0 != 0x80 { count &+= 1 }
            return count
        }
    }
}
