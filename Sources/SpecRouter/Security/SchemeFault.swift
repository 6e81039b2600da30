public import OpenAPIModel

/// Why a scheme that an operation names accepts nothing.
struct SchemeFault {
    enum Kind {
        /// The operation is disabled by a diagnostic of the description's.
        case undeclared
        case unverified(SecurityScheme)
        case unsuitable(SecurityScheme, verifies: String)
        /// A sentence about the verifier's keys or users.
        case store(String)
        /// Its keys were to be found by a URL that the scheme does not have.
        case undiscoverable
    }

    let name: String
    let kind: Kind

    static func faults(of verifier: CredentialVerifier?, _ name: String, _ scheme: SecurityScheme) -> [SchemeFault] {
        guard let verifier else { return [SchemeFault(name: name, kind: .unverified(scheme))] }
        if case .discovery = verifier.method, scheme.metadataURL == nil {
            return [SchemeFault(name: name, kind: .undiscoverable)]
        }
        if let checked = verifier.method.mismatch(with: scheme) {
            return [SchemeFault(name: name, kind: .unsuitable(scheme, verifies: checked))]
        }
        return verifier.faults.map { SchemeFault(name: name, kind: .store($0)) }
    }

    /// Whether the configuration is wrong, not only incomplete: reported even where another alternative can be verified.
    var isMistake: Bool {
        switch kind {
        case .unsuitable, .store, .undiscoverable: true
        case .undeclared, .unverified: false
        }
    }

    /// Without a location. Nil for what the reading of the description reports.
    var diagnostic: Diagnostic? {
        switch kind {
        case .undeclared: nil
        case .unverified(let scheme):
            Diagnostic(
                .error, .unverifiedSecurityScheme,
                "The security scheme \"\(name)\" (\(scheme.phrase)) is required and has no verifier: "
                    + "no request could be let in.",
                hint: scheme.configuration(name: name))
        case .unsuitable(let scheme, let verified):
            Diagnostic(
                .error, .unsuitableVerifier,
                "The verifier of the security scheme \"\(name)\" checks \(verified), but the scheme is \(scheme.phrase).",
                hint: scheme.configuration(name: name))
        case .store(let sentence):
            Diagnostic(
                .error, .unusableCredentials,
                "The verifier of the security scheme \"\(name)\" cannot be used. \(sentence)")
        case .undiscoverable:
            Diagnostic(
                .error, .unsuitableVerifier,
                "The security scheme \"\(name)\" does not say where its keys are.",
                hint: "Give the verifier its keys or their URL; a scheme of the type openIdConnect has an "
                    + "openIdConnectUrl, and one of the type oauth2 may have an oauth2MetadataUrl (OpenAPI 3.2).")
        }
    }
}

extension CredentialVerifier.Method {
    /// What it checks, where the scheme's credential is something else.
    fileprivate func mismatch(with scheme: SecurityScheme) -> String? {
        let isKey = if case .apiKey = scheme { true } else { false }
        switch (self, scheme) {
        case (.any, _), (.custom, _), (.users, .http("basic", _)), (.certificates, .mutualTLS): return nil
        case (.keys, _), (.tokens, _), (.introspection, _), (.discovery, _):
            if isKey || scheme.isBearer { return nil }
            if case .keys = self { return "keys" }
            return "tokens"
        case (.users, _): return "users"
        case (.certificates, _): return "client certificates"
        }
    }
}

extension Diagnostic.Code {
    /// A scheme in use that nothing verifies.
    public static let unverifiedSecurityScheme: Self = "unverified-security-scheme"
    /// A verifier of one kind for a scheme of another.
    public static let unsuitableVerifier: Self = "unsuitable-verifier"
    /// A verifier without keys or users, or with contradictory ones.
    public static let unusableCredentials: Self = "unusable-credentials"
}

extension SecurityScheme {
    /// Where it says that its authorization server's metadata is.
    var metadataURL: String? {
        switch self {
        case .oauth2(let url): url
        case .openIDConnect(let url): url
        case .apiKey, .http, .mutualTLS: nil
        }
    }

    fileprivate var phrase: String {
        switch self {
        case .apiKey(.cookie, let name): "an API key in the cookie \"\(name)\""
        case .apiKey(.query, let name): "an API key in the query parameter \"\(name)\""
        case .apiKey(_, let name): "an API key in the header \"\(name)\""
        case .http(let scheme, _): "HTTP \(scheme)"
        case .oauth2: "OAuth 2"
        case .openIDConnect: "OpenID Connect"
        case .mutualTLS: "mutual TLS"
        }
    }

    /// How to give the scheme a verifier: in the configuration file, in Swift, and for a trial.
    fileprivate func configuration(name: String) -> String {
        let (entry, swift): (String, String) =
            switch self {
            case .apiKey: ("keys: [{ name: alice, sha256: \"...\" }]", ".apiKeys(.environment(\"API_KEYS\"))")
            case .http("basic", _):
                ("users: [{ name: alice, password: \"$scrypt$...\" }]", ".basic(.environment(\"API_USERS\"))")
            case .http("bearer", _):
                ("tokens: [{ name: alice, sha256: \"...\" }]", ".bearer(.environment(\"API_TOKENS\"))")
            case .oauth2, .openIDConnect:
                (
                    "jwt: { keys: { url: \"https://...\" }, issuer: \"https://...\", audience: \"...\" }",
                    ".tokens(.url(\"https://...\"), TokenRules(issuer: ..., audience: ...))"
                )
            case .mutualTLS:
                (
                    "certificates: [{ name: billing, subject: \"CN=billing,O=Example\" }]",
                    ".certificates(CertificateStore([...]))"
                )
            case .http: ("accept: any", ".custom { credential in ... }")
            }
        return """
            In the configuration file: security: { \(name): { \(entry) } }
            In Swift: security: ["\(name)": \(swift)]
            To try the description: serve --accept-any-credential
            """
    }
}
