extension JSONNumber: Hashable, Comparable {
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        JSONTape.equalNumbers(left.tape, left.entry, right.tape, right.entry)
    }

    public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
        JSONTape.orderOfNumbers(left.tape, left.entry, right.tape, right.entry) < 0
    }

    public func hash(into hasher: inout Hasher) {
        tape.hashNumber(entry, into: &hasher)
    }
}

extension JSONTape {
    /// Equal numbers have equal representations, so only the last kind needs a look at the digits.
    static func equalNumbers(
        _ left: JSONTape, _ leftEntry: TapeEntry, _ right: JSONTape, _ rightEntry: TapeEntry
    ) -> Bool {
        let representation = leftEntry.flags.representation
        guard representation == rightEntry.flags.representation, leftEntry.kind == rightEntry.kind else { return false }
        guard representation == .decimal else { return leftEntry.payload == rightEntry.payload }
        return decimalOrder(left, leftEntry, right, rightEntry) == 0
    }

    /// Negative, zero or positive as `left` is less than, equal to or greater than `right`. Exact.
    package static func orderOfNumbers(
        _ left: JSONTape, _ leftEntry: TapeEntry, _ right: JSONTape, _ rightEntry: TapeEntry
    ) -> Int {
        let (a, b) = (leftEntry.payload, rightEntry.payload)
        switch (leftEntry.flags.representation, rightEntry.flags.representation) {
        case (.int64, .int64): return order(Int64(bitPattern: a), Int64(bitPattern: b))
        case (.uint64, .uint64): return order(a, b)
        case (.int64, .uint64): return -1
        case (.uint64, .int64): return 1
        case (.double, .double): return order(Double(bitPattern: a), Double(bitPattern: b))
        default: return decimalOrder(left, leftEntry, right, rightEntry)
        }
    }

    private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left < right ? -1 : (right < left ? 1 : 0)
    }

    private static func decimalOrder(
        _ left: JSONTape, _ leftEntry: TapeEntry, _ right: JSONTape, _ rightEntry: TapeEntry
    ) -> Int {
        left.withLiteral(of: leftEntry) { leftText in
            right.withLiteral(of: rightEntry) { rightText in
                DecimalDigits.order(leftText, rightText)
            }
        }
    }

    func hashNumber(_ entry: TapeEntry, into hasher: inout Hasher) {
        guard entry.flags.representation == .decimal else {
            hasher.combine(entry.payload)
            return
        }
        withLiteral(of: entry) { text in
            var digits = DecimalDigits(text)
            hasher.combine(digits.isNegative)
            hasher.combine(digits.magnitude)
            while let digit = digits.next(text) { hasher.combine(digit) }
        }
    }
}
