import OpenAPIModel

/// What a part says of itself before its content.
struct PartHeader: Sendable {
    let fields: [HeaderField]
    /// Nil when there is none; then a part is plain text (RFC 7578, section 4.4).
    let contentType: String?
    let disposition: PartDisposition?

    enum Fault: Error, Sendable, Hashable {
        /// One of the fields that decide what the part is comes twice.
        case repeatedField(String)
        case malformedDisposition
    }

    init(_ fields: [HeaderField]) throws(Fault) {
        self.fields = fields
        contentType = try Self.value(of: "content-type", in: fields)
        guard let text = try Self.value(of: "content-disposition", in: fields) else {
            disposition = nil
            return
        }
        guard let disposition = PartDisposition(text) else { throw .malformedDisposition }
        self.disposition = disposition
    }

    private static func value(of name: String, in fields: [HeaderField]) throws(Fault) -> String? {
        let values = FieldValues(fields, named: name)
        guard values.count < 2 else { throw .repeatedField(name) }
        return values.combined
    }

    /// One line of a header, without its end; nil for what is none, a folded one included.
    static func field(_ line: ArraySlice<UInt8>) -> HeaderField? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(\.isTokenByte), line[colon...].allSatisfy(isText),
            let value = String(validating: line[(colon + 1)...], as: UTF8.self)
        else { return nil }
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        let trimmed = value.drop(while: isSpace)
        let end = trimmed.lastIndex { !isSpace($0) }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
        return (String(decoding: line[..<colon], as: UTF8.self), String(trimmed[..<end]))
    }

    private static func isText(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == UInt8(ascii: "\t") }
}

/// `Content-Disposition` of a part (RFC 7578, section 4.2; RFC 6266).
struct PartDisposition: Sendable, Hashable {
    /// In lower case.
    let type: String
    let name: String?
    /// As it was sent: not a path to use.
    let filename: String?

    /// Nil for what is no disposition, or has a parameter twice.
    init?(_ text: String) {
        var scanner = FieldScanner(text)
        scanner.skipSpace()
        guard let type = scanner.token(), let parameters = scanner.parameters(), scanner.isAtEnd,
            Set(parameters.map(\.name)).count == parameters.count
        else { return nil }
        self.type = type.asciiLowercased
        do throws(MalformedText) {
            name = try Self.value(of: "name", in: parameters)
            filename = try Self.value(of: "filename", in: parameters)
        } catch {
            return nil
        }
    }

    private struct MalformedText: Error {}

    /// `name*` comes before `name` (RFC 8187, section 4.2).
    private static func value(
        of name: String, in parameters: [MediaType.Parameter]
    ) throws(MalformedText) -> String? {
        let plain = parameters.first { $0.name == name }?.value
        guard let extended = parameters.first(where: { $0.name == name + "*" }) else { return plain }
        guard let text = extendedText(extended.value) else { throw MalformedText() }
        return text
    }

    /// `UTF-8'en'%e2%82%ac`: RFC 8187, section 3.2.1. Of other character sets only the ASCII part is understood.
    private static func extendedText(_ text: String) -> String? {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let value = Array(parts[2].utf8)
        var octets: [UInt8] = []
        guard (try? PercentDecoding.decode(value.span, 0..<value.count, plus: .literal, into: &octets)) != nil else {
            return nil
        }
        let isUTF8 = parts[0].asciiLowercased == "utf-8"
        guard isUTF8 || octets.allSatisfy({ $0 < 0x80 }), !octets.contains(0) else { return nil }
        return String(validating: octets, as: UTF8.self)
    }
}
