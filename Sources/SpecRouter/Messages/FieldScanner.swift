import OpenAPIModel

/// Reads the parts that HTTP field values are made of (RFC 9110, section 5.6).
package struct FieldScanner {
    private var rest: Substring.UTF8View

    package init(_ text: String) { rest = text[...].utf8 }

    package init(_ text: Substring) { rest = text.utf8 }

    package var isAtEnd: Bool { rest.isEmpty }

    /// OWS.
    package mutating func skipSpace() {
        rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    package mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard let byte = rest.first, UInt32(byte) == mark.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Nil when there is none here.
    package mutating func token() -> Substring? {
        let token = rest.prefix(while: \.isTokenByte)
        guard !token.isEmpty else { return nil }
        rest = rest[token.endIndex...]
        return Substring(token)
    }

    /// What follows of `*( OWS ";" OWS [ parameter ] ) OWS`; nil when it is broken.
    mutating func parameters() -> [MediaType.Parameter]? {
        var parameters: [MediaType.Parameter] = []
        skipSpace()
        while skip(";") {
            skipSpace()
            guard let name = token() else { continue }
            guard skip("="), let value = tokenOrQuoted() else { return nil }
            parameters.append(.init(name: name.asciiLowercased, value: value))
            skipSpace()
        }
        return parameters
    }

    package mutating func tokenOrQuoted() -> String? {
        guard skip("\"") else { return token().map(String.init) }
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return String(decoding: value, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                value.append(byte)
                continue
            }
            guard let escaped = rest.popFirst() else { return nil }
            value.append(escaped)
        }
        return nil
    }

    /// The elements of a list, split at the commas outside quotes; empty ones are dropped.
    package static func elements(of text: String) -> [Substring] {
        var isQuoted = false
        var isEscaped = false
        let parts = text.utf8.split { byte in
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\"), isQuoted {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            }
            return byte == UInt8(ascii: ",") && !isQuoted
        }
        return parts.map { Substring($0) }
    }
}
