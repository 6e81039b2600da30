public import SpecRouter

extension TokenKeys {
    /// Keys that are fetched from a URL of a JSON Web Key Set, which is https unless its origin is among `origins`.
    public static func url(_ url: String, origins: [String] = [], timing: KeyTiming = KeyTiming()) -> TokenKeys {
        let fetching = KeyFetching(origins: origins)
        return .fetched(timing: timing) { try await fetching.keys(url) }
    }

    /// Keys that an authorization server's metadata leads to, with the issuer that the metadata names: the metadata has
    /// to be where that issuer's is, or `issuer` to name the issuer.
    public static func metadata(
        _ url: String, of issuer: TokenRules.Issuer = .announced, origins: [String] = [],
        timing: KeyTiming = KeyTiming()
    ) -> TokenKeys {
        let fetching = KeyFetching(origins: origins)
        return .fetched(timing: timing) { try await fetching.keys(metadata: url, of: issuer) }
    }

    /// Keys in a file, read again within a second after it changes. What is wrong with it leaves the last good keys.
    public static func file(_ path: String) -> TokenKeys {
        var timing = KeyTiming()
        timing.freshness = .seconds(1)...(.seconds(1))
        timing.between = .seconds(1)
        timing.betweenFailures = .seconds(1)
        return .fetched(timing: timing) { FetchedKeys(jwks: try KeyFile.contents(of: path)) }
    }
}

extension CredentialVerifier {
    /// For JSON Web Tokens whose keys are found by the scheme's `openIdConnectUrl` or `oauth2MetadataUrl`, each an https
    /// URL unless its origin is among `origins`.
    public static func discovered(
        _ rules: TokenRules, origins: [String] = [], timing: KeyTiming = KeyTiming()
    ) -> CredentialVerifier {
        let fetching = KeyFetching(origins: origins)
        return .discovered(rules, timing: timing) { url in
            try await fetching.keys(metadata: url, of: rules.issuer)
        }
    }

    /// For opaque tokens, which the authorization server is asked about at its introspection endpoint (RFC 7662) as
    /// `client`. The URL is https unless its origin is among `origins`; nothing is accepted when it may not be asked.
    public static func introspection(
        at url: String, client: String, secret: Secret, _ rules: IntrospectionRules = IntrospectionRules(),
        origins: [String] = []
    ) -> CredentialVerifier {
        Fetcher.prepare()
        let address = KeyFetching(origins: origins).address(url)
        let question = address.map { TokenQuestion(address: $0, client: client, secret: secret) }
        return .introspection(rules) { token in
            guard let question else { throw TokenQuestion.Refused() }
            return try await question.answer(about: token)
        }
    }
}

extension KeyFetching {
    /// Whence keys may come though not by https, each as `http://localhost:9000`. What is no origin allows nothing.
    init(origins: [String]) {
        self.init(origins: ReferencePolicy(origins: origins).allowed)
    }
}
