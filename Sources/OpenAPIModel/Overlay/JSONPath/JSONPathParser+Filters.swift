import JSONCore

extension JSONPathParser {
    /// What stands between operators, before it is known what is asked of it.
    enum Term {
        case literal(JSON)
        case query(PathQuery)
        /// A function's result.
        case value(PathOperand)
        case logical(PathFilter)
    }

    /// A whole logical expression (RFC 9535, section 2.3.5.1).
    mutating func disjunction() throws(JSONPathError) -> PathFilter {
        try nested { (parser) throws(JSONPathError) in
            var alternatives = [try parser.conjunction()]
            while parser.takeSpaced("||") { alternatives.append(try parser.conjunction()) }
            return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
        }
    }

    private mutating func conjunction() throws(JSONPathError) -> PathFilter {
        var conditions = [try condition()]
        while takeSpaced("&&") { conditions.append(try condition()) }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private mutating func condition() throws(JSONPathError) -> PathFilter {
        if take("!") {
            skipSpace()
            if peek == UInt8(ascii: "(") { return .not(try parenthesized()) }
            let start = position
            let term = try term()
            return .not(try test(term, at: start))
        }
        if peek == UInt8(ascii: "(") { return try parenthesized() }
        let start = position
        let left = try term()
        guard let comparison = takeComparison() else { return try test(left, at: start) }
        let first = try operand(left, at: start)
        let behind = position
        let right = try term()
        let second = try operand(right, at: behind)
        return .compares(first, comparison, second)
    }

    private mutating func parenthesized() throws(JSONPathError) -> PathFilter {
        let start = position
        position += 1
        skipSpace()
        let filter = try disjunction()
        skipSpace()
        guard take(")") else {
            let opening = fault("", at: start).column
            throw fault("Expected \")\" for the \"(\" at character \(opening), not \(nextCharacter).")
        }
        return filter
    }

    private mutating func takeComparison() -> PathComparison? {
        PathComparison.allCases.first { takeSpaced($0.rawValue) }
    }

    mutating func term() throws(JSONPathError) -> Term {
        switch peek {
        case UInt8(ascii: "$"):
            position += 1
            return .query(try query(from: .root))
        case UInt8(ascii: "@"):
            position += 1
            return .query(try query(from: .current))
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            let text = try string()
            var builder = TapeBuilder()
            builder.string(text.span)
            return .literal(builder.finish())
        case let byte? where byte.isDigit || byte == UInt8(ascii: "-"): return .literal(try number())
        case let byte? where 0x61...0x7A ~= byte: return try word()
        default:
            throw fault("Expected \"@\", \"$\", a value, a function, \"!\" or \"(\", not \(nextCharacter).")
        }
    }

    private mutating func number() throws(JSONPathError) -> JSON {
        let start = position
        while let byte = peek, byte.isDigit || "+-.eE".utf8.contains(byte) { position += 1 }
        var builder = TapeBuilder()
        guard builder.number(literal: Array(text[start..<position])) else {
            throw fault("Numbers are written as in JSON.", at: start)
        }
        return builder.finish()
    }

    /// `true`, `false`, `null` or a function.
    private mutating func word() throws(JSONPathError) -> Term {
        let start = position
        while let byte = peek, 0x61...0x7A ~= byte || byte.isDigit || byte == UInt8(ascii: "_") { position += 1 }
        let name = String(decoding: text[start..<position], as: UTF8.self)
        if peek == UInt8(ascii: "(") { return try function(name, at: start) }
        var builder = TapeBuilder()
        switch name {
        case "true": builder.bool(true)
        case "false": builder.bool(false)
        case "null": builder.null()
        default: throw fault("\"\(name)\" is no value; texts stand in quotes.", at: start)
        }
        return .literal(builder.finish())
    }

    /// What may stand on a side of a comparison, or as an argument that is a value.
    func operand(_ term: Term, at start: Int) throws(JSONPathError) -> PathOperand {
        switch term {
        case .literal(let json): return .literal(json)
        case .value(let operand): return operand
        case .query(let query):
            guard query.isSingular else {
                throw fault(
                    "The query may select several values; only names and indices may stand in it here.", at: start)
            }
            return .query(query)
        case .logical: throw fault("The function gives true or false, and that is no value to compare.", at: start)
        }
    }

    /// What may stand alone as a condition.
    private func test(_ term: Term, at start: Int) throws(JSONPathError) -> PathFilter {
        switch term {
        case .query(let query): return .exists(query)
        case .logical(let filter): return filter
        case .literal: throw fault("A value alone is no condition; compare it with something.", at: start)
        case .value: throw fault("The function gives a value, not true or false; compare it with something.", at: start)
        }
    }
}
