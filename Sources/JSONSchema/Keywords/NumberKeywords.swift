import JSONCore

extension Keyword {
    static let multipleOf = Keyword("multipleOf", .validation) { compilation, draft, value in
        guard let bound = compilation.bound(value, "multipleOf", in: draft) else { return }
        guard bound > JSONNumber(0) else {
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

/// A number of a schema, ready to be compared; `ProgramTables.exactBounds` has it as it was written.
struct Bound: Sendable {
    /// The value, when it is an integer of 64 bits.
    var int: Int64?
    /// The nearest double.
    var double: Double
    var decimal: DecimalFraction?

    init(_ exact: JSONNumber, isHeldAsDouble: Bool) {
        int = exact.int64
        double = exact.double
        decimal = isHeldAsDouble ? DecimalFraction(exact.double) : nil
    }
}

/// `digits` divided by a power of ten, exactly: prices are multiples of 0.01.
///
/// Numbers held as doubles have at most 15 digits, and of those that have, no two share a nearest double. A quotient of two
/// integers that are exact is the double nearest to it (IEEE 754, section 5.4.1), so being equal to one is being the number.
struct DecimalFraction: Sendable {
    private static let limit = 1e15

    private let digits: Int64
    private let power: Double

    /// nil when more than 15 places would be needed.
    fileprivate init?(_ value: Double) {
        var power = 1.0
        for _ in 0...15 {
            if let digits = Self.digits(of: value, times: power) {
                self.digits = digits
                self.power = power
                return
            }
            power *= 10
        }
        return nil
    }

    /// Whether a number held as this double is a multiple; nil when it is too large to tell.
    fileprivate func divides(_ value: Double) -> Bool? {
        guard abs(value) < Self.limit / power else { return nil }
        guard let digits = Self.digits(of: value, times: power) else { return false }
        return digits % self.digits == 0
    }

    /// nil when it is no integer below the limit. The error of the product is less than a quarter.
    private static func digits(of value: Double, times power: Double) -> Int64? {
        let digits = (value * power).rounded(.toNearestOrEven)
        return abs(digits) < limit && digits / power == value ? Int64(digits) : nil
    }
}

extension Compilation {
    fileprivate mutating func bound(_ value: JSON, _ keyword: String, in draft: NodeDraft) -> JSONNumber? {
        guard let number = value.number else {
            refuse(value, "\"\(keyword)\" must be a number.", in: draft)
            return nil
        }
        return number
    }

    fileprivate mutating func append(
        _ bound: JSONNumber, _ opcode: Opcode, _ value: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        tables.bounds.append(Bound(bound, isHeldAsDouble: value.entry.heldDouble != nil))
        tables.exactBounds.append(bound)
        draft.append(opcode, site(value, keyword, in: draft), Int32(tables.bounds.count - 1))
    }

    fileprivate mutating func exclude(
        _ sibling: String, _ opcode: Opcode, _ value: JSON, _ keyword: String, in draft: inout NodeDraft
    ) {
        guard boolean(value, keyword, in: draft) == true, let number = draft.schema[sibling]?.number else { return }
        append(number, opcode, value, keyword, in: &draft)
    }
}

extension Evaluator {
    @inline(never)
    mutating func meetsLowerBound(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let isExclusive = instruction.opcode == .exclusiveMinimum
        switch compare(index, entry, with: instruction.a) {
        case .above: return true
        case .equal where !isExclusive: return true
        default:
            let limit = isListing ? exactBound(instruction).literal : ""
            return fail(instruction, at: index, "must be \(isExclusive ? "greater than" : "at least") \(limit)")
        }
    }

    @inline(never)
    mutating func meetsUpperBound(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        let isExclusive = instruction.opcode == .exclusiveMaximum
        switch compare(index, entry, with: instruction.a) {
        case .below: return true
        case .equal where !isExclusive: return true
        default:
            let limit = isListing ? exactBound(instruction).literal : ""
            return fail(instruction, at: index, "must be \(isExclusive ? "less than" : "at most") \(limit)")
        }
    }

    @inline(never)
    mutating func isMultiple(_ instruction: Instruction, _ index: Int, _ entry: TapeEntry) -> Bool {
        if let divisor = rows.bounds[instruction.a].int, let value = entry.int64 {
            if value.remainderReportingOverflow(dividingBy: divisor).partialValue == 0 { return true }
        } else if let value = entry.heldDouble, let isMultiple = rows.bounds[instruction.a].decimal?.divides(value) {
            if isMultiple { return true }
        } else if let number = JSON(tape: tape, index: index).number,
            number.isMultiple(of: exactBound(instruction))
        {
            return true
        }
        let divisor = isListing ? exactBound(instruction).literal : ""
        return fail(instruction, at: index, "must be a multiple of \(divisor)")
    }

    private mutating func exactBound(_ instruction: Instruction) -> JSONNumber {
        program.tables.exactBounds[Int(instruction.a)]
    }

    /// Mathematically: by integers where both are, by doubles where these differ, exactly otherwise.
    private mutating func compare(_ index: Int, _ entry: TapeEntry, with position: Int32) -> Position {
        let bound = rows.bounds[position]
        if let value = entry.int64, let limit = bound.int { return Position(value, limit) }
        if let value = entry.heldDouble, value != bound.double { return Position(value, bound.double) }
        guard let number = JSON(tape: tape, index: index).number else { return .equal }
        return Position(number, program.tables.exactBounds[Int(position)])
    }
}

private enum Position {
    case below, equal, above

    init<Value: Comparable>(_ value: Value, _ limit: Value) {
        self = value < limit ? .below : value == limit ? .equal : .above
    }
}
