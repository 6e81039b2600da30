import JSONCore

/// Recursive descent over UTF-8, its depth limited.
struct JSONPathParser {
    let text: [UInt8]
    var position = 0
    private let names: JSONPath.Names
    private var depth = 0

    private static let maximumDepth = 100

    static func parse(_ text: String, _ names: JSONPath.Names) throws(JSONPathError) -> PathQuery {
        var parser = JSONPathParser(text: Array(text.utf8), names)
        guard parser.take("$") else { throw parser.fault("A JSONPath starts with \"$\".") }
        let query = try parser.query(from: .root)
        guard parser.isAtEnd else {
            throw parser.fault("Expected \".\", \"[\" or the end, not \(parser.nextCharacter).")
        }
        return query
    }

    private init(text: [UInt8], _ names: JSONPath.Names) {
        self.text = text
        self.names = names
    }

    /// What follows `$` or `@`.
    mutating func query(from start: PathQuery.Start) throws(JSONPathError) -> PathQuery {
        var query = PathQuery(start: start)
        while let segment = try segment() { query.segments.append(segment) }
        return query
    }

    /// Nil, and nothing taken, where none starts.
    private mutating func segment() throws(JSONPathError) -> PathSegment? {
        let start = position
        skipSpace()
        if peek == UInt8(ascii: "[") { return .children(try bracketed()) }
        if take("..") {
            return .descendants(peek == UInt8(ascii: "[") ? try bracketed() : [try dotted()])
        }
        if take(".") { return .children([try dotted()]) }
        position = start
        return nil
    }

    private mutating func dotted() throws(JSONPathError) -> PathSelector {
        if take("*") { return .wildcard }
        guard let first = peek, first.isNameStart else {
            throw fault("Expected a name or \"*\" behind the dot, not \(nextCharacter).")
        }
        let start = position
        while let byte = peek, byte.isNamePart || names == .hyphenated && byte == UInt8(ascii: "-") { position += 1 }
        return .name(Array(text[start..<position]))
    }

    var isAtEnd: Bool { position == text.count }

    var peek: UInt8? { position < text.count ? text[position] : nil }

    /// As messages show it.
    var nextCharacter: String {
        guard !isAtEnd else { return "the end" }
        let rest = String(decoding: text[position...].prefix(4), as: UTF8.self)
        return rest.unicodeScalars.first.map { "\"\(String($0))\"" } ?? "the end"
    }

    mutating func take(_ token: String) -> Bool {
        guard text[position...].starts(with: token.utf8) else { return false }
        position += token.utf8.count
        return true
    }

    mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    /// Takes the token with the space around it, or nothing at all.
    mutating func takeSpaced(_ token: String) -> Bool {
        let start = position
        skipSpace()
        guard take(token) else {
            position = start
            return false
        }
        skipSpace()
        return true
    }

    func fault(_ message: String, at offset: Int? = nil) -> JSONPathError {
        let before = text.prefix(offset ?? position).count { $0 & 0xC0 != 0x80 }
        return JSONPathError(message: message, column: before + 1)
    }

    /// For each rule that may contain itself.
    mutating func nested<Result>(
        _ parse: (inout JSONPathParser) throws(JSONPathError) -> Result
    ) throws(JSONPathError) -> Result {
        guard depth < Self.maximumDepth else {
            throw fault("The expression is nested more than \(Self.maximumDepth) levels deep.")
        }
        depth += 1
        defer { depth -= 1 }
        return try parse(&self)
    }
}

extension UInt8 {
    var isDigit: Bool { 0x30...0x39 ~= self }

    /// Code points beyond ASCII may stand anywhere in names, so each of their bytes may.
    fileprivate var isNameStart: Bool {
        0x41...0x5A ~= self || 0x61...0x7A ~= self || self == UInt8(ascii: "_") || self >= 0x80
    }

    fileprivate var isNamePart: Bool { isNameStart || isDigit }
}
