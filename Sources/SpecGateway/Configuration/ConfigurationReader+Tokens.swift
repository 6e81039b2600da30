import JSONCore
import SpecRouter

/// Verifiers of tokens.
extension ConfigurationReader {
    enum TokensKey: String, CaseIterable {
        case keys, issuer, audience, algorithms, type, leeway, name, roles, origins, refetch, remembered
    }

    mutating func tokens(_ json: JSON) -> CredentialVerifier? {
        var rules = TokenRules(audience: .among([]))
        var timing = KeyTiming()
        for (key, value) in members(of: json, as: TokensKey.self) {
            switch key {
            case .keys, .origins: break
            case .algorithms: rules.algorithms = Set(value.elements.compactMap { choice($0) })
            case .type: rules.type = value.string?.lowercased()
            case .leeway: rules.leeway ?= Quantity.duration(value)
            case .refetch: timing.between ?= Quantity.duration(value)
            case .issuer, .audience, .name, .roles, .remembered: read(key, value, into: &rules)
            }
        }
        let origins = json["origins"].map { texts($0) } ?? []
        guard let keys = json["keys"] else { return .discovered(rules, origins: origins, timing: timing) }
        return self.keys(keys, rules, origins, timing).map { .tokens($0, rules) }
    }

    private func read(_ key: TokensKey, _ value: JSON, into rules: inout TokenRules) {
        switch key {
        case .issuer: rules.issuer = value.isAny ? .any : .among(Set(texts(value)))
        case .audience: rules.audience = value.isAny ? .any : .among(Set(texts(value)))
        case .name: rules.name ?= value.string
        case .roles: rules.roles = texts(value)
        case .remembered: rules.remembered ?= value.int
        default: break
        }
    }

    enum KeysKey: String, CaseIterable {
        case url, metadata, file, jwks, secretEnvironment, secretFile
    }

    private mutating func keys(
        _ json: JSON, _ rules: TokenRules, _ origins: [String], _ timing: KeyTiming
    ) -> TokenKeys? {
        for (key, value) in members(of: json, as: KeysKey.self) {
            let text = value.string ?? ""
            switch key {
            case .url:
                return address(value, origins).map { .url($0, origins: origins, timing: timing) }
            case .metadata:
                return address(value, origins).map { .metadata($0, of: rules.issuer, origins: origins, timing: timing) }
            case .file: return .file(SourceReference.path(text, in: directory))
            case .jwks: return .jwks(value.serialized())
            case .secretEnvironment: return secret(value, .environment(text)).map { .sharedSecret($0) }
            case .secretFile: return secret(value, .file(credentialFile(value))).map { .sharedSecret($0) }
            }
        }
        return nil
    }

    /// A URL that may be asked; reports one that may not.
    private mutating func address(_ json: JSON, _ origins: [String]) -> String? {
        guard let text = json.string else { return nil }
        if KeyFetching(origins: origins).address(text) != nil { return text }
        report(
            .badValue, json, "must be an https URL, and none of the link itself",
            hint: "For trying: allow the origin of an http URL by name, as origins: [http://localhost:9000].")
        return nil
    }

    enum IntrospectionKey: String, CaseIterable {
        case url, client, secretEnvironment, secretFile, issuer, audience, leeway, name, roles, origins
        case acceptedFor, refusedFor, questions
    }

    mutating func introspection(_ json: JSON) -> CredentialVerifier? {
        var rules = IntrospectionRules()
        var client = ""
        var secret: Secret?
        for (key, value) in members(of: json, as: IntrospectionKey.self) {
            switch key {
            case .url, .origins: break
            case .client: client = value.string ?? ""
            case .secretEnvironment: secret = self.secret(value, value.string.flatMap { .environment($0) })
            case .secretFile:
                secret = self.secret(value, .file(credentialFile(value)))
            case .leeway: rules.claims.leeway ?= Quantity.duration(value)
            case .acceptedFor: rules.acceptedFor ?= Quantity.duration(value)
            case .refusedFor: rules.refusedFor ?= Quantity.duration(value)
            case .questions: rules.questions ?= value.int
            case .issuer, .audience, .name, .roles:
                if let key = TokensKey(rawValue: key.rawValue) { read(key, value, into: &rules.claims) }
            }
        }
        let origins = json["origins"].map { texts($0) } ?? []
        guard let secret, let url = json["url"].flatMap({ address($0, origins) }) else { return nil }
        return .introspection(at: url, client: client, secret: secret, rules, origins: origins)
    }

    private mutating func secret(_ json: JSON, _ secret: Secret?) -> Secret? {
        if secret == nil { report(.badValue, json, "names a secret that is not there, or is empty") }
        return secret
    }

    /// One text, or a list of them.
    private func texts(_ json: JSON) -> [String] {
        json.string.map { [$0] } ?? json.elements.compactMap(\.string)
    }
}

extension JSON {
    /// Whether it is the word for what is not asked about.
    fileprivate var isAny: Bool { string == "any" }
}
