/// AtomEscape, CharacterClassEscape and CharacterEscape, section 22.2.1.
extension PatternParser {
    /// At the backslash, outside of a class.
    mutating func parseAtomEscape() throws(ECMAPatternError) -> PatternTree {
        let start = position
        position &+= 1
        switch current {
        case .some("b"), .some("B"):
            let word = current == "b"
            position &+= 1
            return .assertion(word ? .wordBoundary : .notWordBoundary)
        case .some("k"):
            position &+= 1
            return try parseNamedReference(from: start)
        case .some(let digit) where (0x31...0x39).contains(digit):
            return try parseNumberedReference(from: start)
        default:
            if let set = try parseSetEscape() { return .set(set) }
            return .set(ScalarSet(try parseCharacterEscape(from: start)))
        }
    }

    /// `\d` and its like, after the backslash. nil when it is none.
    mutating func parseSetEscape() throws(ECMAPatternError) -> ScalarSet? {
        guard let letter = current else { return nil }
        let set: ScalarSet
        switch letter {
        case "d": set = .digits
        case "D": set = .digits.inverted
        case "w": set = .wordCharacters
        case "W": set = .wordCharacters.inverted
        case "s": set = .whiteSpace
        case "S": set = .whiteSpace.inverted
        case "p", "P": return try parseProperty()
        default: return nil
        }
        position &+= 1
        return set
    }

    /// `\p{...}`, at the letter.
    private mutating func parseProperty() throws(ECMAPatternError) -> ScalarSet {
        let start = position &- 1
        let inverted = current == "P"
        position &+= 1
        guard take("{"), let length = scalars[position...].firstIndex(where: { $0 == "}" }) else {
            throw failure("A property is written \"\\p{Name}\".", at: start)
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[position..<length].compactMap(Unicode.Scalar.init))
        position = length &+ 1
        guard let property = UnicodeProperty.named(text) else {
            throw failure(UnicodeProperty.reasonForRefusing(text), at: start)
        }
        guard purpose == .matching else { return ScalarSet() }
        let key = inverted ? "^" + text : text
        if let known = decodedProperties[key] { return known }
        let scalars = inverted ? property.scalars.inverted : property.scalars
        decodedProperties[key] = scalars
        return scalars
    }

    /// A character's escape, after the backslash that stands at `start`.
    mutating func parseCharacterEscape(from start: Int) throws(ECMAPatternError) -> UInt32 {
        guard let letter = current else {
            throw failure("The pattern ends in a backslash. Write \"\\\\\" for a backslash.", at: start)
        }
        position &+= 1
        switch letter {
        case "t": return 0x09
        case "n": return 0x0A
        case "v": return 0x0B
        case "f": return 0x0C
        case "r": return 0x0D
        case "0": return try parseNull(from: start)
        case "c": return try parseControl(from: start)
        case "x": return try parseHex(from: start)
        case "u": return try parseUnicode(from: start)
        default: return try identity(letter, from: start)
        }
    }

    private func parseNull(from start: Int) throws(ECMAPatternError) -> UInt32 {
        if let next = current, (0x30...0x39).contains(next) {
            throw failure("Octal escapes are not supported. Write \"\\xHH\".", at: start)
        }
        return 0
    }

    private mutating func parseControl(from start: Int) throws(ECMAPatternError) -> UInt32 {
        guard let letter = current, (0x41...0x5A).contains(letter & ~0x20) else {
            throw failure("\"\\c\" must be followed by a letter, as in \"\\cJ\".", at: start)
        }
        position &+= 1
        return letter & 0x1F
    }

    private mutating func parseHex(from start: Int) throws(ECMAPatternError) -> UInt32 {
        guard let value = takeHex(digits: 2) else {
            throw failure("\"\\x\" must be followed by two hexadecimal digits.", at: start)
        }
        return value
    }

    /// `\uHHHH`, a surrogate pair of two such, or `\u{H...}`.
    private mutating func parseUnicode(from start: Int) throws(ECMAPatternError) -> UInt32 {
        if take("{") { return try parseBracedUnicode(from: start) }
        guard let first = takeHex(digits: 4) else {
            throw failure("\"\\u\" must be followed by four hexadecimal digits or by \"{...}\".", at: start)
        }
        let afterFirst = position
        guard (0xD800...0xDBFF).contains(first), take("\\u"), let second = takeHex(digits: 4),
            (0xDC00...0xDFFF).contains(second)
        else {
            position = afterFirst
            return first
        }
        return 0x1_0000 &+ ((first &- 0xD800) << 10) &+ (second &- 0xDC00)
    }

    private mutating func parseBracedUnicode(from start: Int) throws(ECMAPatternError) -> UInt32 {
        var value: UInt32?
        while let digit = takeHex(digits: 1) {
            value = min((value ?? 0) << 4 | digit, ScalarSet.last &+ 1)
        }
        guard let value, value <= ScalarSet.last, take("}") else {
            throw failure("\"\\u{...}\" must hold a hexadecimal number up to 10FFFF.", at: start)
        }
        return value
    }

    /// Takes all `digits` or none.
    private mutating func takeHex(digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for distance in 0..<digits {
            guard let digit = peek(distance).flatMap(Unicode.Scalar.init), let nibble = Character(digit).hexDigitValue,
                digit.isASCII
            else { return nil }
            value = value << 4 | UInt32(nibble)
        }
        position &+= digits
        return value
    }

    /// A character that stands for itself. ECMA-262 allows syntax characters; Annex B more, of which letters and digits
    /// are refused here: they are other dialects' escapes (`\A`, `\Z`, `\h`), and would silently match a letter.
    private func identity(_ scalar: UInt32, from start: Int) throws(ECMAPatternError) -> UInt32 {
        guard let character = Unicode.Scalar(scalar) else { return scalar }
        if Self.syntaxCharacters.contains(character) { return scalar }
        if syntax == .tolerant, !character.properties.isIDContinue || character == "_" { return scalar }
        throw failure(
            "ECMA-262 does not know this escape. Remove the backslash if the character is meant literally.", at: start)
    }

    private static let syntaxCharacters: Set<Unicode.Scalar> = [
        "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/",
    ]
}
