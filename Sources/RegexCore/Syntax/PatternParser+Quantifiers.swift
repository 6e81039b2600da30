/// Quantifier, section 22.2.1.
extension PatternParser {
    mutating func quantified(_ atom: PatternTree, startingAt start: Int) throws(ECMAPatternError) -> PatternTree {
        let quantifier = position
        guard var bounds = try parseBounds() else { return atom }
        guard isQuantifiable(atom) else {
            throw failure("An assertion cannot be repeated. Remove the quantifier.", at: quantifier)
        }
        if take("?") { bounds.preference = .lazy }
        return .repetition(atom, bounds)
    }

    /// Annex B allows it for lookaheads.
    private func isQuantifiable(_ atom: PatternTree) -> Bool {
        switch atom {
        case .assertion: false
        case .look(let look, _): syntax == .tolerant && look.isAhead
        default: true
        }
    }

    private mutating func parseBounds() throws(ECMAPatternError) -> RepetitionBounds? {
        if take("*") { return RepetitionBounds(minimum: 0, maximum: nil) }
        if take("+") { return RepetitionBounds(minimum: 1, maximum: nil) }
        if take("?") { return .optional }
        guard current == "{" else { return nil }
        if let bounds = try parseBraces() { return bounds }
        guard syntax == .tolerant else {
            throw failure("\"{\" must begin a quantifier such as \"{2,5}\", or be written \"\\{\".")
        }
        return nil
    }

    /// `{n}`, `{n,}` or `{n,m}`. Stays in place and answers nil when the text is none of them.
    mutating func parseBraces() throws(ECMAPatternError) -> RepetitionBounds? {
        let start = position
        guard take("{"), let minimum = parseDecimal() else {
            position = start
            return nil
        }
        var maximum: Int? = minimum
        if take(",") { maximum = parseDecimal() }
        guard take("}") else {
            position = start
            return nil
        }
        if let maximum, maximum < minimum {
            throw failure("The numbers of this quantifier are out of order. Write the smaller one first.", at: start)
        }
        return RepetitionBounds(minimum: minimum, maximum: maximum)
    }

    /// Cut to `RepetitionBounds.ceiling`.
    mutating func parseDecimal() -> Int? {
        var value: Int?
        while let digit = current, (0x30...0x39).contains(digit) {
            value = min((value ?? 0) &* 10 &+ Int(digit &- 0x30), RepetitionBounds.ceiling)
            position &+= 1
        }
        return value
    }
}
