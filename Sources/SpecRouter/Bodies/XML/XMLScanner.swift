import JSONCore

/// Reads the markup of a document in UTF-8, one tag or text after the other (XML 1.0, fifth edition).
///
/// Of our own and strict: no document type, so no entities but the five that are always there, nothing fetched, nothing
/// expanded, and work that is linear in the text. What Foundation has is libxml2, which is written for all of XML and not
/// for hostile input alone.
struct XMLScanner: ~Copyable {
    /// A start tag: where its name stands, and its attributes with their values read.
    struct Tag {
        let name: Range<Int>
        var attributes: [(name: Range<Int>, value: [UInt8])] = []
        /// Whether it is an end tag as well.
        var isEmpty = false
    }

    enum Event {
        case start(Tag)
        case end(Range<Int>)
        case text([UInt8])
    }

    let source: [UInt8]
    private(set) var position = 0

    init(_ source: [UInt8]) {
        self.source = source
    }

    /// The next tag or text; nil at the end.
    mutating func next() throws(XMLFault) -> Event? {
        if position == 0 { _ = try declaredEncoding() }
        while position < source.count {
            guard source[position] == UInt8(ascii: "<") else { return .text(try text()) }
            switch byte(after: 1) {
            case UInt8(ascii: "/"): return .end(try endTag())
            case UInt8(ascii: "?"): try skipInstruction()
            case UInt8(ascii: "!"): if let text = try declarationOrText() { return .text(text) }
            default: return .start(try startTag())
            }
        }
        return nil
    }

    func fault(_ kind: XMLFault.Kind) -> XMLFault { XMLFault(kind, at: position) }

    private func byte(after count: Int = 0) -> UInt8? {
        position + count < source.count ? source[position + count] : nil
    }

    private func isAt(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard source.count - position >= count else { return false }
        return source.span.extracting(position..<(position + count)).equals(text)
    }

    private mutating func skip(_ text: StaticString, else kind: XMLFault.Kind) throws(XMLFault) {
        guard isAt(text) else { throw position == source.count ? fault(.truncated) : fault(kind) }
        position += text.utf8CodeUnitCount
    }

    /// Answers whether there was any.
    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = position
        while let byte = byte(), XMLCharacters.isSpace(byte) { position += 1 }
        return position > start
    }

    /// Past the next `text`.
    private mutating func skip(past text: StaticString) throws(XMLFault) {
        while position < source.count {
            if isAt(text) {
                position += text.utf8CodeUnitCount
                return
            }
            position += 1
        }
        throw fault(.truncated)
    }
}

extension XMLScanner {
    /// Section 2.8. Stands at the beginning or nowhere.
    mutating func declaredEncoding() throws(XMLFault) -> [UInt8]? {
        guard position == 0, isAt("<?xml"), let next = byte(after: 5), XMLCharacters.isSpace(next) else { return nil }
        position = 5
        var fields: [(name: [UInt8], value: [UInt8])] = []
        while skipSpace(), byte() != UInt8(ascii: "?") {
            let attribute = try attribute(.malformedDeclaration)
            fields.append((Array(source[attribute.name]), attribute.value))
        }
        try skip("?>", else: .malformedDeclaration)
        let names = fields.map { String(decoding: $0.name, as: UTF8.self) }
        let orders = [
            ["version"], ["version", "encoding"], ["version", "standalone"], ["version", "encoding", "standalone"],
        ]
        guard orders.contains(names), fields[0].value == Array("1.0".utf8) || fields[0].value == Array("1.1".utf8)
        else {
            throw fault(.malformedDeclaration)
        }
        return names.count > 1 && names[1] == "encoding" ? fields[1].value : nil
    }

    private mutating func skipInstruction() throws(XMLFault) {
        position += 2
        let target = try name()
        guard !(target.count == 3 && source[target].elementsEqual("xml".utf8, by: { $0 | 32 == $1 })) else {
            throw fault(.malformedDeclaration)
        }
        guard isAt("?>") || skipSpace() else {
            throw position == source.count ? fault(.truncated) : fault(.malformedMarkup)
        }
        try skip(past: "?>")
    }

    /// A comment is skipped, a section of text is text, anything else is refused.
    private mutating func declarationOrText() throws(XMLFault) -> [UInt8]? {
        if isAt("<!--") {
            position += 4
            try skip(past: "--")
            try skip(">", else: .malformedMarkup)
            return nil
        }
        if isAt("<![CDATA[") {
            position += 9
            let start = position
            try skip(past: "]]>")
            return Array(source[start..<(position - 3)])
        }
        throw isAt("<!DOCTYPE") ? fault(.documentType) : fault(.malformedMarkup)
    }

    private mutating func endTag() throws(XMLFault) -> Range<Int> {
        position += 2
        let name = try name()
        skipSpace()
        try skip(">", else: .malformedMarkup)
        return name
    }

    private mutating func startTag() throws(XMLFault) -> Tag {
        position += 1
        var tag = Tag(name: try name())
        while true {
            let isParted = skipSpace()
            if byte() == UInt8(ascii: ">") {
                position += 1
                return tag
            }
            if byte() == UInt8(ascii: "/") {
                position += 1
                try skip(">", else: .malformedMarkup)
                tag.isEmpty = true
                return tag
            }
            guard isParted, position < source.count else {
                throw position == source.count ? fault(.truncated) : fault(.malformedMarkup)
            }
            tag.attributes.append(try attribute(.malformedAttribute))
        }
    }

    /// Section 3.3.3: white space in a value is a space.
    private mutating func attribute(_ kind: XMLFault.Kind) throws(XMLFault) -> (name: Range<Int>, value: [UInt8]) {
        let name = try name()
        skipSpace()
        try skip("=", else: kind)
        skipSpace()
        guard let quote = byte(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw position == source.count ? fault(.truncated) : fault(kind)
        }
        position += 1
        var value: [UInt8] = []
        while let byte = byte(), byte != quote {
            switch byte {
            case UInt8(ascii: "<"): throw fault(kind)
            case UInt8(ascii: "&"): value += try reference()
            default:
                value.append(XMLCharacters.isSpace(byte) ? 0x20 : byte)
                position += 1
            }
        }
        guard position < source.count else { throw fault(.truncated) }
        position += 1
        return (name, value)
    }

    /// Up to the next markup.
    private mutating func text() throws(XMLFault) -> [UInt8] {
        var text: [UInt8] = []
        while let byte = byte(), byte != UInt8(ascii: "<") {
            if byte == UInt8(ascii: "&") {
                text += try reference()
                continue
            }
            guard byte != UInt8(ascii: "]") || !isAt("]]>") else { throw fault(.malformedMarkup) }
            text.append(byte)
            position += 1
        }
        return text
    }

    /// Section 4.1.
    private mutating func reference() throws(XMLFault) -> [UInt8] {
        // The longest is &#x10FFFF; though zeros may stand in front.
        let end = source[position...].prefix(32).dropFirst().firstIndex { byte in
            !(byte | 32 >= UInt8(ascii: "a") && byte | 32 <= UInt8(ascii: "z")) && byte != UInt8(ascii: "#")
                && !(byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        }
        guard let end, source[end] == UInt8(ascii: ";") else {
            let isCut = end == nil && source.count - position < 32
            throw fault(isCut ? .truncated : .malformedReference)
        }
        let text = source[(position + 1)..<end]
        let octets = text.first == UInt8(ascii: "#") ? try character(text.dropFirst()) : try entity(text)
        position = end + 1
        return octets
    }

    private func entity(_ name: ArraySlice<UInt8>) throws(XMLFault) -> [UInt8] {
        switch String(decoding: name, as: UTF8.self) {
        case "lt": [UInt8(ascii: "<")]
        case "gt": [UInt8(ascii: ">")]
        case "amp": [UInt8(ascii: "&")]
        case "apos": [UInt8(ascii: "'")]
        case "quot": [UInt8(ascii: "\"")]
        default: throw fault(name.isEmpty ? .malformedReference : .unknownEntity)
        }
    }

    private func character(_ digits: ArraySlice<UInt8>) throws(XMLFault) -> [UInt8] {
        let isHexadecimal = digits.first == UInt8(ascii: "x")
        let rest = isHexadecimal ? digits.dropFirst() : digits
        guard rest.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let number = UInt32(String(decoding: rest, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
        else { throw fault(.malformedReference) }
        guard XMLCharacters.isLegal(number), let scalar = Unicode.Scalar(number) else { throw fault(.illegalCharacter) }
        return Array(String(scalar).utf8)
    }

    /// With its prefix.
    private mutating func name() throws(XMLFault) -> Range<Int> {
        let start = position
        while position < source.count {
            let (number, count) = source.scalar(at: position)
            guard XMLCharacters.isName(number, first: position == start) else { break }
            position += count
        }
        guard position > start else { throw position == source.count ? fault(.truncated) : fault(.malformedName) }
        return start..<position
    }
}

extension [UInt8] {
    /// Of UTF-8: the number of the character that begins at `index`, and how many octets it has. What is cut off is 0.
    fileprivate func scalar(at index: Int) -> (number: UInt32, count: Int) {
        let first = self[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1 else { return (UInt32(first), 1) }
        guard count - index >= length else { return (0, 1) }
        var number = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { number = number << 6 | UInt32(self[index + offset] & 0x3F) }
        return (number, length)
    }
}
