/// Groups, lookarounds and references to groups.
extension PatternParser {
    mutating func parseGroup() throws(ECMAPatternError) -> PatternTree {
        let start = position
        let kind = try parseGroupKind()
        let body = try parseDisjunction()
        guard take(")") else { throw failure("This group is not closed. Add \")\".", at: start) }
        return switch kind {
        case .plain: body.isQuantifierSafe ? body : .sequence([body])
        case .capture(let number): .capture(body, group: number)
        case .look(let look): .look(look, body)
        }
    }

    private enum GroupKind {
        case plain, capture(Int), look(Look)
    }

    private mutating func parseGroupKind() throws(ECMAPatternError) -> GroupKind {
        let start = position
        if take("(?:") { return .plain }
        if take("(?=") { return .look(.ahead) }
        if take("(?!") { return .look(.notAhead) }
        if take("(?<=") { return .look(.behind) }
        if take("(?<!") { return .look(.notBehind) }
        if take("(?<") {
            try parseGroupName()
        } else if take("(?") {
            throw unknownGroup(at: start)
        } else {
            position &+= 1
        }
        openedGroups &+= 1
        return .capture(openedGroups)
    }

    private func unknownGroup(at start: Int) -> ECMAPatternError {
        let message =
            switch current {
            case .some("P"): "ECMA-262 writes named groups \"(?<name>...)\", without \"P\"."
            case .some(">"): "ECMA-262 has no atomic groups. Write \"(?:...)\"."
            case .some("#"): "ECMA-262 has no comments in patterns. Remove it."
            case .some("i"), .some("m"), .some("s"), .some("x"), .some("-"):
                "Flags such as \"(?i)\" and \"(?i:...)\" are not supported: JSON Schema has no place for them. "
                    + "Spell both cases out, as in \"[Aa]\"."
            default: "This is no group of ECMA-262. Write \"\\(\" if the bracket is meant literally."
            }
        return failure(message, at: start)
    }

    @discardableResult
    mutating func parseGroupName() throws(ECMAPatternError) -> [UInt32] {
        let start = position
        while let next = current, next != ">" {
            guard let scalar = Unicode.Scalar(next), isNamePart(scalar, first: position == start) else {
                throw failure("A group's name consists of letters, digits, \"_\" and \"$\", and starts with no digit.")
            }
            position &+= 1
        }
        let name = Array(scalars[start..<position])
        guard !name.isEmpty, take(">") else {
            throw failure("This group's name is empty or not closed by \">\".", at: start)
        }
        return name
    }

    private func isNamePart(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
        if scalar == "$" || scalar == "_" { return true }
        return first ? scalar.properties.isIDStart : scalar.properties.isIDContinue
    }

    /// `\k<name>`, after the `k`.
    mutating func parseNamedReference(from start: Int) throws(ECMAPatternError) -> PatternTree {
        guard take("<") else {
            throw failure("\"\\k\" must be followed by a group's name, as in \"\\k<name>\".", at: start)
        }
        let numbers = groups.numbers(of: try parseGroupName())
        guard let first = numbers.first else {
            throw failure("No group of the pattern bears this name. Write \"(?<name>...)\" for the group.", at: start)
        }
        // Of groups that share a name one captures, and a reference to any other repeats the empty text.
        if numbers.count > 1 { return .sequence(numbers.map { .backReference(group: $0) }) }
        return .backReference(group: first)
    }

    /// `\1`, at its first digit.
    mutating func parseNumberedReference(from start: Int) throws(ECMAPatternError) -> PatternTree {
        guard let number = parseDecimal(), number <= groups.count else {
            let groups = groups.count == 1 ? "1 group" : "\(groups.count) groups"
            throw failure(
                "This refers to a group that the pattern does not have. It has \(groups). Write \"\\xHH\" for a character.",
                at: start)
        }
        return .backReference(group: number)
    }
}

extension PatternTree {
    /// Whether the parser would refuse to quantify it although a group around it makes that right: `(?:^)*`.
    fileprivate var isQuantifierSafe: Bool {
        switch self {
        case .assertion, .look: false
        default: true
        }
    }
}
