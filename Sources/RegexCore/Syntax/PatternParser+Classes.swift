/// CharacterClass, section 22.2.1.
extension PatternParser {
    /// At the opening bracket.
    mutating func parseClass() throws(ECMAPatternError) -> ScalarSet {
        let start = position
        position &+= 1
        let inverted = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        while current != "]" {
            guard !atEnd else { throw failure("This class is not closed. Add \"]\".", at: start) }
            ranges += try parseClassRange()
        }
        position &+= 1
        let set = ScalarSet(ranges)
        return inverted ? set.inverted : set
    }

    private enum ClassAtom {
        case scalar(UInt32), set(ScalarSet)

        var ranges: [ClosedRange<UInt32>] {
            switch self {
            case .scalar(let scalar): [scalar...scalar]
            case .set(let set): set.ranges
            }
        }
    }

    private mutating func parseClassRange() throws(ECMAPatternError) -> [ClosedRange<UInt32>] {
        let start = position
        let low = try parseClassAtom()
        guard current == "-", let next = peek(1), next != "]" else { return low.ranges }
        position &+= 1
        let high = try parseClassAtom()
        guard case .scalar(let first) = low, case .scalar(let last) = high else {
            return try rangeBetweenSets(low, high, at: start)
        }
        guard first <= last else {
            throw failure(
                "This range is out of order. Swap its ends, or write \"\\-\" for a hyphen that stands for itself.",
                at: start)
        }
        return [first...last]
    }

    /// Annex B: in `[\w-.]` the hyphen stands for itself.
    private func rangeBetweenSets(
        _ low: ClassAtom, _ high: ClassAtom, at start: Int
    ) throws(ECMAPatternError) -> [ClosedRange<UInt32>] {
        guard syntax == .tolerant else {
            throw failure(
                "A range cannot begin or end with a set such as \"\\w\". Write \"\\-\" for the hyphen.", at: start)
        }
        return low.ranges + high.ranges + [0x2D...0x2D]
    }

    private mutating func parseClassAtom() throws(ECMAPatternError) -> ClassAtom {
        let start = position
        guard let scalar = current else { throw failure("This class is not closed. Add \"]\".") }
        position &+= 1
        guard scalar == "\\" else { return .scalar(scalar) }
        if take("b") { return .scalar(0x08) }
        if take("-") { return .scalar(0x2D) }
        if let set = try parseSetEscape() { return .set(set) }
        return .scalar(try parseCharacterEscape(from: start))
    }
}
