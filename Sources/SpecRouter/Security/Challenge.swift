import OpenAPIModel

/// What `WWW-Authenticate` says of a scheme (RFC 9110, section 11.6.1).
struct Challenge: Sendable, Hashable {
    let text: String

    init(_ scheme: SecurityScheme, realm: String) {
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
