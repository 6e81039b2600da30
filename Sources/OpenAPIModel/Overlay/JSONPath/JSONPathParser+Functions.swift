import JSONCore

extension JSONPathParser {
    private typealias Argument = (term: Term, start: Int)

    /// From the opening parenthesis on (RFC 9535, section 2.4).
    mutating func function(_ name: String, at start: Int) throws(JSONPathError) -> Term {
        let arguments = try nested { (parser) throws(JSONPathError) in try parser.arguments() }
        func check(_ count: Int) throws(JSONPathError) {
            guard arguments.count == count else {
                let expected = count == 1 ? "one argument" : "two arguments"
                throw fault("The function \"\(name)\" takes \(expected), not \(arguments.count).", at: start)
            }
        }
        switch name {
        case "length":
            try check(1)
            return .value(.length(try operand(arguments[0].term, at: arguments[0].start)))
        case "count":
            try check(1)
            return .value(.count(try query(arguments[0], of: name)))
        case "value":
            try check(1)
            return .value(.value(try query(arguments[0], of: name)))
        case "match", "search":
            try check(2)
            let text = try operand(arguments[0].term, at: arguments[0].start)
            let pattern = try operand(arguments[1].term, at: arguments[1].start)
            return .logical(.matches(text, PathPattern(pattern, extent: name == "match" ? .whole : .part)))
        default:
            throw fault(
                "There is no function \"\(name)\"; there are \"length\", \"count\", \"match\", \"search\" and \"value\".",
                at: start)
        }
    }

    private mutating func arguments() throws(JSONPathError) -> [Argument] {
        position += 1
        skipSpace()
        guard !take(")") else { return [] }
        var arguments: [Argument] = []
        repeat {
            let start = position
            arguments.append((try term(), start))
        } while takeSpaced(",")
        skipSpace()
        guard take(")") else {
            throw fault("Expected \",\" or \")\" behind the argument, not \(nextCharacter).")
        }
        return arguments
    }

    private func query(_ argument: Argument, of name: String) throws(JSONPathError) -> PathQuery {
        guard case .query(let query) = argument.term else {
            throw fault("The function \"\(name)\" takes a query.", at: argument.start)
        }
        return query
    }
}

extension PathPattern {
    /// Compiles what is known already.
    fileprivate init(_ operand: PathOperand, extent: IRegexp.Extent) {
        self.extent = extent
        guard case .literal(let json) = operand else {
            source = .computed(operand)
            return
        }
        source = .fixed(json.string.flatMap { IRegexp.pattern($0, extent) })
    }
}
