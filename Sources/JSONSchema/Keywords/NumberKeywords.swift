import JSONCore

extension Keyword {
    static let multipleOf = Keyword("multipleOf", .validation) { compilation, draft, value in
        guard let bound = compilation.bound(value, "multipleOf", in: draft) else { return }
        guard bound.exact > Bound.zero else {
            return compilation.refuse(value, "\"multipleOf\" must be greater than 0.", in: draft)
        }
        compilation.append(bound, .multipleOf, value, "multipleOf", in: &draft)
    }

    static let minimum = Keyword("minimum", .validation) { compilation, draft, value in
        guard let bound = compilation.bound(value, "minimum", in: draft) else { return }
        compilation.append(bound, .minimum, value, "minimum", in: &draft)
    }

    static let maximum = Keyword("maximum", .validation) { compilation, draft, value in
        guard let bound = compilation.bound(value, "maximum", in: draft) else { return }
        compilation.append(bound, .maximum, value, "maximum", in: &draft)
    }

    static let exclusiveMinimum = Keyword("exclusiveMinimum", .validation) { compilation, draft, value in
        guard let bound = compilation.bound(value, "exclusiveMinimum", in: draft) else { return }
        compilation.append(bound, .exclusiveMinimum, value, "exclusiveMinimum", in: &draft)
    }

    static let exclusiveMaximum = Keyword("exclusiveMaximum", .validation) { compilation, draft, value in
        guard let bound = compilation.bound(value, "exclusiveMaximum", in: draft) else { return }
        compilation.append(bound, .exclusiveMaximum, value, "exclusiveMaximum", in: &draft)
    }

    /// Draft 4 and OpenAPI 3.0: `true` makes the bound beside it exclusive.
    static let booleanExclusiveMinimum = Keyword("exclusiveMinimum", .validation) { compilation, draft, value in
        compilation.exclude("minimum", .exclusiveMinimum, value, "exclusiveMinimum", in: &draft)
    }

    static let booleanExclusiveMaximum = Keyword("exclusiveMaximum", .validation) { compilation, draft, value in
        compilation.exclude("maximum", .exclusiveMaximum, value, "exclusiveMaximum", in: &draft)
    }

    /// OpenAPI 3.1 descriptions that were 3.0 still say it the old way.
    static let eitherExclusiveMinimum = Keyword("exclusiveMinimum", .validation) { compilation, draft, value in
        let keyword: Keyword = value.kind == .boolean ? .booleanExclusiveMinimum : .exclusiveMinimum
        keyword.compile?(&compilation, &draft, value)
    }

    static let eitherExclusiveMaximum = Keyword("exclusiveMaximum", .validation) { compilation, draft, value in
        let keyword: Keyword = value.kind == .boolean ? .booleanExclusiveMaximum : .exclusiveMaximum
        keyword.compile?(&compilation, &draft, value)
    }
}

/// A number of a schema, ready to be compared.
struct Bound: Sendable {
    var exact: JSONNumber
    /// The value, when it is an integer of 64 bits.
    var int: Int64?
    /// The nearest double.
    var double: Double

    static let zero = JSONNumber(0)

    init(_ exact: JSONNumber) {
        self.exact = exact
        int = exact.int64
        double = exact.double
    }
}

extension Compilation {
    fileprivate mutating func bound(_ value: JSON, _ keyword: String, in draft: NodeDraft) -> Bound? {
        guard let number = value.number else {
            refuse(value, "\"\(keyword)\" must be a number.", in: draft)
            return nil
        }
        return Bound(number)
    }

    fileprivate mutating func append(
        _ bound: Bound, _ opcode: Opcode, _ value: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        tables.bounds.append(bound)
        draft.append(opcode, site(value, keyword, in: draft), Int32(tables.bounds.count - 1))
    }

    fileprivate mutating func exclude(
        _ sibling: String, _ opcode: Opcode, _ value: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        guard boolean(value, keyword, in: draft) == true, let number = draft.schema[sibling]?.number else { return }
        append(Bound(number), opcode, value, keyword, in: &draft)
    }
}

extension Evaluator {
    mutating func meetsLowerBound(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let bound = program.tables.bounds[Int(instruction.a)]
        let isExclusive = instruction.opcode == .exclusiveMinimum
        switch compare(index, entry, with: bound) {
        case .above: return true
        case .equal where !isExclusive: return true
        default:
            return fail(
                instruction, at: index,
                "must be \(isExclusive ? "greater than" : "at least") \(bound.exact.literal)")
        }
    }

    mutating func meetsUpperBound(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let bound = program.tables.bounds[Int(instruction.a)]
        let isExclusive = instruction.opcode == .exclusiveMaximum
        switch compare(index, entry, with: bound) {
        case .below: return true
        case .equal where !isExclusive: return true
        default:
            return fail(
                instruction, at: index,
                "must be \(isExclusive ? "less than" : "at most") \(bound.exact.literal)")
        }
    }

    mutating func isMultiple(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let bound = program.tables.bounds[Int(instruction.a)]
        if let divisor = bound.int, let value = entry.int64 {
            if value.remainderReportingOverflow(dividingBy: divisor).partialValue == 0 { return true }
        } else if let number = JSON(tape: tape, index: index).number, number.isMultiple(of: bound.exact) {
            return true
        }
        return fail(instruction, at: index, "must be a multiple of \(bound.exact.literal)")
    }

    /// Mathematically: by integers where both are, by doubles where these differ, exactly otherwise.
    private func compare(_ index: Int, _ entry: TapeEntry, with bound: Bound) -> Position {
        if let value = entry.int64, let limit = bound.int { return Position(value, limit) }
        guard let number = JSON(tape: tape, index: index).number else { return .equal }
        let double = number.double
        if double != bound.double, double.isFinite, bound.double.isFinite { return Position(double, bound.double) }
        return Position(number, bound.exact)
    }
}

extension TapeEntry {
    /// nil when it is no integer of 64 bits.
    var int64: Int64? {
        kind == .integer && flags.representation == .int64 ? Int64(bitPattern: payload) : nil
    }
}

private enum Position {
    case below, equal, above

    init<Value: Comparable>(_ value: Value, _ limit: Value) {
        self = value < limit ? .below : value == limit ? .equal : .above
    }
}
