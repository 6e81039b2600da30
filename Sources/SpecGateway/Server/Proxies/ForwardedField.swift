import OpenAPIModel
import SpecRouter

/// Reads `Forwarded` (RFC 7239, section 4).
enum ForwardedField {
    /// One for each element, the client's first. An element that is not well-formed says nothing.
    static func steps(_ head: [HeaderField]) -> [TrustedProxies.Step] {
        head.filter { $0.name.equalsASCIIFolded("forwarded") }.flatMap { field in
            FieldScanner.elements(of: field.value).map { step($0) }
        }
    }

    private static func step(_ element: Substring) -> TrustedProxies.Step {
        var scanner = FieldScanner(element)
        var step = TrustedProxies.Step()
        scanner.skipSpace()
        repeat {
            guard let name = scanner.token(), scanner.skip("="), let value = scanner.tokenOrQuoted() else {
                return TrustedProxies.Step()
            }
            switch name.lowercased() {
            case "for": step.address = address(value)
            case "proto": step.scheme = scheme(value)
            case "host": step.host = host(value)
            default: break
            }
            scanner.skipSpace()
        } while scanner.skip(";")
        return scanner.isAtEnd ? step : TrustedProxies.Step()
    }

    /// `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`; nil for names, `unknown` and `_hidden`.
    static func address(_ text: String) -> IPAddress? {
        if let address = IPAddress(text) { return address }
        if text.first == "[", let end = text.firstIndex(of: "]") {
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || rest.first == ":" && isPort(rest.dropFirst()) else { return nil }
            let inner = String(text[text.index(after: text.startIndex)..<end])
            return inner.contains(":") ? IPAddress(inner) : nil
        }
        guard let colon = text.firstIndex(of: ":"), isPort(text[text.index(after: colon)...]) else { return nil }
        return IPAddress(String(text[..<colon]))
    }

    private static func isPort(_ text: Substring) -> Bool {
        (1...5).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    static func scheme(_ text: String?) -> String? {
        guard let text else { return nil }
        return ["http", "https"].first { text.equalsASCIIFolded($0) }
    }

    static func host(_ text: String?) -> String? {
        guard let text, (1...255).contains(text.utf8.count) else { return nil }
        let isPlausible = text.utf8.allSatisfy { byte in
            byte.isTokenByte || [UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]")].contains(byte)
        }
        return isPlausible ? text : nil
    }
}
