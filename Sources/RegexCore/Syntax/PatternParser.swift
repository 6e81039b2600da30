/// Parses ECMA-262 patterns, section 22.2.1, with the meaning of the `u` flag.
///
/// Recursive descent, its depth limited. Offsets in errors are UTF-8 bytes.
struct PatternParser {
    static let maximumDepth = 128
    static let maximumLength = 65_536

    enum Purpose {
        case matching
        /// The code points of properties are not looked up, which takes time.
        case checking
    }

    let scalars: [UInt32]
    let purpose: Purpose
    let syntax: ECMAPattern.Syntax
    let groups: CaptureGroups
    var position = 0
    var depth = 0
    var openedGroups = 0
    /// By what stands between `\p{` and `}`, so that a pattern that repeats a property has its code points once.
    var decodedProperties: [String: ScalarSet] = [:]

    static func parse(
        _ source: String, syntax: ECMAPattern.Syntax, for purpose: Purpose = .matching
    ) throws(ECMAPatternError) -> PatternTree {
        guard source.utf8.count <= maximumLength else {
            throw ECMAPatternError(message: "The pattern is longer than \(maximumLength) bytes. Shorten it.", offset: 0)
        }
        var parser = PatternParser(source, syntax: syntax, purpose: purpose)
        if let duplicate = parser.groups.duplicate {
            throw parser.failure(
                "Two groups that may both capture bear the same name. Give each its own.", at: duplicate)
        }
        let tree = try parser.parseDisjunction()
        guard parser.atEnd else {
            throw parser.failure("This \")\" closes no group. Remove it or write \"\\)\".")
        }
        return tree
    }

    private init(_ source: String, syntax: ECMAPattern.Syntax, purpose: Purpose) {
        self.purpose = purpose
        scalars = source.unicodeScalars.map(\.value)
        self.syntax = syntax
        groups = CaptureGroups(in: scalars)
    }

    var atEnd: Bool { position >= scalars.count }

    var current: UInt32? { peek(0) }

    func peek(_ distance: Int) -> UInt32? {
        let index = position &+ distance
        return index < scalars.count ? scalars[index] : nil
    }

    /// Takes all of `text` or nothing.
    mutating func take(_ text: StaticString) -> Bool {
        let expected = text.description.unicodeScalars
        for (distance, scalar) in expected.enumerated() where peek(distance) != scalar { return false }
        position &+= expected.count
        return true
    }

    func failure(_ message: String, at index: Int? = nil) -> ECMAPatternError {
        let offset = scalars.prefix(index ?? position).reduce(0) { $0 &+ Self.width(of: $1) }
        return ECMAPatternError(message: message, offset: offset)
    }

    private static func width(of scalar: UInt32) -> Int {
        if scalar < 0x80 { return 1 }
        if scalar < 0x800 { return 2 }
        return scalar < 0x1_0000 ? 3 : 4
    }

    mutating func parseDisjunction() throws(ECMAPatternError) -> PatternTree {
        depth &+= 1
        defer { depth &-= 1 }
        guard depth <= Self.maximumDepth else {
            throw failure("Groups are nested deeper than \(Self.maximumDepth). Flatten the pattern.")
        }
        var alternatives = [try parseAlternative()]
        while take("|") { alternatives.append(try parseAlternative()) }
        return alternatives.count == 1 ? alternatives[0] : .alternation(alternatives)
    }

    private mutating func parseAlternative() throws(ECMAPatternError) -> PatternTree {
        var terms: [PatternTree] = []
        while let next = current, next != "|", next != ")" {
            let start = position
            let atom = try parseAtom()
            terms.append(try quantified(atom, startingAt: start))
        }
        return terms.count == 1 ? terms[0] : terms.isEmpty ? .empty : .sequence(terms)
    }

    private mutating func parseAtom() throws(ECMAPatternError) -> PatternTree {
        guard let scalar = current else { return .empty }
        switch scalar {
        case "(": return try parseGroup()
        case "[": return .set(try parseClass())
        case "\\": return try parseAtomEscape()
        case "*", "+", "?":
            throw failure(
                "There is nothing before this quantifier to repeat. Write a backslash before it if it is meant literally."
            )
        case "{", "}", "]":
            return try parseLoneBracket()
        default:
            position &+= 1
            return Self.tree(of: scalar)
        }
    }

    private static func tree(of scalar: UInt32) -> PatternTree {
        switch scalar {
        case "^": .assertion(.start)
        case "$": .assertion(.end)
        case ".": .set(.dot)
        default: .set(ScalarSet(scalar))
        }
    }

    /// Annex B.1.2, ExtendedPatternCharacter: a lone bracket is itself, but what reads as a quantifier is not.
    private mutating func parseLoneBracket() throws(ECMAPatternError) -> PatternTree {
        let start = position
        guard syntax == .tolerant else {
            throw failure("A bracket that stands for itself needs a backslash before it.")
        }
        if try parseBraces() != nil {
            throw failure(
                "There is nothing before this quantifier to repeat. Write \"\\{\" if it is meant literally.", at: start)
        }
        let scalar = scalars[start]
        position &+= 1
        return .set(ScalarSet(scalar))
    }
}

/// Lets patterns over code points be written as characters.
func ~= (pattern: Unicode.Scalar, value: UInt32) -> Bool { pattern.value == value }
func == (left: UInt32?, right: Unicode.Scalar) -> Bool { left == right.value }
func != (left: UInt32?, right: Unicode.Scalar) -> Bool { left != right.value }
