/// Makes a short text that an ECMA-262 pattern matches, from the pattern's own shape.
///
/// Knows literals, classes, groups, alternatives and quantifiers. Gives up at look-arounds, back-references and what it
/// does not know; the schema has the last word on what comes out.
struct MockPattern {
    private static let maximumLength = 65_536

    private let scalars: [Unicode.Scalar]
    private var position = 0
    /// Characters that are still wanted; quantifiers that may repeat more take them up.
    private var growth: Int

    /// Nil when the pattern cannot be seen through.
    static func example(of pattern: String, minimumLength: Int) -> String? {
        guard let shortest = text(pattern, growth: 0) else { return nil }
        let missing = minimumLength - shortest.unicodeScalars.count
        return missing > 0 ? text(pattern, growth: missing) : shortest
    }

    private static func text(_ pattern: String, growth: Int) -> String? {
        var reader = MockPattern(scalars: Array(pattern.unicodeScalars), growth: growth)
        guard let text = reader.alternatives(depth: 0), reader.position == reader.scalars.count else { return nil }
        return text
    }

    private init(scalars: [Unicode.Scalar], growth: Int) {
        self.scalars = scalars
        self.growth = growth
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take() -> Unicode.Scalar? {
        defer { position += 1 }
        return next
    }

    private mutating func skip(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[min(position, scalars.count)...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    /// The first alternative's text; the others are read and dropped.
    private mutating func alternatives(depth: Int) -> String? {
        guard depth < 64, let first = sequence(depth: depth) else { return nil }
        while skip("|") {
            let kept = growth
            guard sequence(depth: depth) != nil else { return nil }
            growth = kept
        }
        return first
    }

    private mutating func sequence(depth: Int) -> String? {
        var text = ""
        while let scalar = next, scalar != "|", scalar != ")" {
            guard let term = term(depth: depth), let repeated = quantified(term) else { return nil }
            text += repeated
            guard text.utf8.count <= Self.maximumLength else { return nil }
        }
        return text
    }

    private mutating func term(depth: Int) -> String? {
        guard let scalar = take() else { return nil }
        switch scalar {
        case "^", "$": return ""
        case ".": return "a"
        case "[": return characterClass().map { String($0) }
        case "(": return group(depth: depth)
        case "\\": return escape().map { $0.map { String($0) } ?? "" }
        case "*", "+", "?": return nil
        default: return String(scalar)
        }
    }

    private mutating func group(depth: Int) -> String? {
        if skip("?") {
            if skip(":") {
                // Nothing else to skip.
            } else if skip("<"), next != "=", next != "!" {
                while let scalar = take(), scalar != ">" {}
            } else {
                return nil
            }
        }
        guard let text = alternatives(depth: depth + 1), skip(")") else { return nil }
        return text
    }

    private mutating func quantified(_ term: String) -> String? {
        guard let bounds = quantifier() else { return term }
        _ = skip("?")
        let usual = bounds.minimum == 0 && bounds.maximum > 1 ? 1 : bounds.minimum
        let length = max(term.unicodeScalars.count, 1)
        let more = min(max(0, bounds.maximum - usual), (growth + length - 1) / length)
        growth -= more * length
        let (count, overflows) = usual.addingReportingOverflow(more)
        guard !overflows, count <= Self.maximumLength / length else { return nil }
        return String(repeating: term, count: count)
    }

    /// Nil when none stands here, and when a brace is only a brace.
    private mutating func quantifier() -> (minimum: Int, maximum: Int)? {
        if skip("*") { return (0, .max) }
        if skip("+") { return (1, .max) }
        if skip("?") { return (0, 1) }
        let start = position
        guard skip("{"), let minimum = number() else {
            position = start
            return nil
        }
        if skip("}") { return (minimum, minimum) }
        guard skip(",") else {
            position = start
            return nil
        }
        if skip("}") { return (minimum, .max) }
        guard let maximum = number(), skip("}"), maximum >= minimum else {
            position = start
            return nil
        }
        return (minimum, maximum)
    }

    private mutating func number() -> Int? {
        let start = position
        while let scalar = next, ("0"..."9").contains(scalar) { position += 1 }
        return Int(String(String.UnicodeScalarView(scalars[start..<position])))
    }
}

extension MockPattern {
    /// A member of the class whose `[` has been read.
    private mutating func characterClass() -> Unicode.Scalar? {
        let isNegated = skip("^")
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let scalar = take(), scalar != "]" {
            guard let low = scalar == "\\" ? escape() ?? nil : scalar else { return nil }
            guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                ranges.append(low...low)
                continue
            }
            position += 1
            guard let end = take(), let high = end == "\\" ? escape() ?? nil : end, low <= high else { return nil }
            ranges.append(low...high)
        }
        let usual: [Unicode.Scalar] = ["a", "A", "0", "1", "-", "_", " ", ".", "/", ":", "é"]
        if isNegated { return usual.first { scalar in !ranges.contains { $0.contains(scalar) } } }
        return usual.first { scalar in ranges.contains { $0.contains(scalar) } } ?? ranges.first?.lowerBound
    }

    /// A character that the escape stands for, after its backslash; `.some(nil)` for an assertion, nil when unknown.
    private mutating func escape() -> Unicode.Scalar?? {
        guard let scalar = take() else { return nil }
        switch scalar {
        case "d": return "0"
        case "w", "D", "S": return "a"
        case "s": return " "
        case "W": return "-"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "b", "B": return .some(nil)
        case "x": return hexadecimal(2)
        case "u": return skip("{") ? bracedHexadecimal() : hexadecimal(4)
        case "p": return property()
        case "0"..."9", "k", "c", "P": return nil
        default: return scalar
        }
    }

    private mutating func hexadecimal(_ count: Int) -> Unicode.Scalar?? {
        guard position + count <= scalars.count else { return nil }
        let digits = String(String.UnicodeScalarView(scalars[position..<position + count]))
        position += count
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { .some($0) } ?? nil
    }

    private mutating func bracedHexadecimal() -> Unicode.Scalar?? {
        var digits = ""
        while let scalar = take(), scalar != "}" { digits.unicodeScalars.append(scalar) }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { .some($0) } ?? nil
    }

    private mutating func property() -> Unicode.Scalar?? {
        guard skip("{") else { return nil }
        var name = ""
        while let scalar = take(), scalar != "}" { name.unicodeScalars.append(scalar) }
        switch name {
        case "L", "Letter", "Ll", "Alphabetic", "Latin", "Script=Latin": return "a"
        case "Lu": return "A"
        case "N", "Nd", "Number": return "0"
        case "P", "Punctuation", "Pd": return "-"
        case "Z", "Zs": return " "
        default: return nil
        }
    }
}
