extension URIReference {
    /// The URI without its fragment, by which two are compared. RFC 3986, section 6.2.2 (case, percent-encoding) and 6.2.3 (an
    /// empty path, a port that is the scheme's own).
    package var normalized: String {
        guard scheme != nil || authority != nil || path.utf8.contains(UInt8(ascii: "%")) else { return withoutFragment }
        var uri = self
        uri.scheme = scheme?.lowercased()
        uri.path = Self.normalizingEscapes(path)
        uri.query = query.map(Self.normalizingEscapes)
        if let authority {
            uri.authority = Self.normalizing(authority, scheme: uri.scheme)
            if path.isEmpty { uri.path = "/" }
        }
        return uri.withoutFragment
    }

    /// User information keeps its case.
    private static func normalizing(_ authority: String, scheme: String?) -> String {
        let start = authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex
        var host = authority[start...].lowercased()
        switch scheme {
        case "http" where host.hasSuffix(":80"): host.removeLast(3)
        case "https" where host.hasSuffix(":443"): host.removeLast(4)
        default: if host.hasSuffix(":") { host.removeLast() }
        }
        return authority[..<start] + host
    }

    /// Escapes in upper case; none for letters, digits and `-._~`, which need none.
    private static func normalizingEscapes(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count >= 2, let code = UInt8(hex: rest.prefix(2)) else {
                bytes.append(byte)
                continue
            }
            bytes += isUnreserved(code) ? [code] : [byte] + rest.prefix(2).map { $0.uppercasedASCII }
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension UInt8 {
    fileprivate init?(hex digits: ArraySlice<UInt8>) {
        guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        self.init(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    fileprivate var uppercasedASCII: UInt8 {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= self ? self - 0x20 : self
    }
}
