import RegexCore

/// Interoperable regular expressions (RFC 9485), as patterns of ECMA-262.
///
/// `^` and `$` are the ends of the text, as in section 5.3's mapping; by the grammar they would be ordinary characters.
struct IRegexp {
    enum Extent: Sendable {
        case whole, part
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var openGroups = 0
    /// Whether a quantifier may come.
    private var isBehindAtom = false
    private var result = ""

    /// Nil for what is no I-Regexp, and what is too large to be compiled.
    static func pattern(_ text: String, _ extent: Extent) -> ECMAPattern? {
        var translation = IRegexp(scalars: Array(text.unicodeScalars))
        guard translation.run() else { return nil }
        let source = extent == .whole ? "^(?:\(translation.result))$" : translation.result
        return try? ECMAPattern(source, syntax: .unicode)
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        position += 1
        return scalar
    }

    private mutating func run() -> Bool {
        while let scalar = next() {
            guard take(scalar) else { return false }
        }
        return openGroups == 0
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(":
            openGroups += 1
            result += "(?:"
            isBehindAtom = false
            return true
        case ")":
            openGroups -= 1
            return openGroups >= 0 && atom(")")
        case "|":
            result += "|"
            isBehindAtom = false
            return true
        case "*", "+", "?": return quantifier(String(scalar))
        case "{": return range()
        case ".": return atom("[^\\n\\r]")
        case "\\": return escape().map { atom($0 == "\\-" ? "-" : $0) } ?? false
        case "[": return characterClass()
        case "]", "}": return false
        default: return atom(String(scalar))
        }
    }

    private mutating func atom(_ text: String) -> Bool {
        result += text
        isBehindAtom = true
        return true
    }

    private mutating func quantifier(_ text: String) -> Bool {
        guard isBehindAtom else { return false }
        result += text
        isBehindAtom = false
        return true
    }

    /// Behind `{`.
    private mutating func range() -> Bool {
        var text = "{"
        text += digits()
        guard text.utf8.count > 1 else { return false }
        if peek == "," {
            position += 1
            text += "," + digits()
        }
        guard next() == "}" else { return false }
        return quantifier(text + "}")
    }

    private mutating func digits() -> String {
        var text = ""
        while let scalar = peek, "0"..."9" ~= scalar {
            text.unicodeScalars.append(scalar)
            position += 1
        }
        return text
    }

    /// Behind the backslash.
    private mutating func escape() -> String? {
        guard let scalar = next() else { return nil }
        switch scalar {
        case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "n", "r", "t", "{", "|", "}":
            return "\\" + String(scalar)
        case "p", "P":
            guard next() == "{" else { return nil }
            var name = ""
            while let letter = next(), letter != "}" { name.unicodeScalars.append(letter) }
            guard Self.categories.contains(name), scalars[position - 1] == "}" else { return nil }
            return "\\\(scalar){\(name)}"
        default: return nil
        }
    }

    private static let categories = Set(
        "L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps Z Zl Zp Zs S Sc Sk Sm So C Cc Cf Cn Co"
            .split(separator: " ").map(String.init))

    /// Behind `[`. A hyphen stands for itself as the first and as the last.
    private mutating func characterClass() -> Bool {
        var text = "["
        if peek == "^" {
            position += 1
            text += "^"
        }
        var isFirst = true
        while let scalar = peek, scalar != "]" {
            guard let item = scalar == "-" ? hyphen(isFirst) : classItem() else { return false }
            text += item
            isFirst = false
        }
        guard next() == "]", !isFirst else { return false }
        return atom(text + "]")
    }

    private mutating func hyphen(_ isFirst: Bool) -> String? {
        position += 1
        return isFirst || peek == "]" ? "\\-" : nil
    }

    /// A character, a range or an escape.
    private mutating func classItem() -> String? {
        guard let first = classCharacter() else { return nil }
        let isCategory = first.hasPrefix("\\p") || first.hasPrefix("\\P")
        guard !isCategory, peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else { return first }
        position += 1
        guard let last = classCharacter(), !last.hasPrefix("\\p"), !last.hasPrefix("\\P") else { return nil }
        return first + "-" + last
    }

    private mutating func classCharacter() -> String? {
        guard let scalar = next(), scalar != "[", scalar != "-" else { return nil }
        return scalar == "\\" ? escape() : String(scalar)
    }
}
