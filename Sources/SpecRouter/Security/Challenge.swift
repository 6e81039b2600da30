import OpenAPIModel

/// What `WWW-Authenticate` says of a scheme (RFC 9110, section 11.6.1).
struct Challenge: Sendable, Hashable {
    let text: String
    let isBearer: Bool

    init(_ scheme: SecurityScheme, realm: String) {
        isBearer = scheme.isBearer
        let realm = "realm=\(Self.quoted(realm))"
        text =
            switch scheme {
            case .apiKey(let location, let name):
                "ApiKey \(realm), in=\"\(location.rawValue)\", name=\(Self.quoted(name))"
            case .http("basic", _): "Basic \(realm), charset=\"UTF-8\""
            case .http("bearer", _), .oauth2, .openIDConnect: "Bearer \(realm)"
            case .http(let scheme, _): "\(Self.token(scheme)) \(realm)"
            case .mutualTLS: "ClientCertificate \(realm)"
            }
    }

    private init(text: String, isBearer: Bool) {
        self.text = text
        self.isBearer = isBearer
    }

    /// A bearer challenge that says what is the matter (RFC 6750, section 3.1); others have no words for it.
    func saying(_ error: BearerError) -> Challenge {
        guard isBearer else { return self }
        switch error {
        case .invalidToken: return Challenge(text: "\(text), error=\"invalid_token\"", isBearer: true)
        case .insufficientScope(let scopes):
            let scope = scopes.isEmpty ? "" : ", scope=\(Self.quoted(scopes.joined(separator: " ")))"
            return Challenge(text: "\(text), error=\"insufficient_scope\"\(scope)", isBearer: true)
        }
    }

    var field: HeaderField { ("WWW-Authenticate", text) }

    /// A quoted string (RFC 9110, section 5.6.4); what is not visible ASCII becomes `?`.
    private static func quoted(_ text: String) -> String {
        let characters = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case " "..."~": String(scalar)
            default: "?"
            }
        }
        return "\"\(characters.joined())\""
    }

    private static func token(_ text: String) -> String {
        text.isToken ? text.prefix(1).uppercased() + text.dropFirst() : "Unknown"
    }
}

enum BearerError: Sendable, Hashable {
    case invalidToken
    case insufficientScope([String])
}

extension SecurityScheme {
    /// Whether its credential is a bearer token in `Authorization`.
    var isBearer: Bool {
        switch self {
        case .http("bearer", _), .oauth2, .openIDConnect: true
        case .http, .apiKey, .mutualTLS: false
        }
    }
}
