/// What the text of a credential looks like.
enum CredentialForm: Sendable, Hashable {
    case apiKey
    /// RFC 7617.
    case basic
    /// RFC 6750.
    case bearer
    /// Another scheme of `Authorization`, in lower case.
    case other(scheme: String)

    /// The credential in that form; nil when the text does not have it.
    func credential(_ text: Substring) -> Credential? {
        guard accepts(text) else { return nil }
        switch self {
        case .apiKey: return .apiKey(Secret(String(text)))
        case .basic:
            return BasicCredential(encoded: text).map { .basic(user: $0.user, password: Secret($0.password)) }
        case .bearer: return .bearer(Secret(String(text)))
        case .other(let scheme): return .other(scheme: scheme, Secret(String(text)))
        }
    }

    /// Whether the text has the form, as far as that shows without decoding it.
    func accepts(_ text: Substring) -> Bool {
        switch self {
        case .basic, .bearer: Self.isToken68(text.utf8)
        case .apiKey, .other: !text.isEmpty
        }
    }

    /// `1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="` (RFC 9110, section 11.2).
    private static func isToken68(_ text: Substring.UTF8View) -> Bool {
        let rest = text.drop { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
        return rest.startIndex != text.startIndex && rest.allSatisfy { $0 == UInt8(ascii: "=") }
    }
}
