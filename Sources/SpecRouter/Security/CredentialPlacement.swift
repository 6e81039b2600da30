/// Where in a request a scheme's credential stands.
///
/// What stands there twice is as good as absent: which of the two another reader would believe is unknown.
package enum CredentialPlacement: Sendable, Hashable {
    /// The name is in lower case.
    case header(name: String)
    /// The name is decoded.
    case query(name: [UInt8])
    case cookie(name: String)
    /// The scheme is in lower case.
    case authorization(scheme: String)
    /// Of the connection: no text.
    case clientCertificate

    /// The credential's text, not empty; nil when it is absent or not to be read.
    func credential(in head: borrowing RequestHead, query: Span<UInt8>) -> Substring? {
        let found: Substring? =
            switch self {
            case .header(let name): Self.soleField(name, head)
            case .query(let name): QueryCredential.value(of: name, in: query)
            case .cookie(let name): Self.soleCookie(name, head)
            case .authorization(let scheme): Self.authorization(scheme, head)
            case .clientCertificate: nil
            }
        return found.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func soleField(_ name: String, _ head: borrowing RequestHead) -> Substring? {
        guard let index = head.index(ofField: name), head.index(ofField: name, from: index + 1) == nil else {
            return nil
        }
        return head.fields[index].value[...]
    }

    /// `Authorization: SCHEME 1*SP CREDENTIAL` (RFC 9110, section 11.4).
    private static func authorization(_ scheme: String, _ head: borrowing RequestHead) -> Substring? {
        guard let value = soleField("authorization", head) else { return nil }
        guard let space = value.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
        guard String(value[..<space]).equalsASCIIFolded(scheme) else { return nil }
        return Substring(value.utf8[space...].drop { $0 == UInt8(ascii: " ") })
    }

    /// `Cookie: a=1; b=2`, in one field or several (RFC 6265, section 4.2; RFC 9113, section 8.2.3).
    private static func soleCookie(_ name: String, _ head: borrowing RequestHead) -> Substring? {
        var found: Substring?
        for field in head.fields where field.name.equalsASCIIFolded("cookie") {
            for pair in field.value.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == UInt8(ascii: " ") }
                guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
                guard pair[..<equals].elementsEqual(name.utf8) else { continue }
                guard found == nil else { return nil }
                found = Substring(pair[pair.index(after: equals)...])
            }
        }
        return found
    }
}
