import OpenAPIModel

extension SecurityPlan {
    /// Compiles what `operation` requires, and reports what of it cannot be verified, each thing once for all operations.
    ///
    /// That a scheme has no verifier is only reported when the operation has no alternative that can be verified.
    convenience init(
        operation: Operation, document: OpenAPIDocument, configuration: SecurityConfiguration,
        diagnostics: inout [Diagnostic]
    ) {
        let named = operation.security.filter { !$0.schemes.isEmpty }
        let compiled = named.map { CompiledRequirement($0, document: document, configuration: configuration) }
        let usable = compiled.filter(\.faults.isEmpty)
        let isAnonymous = operation.security.isEmpty || named.count < operation.security.count
        let isReachable = isAnonymous || !usable.isEmpty
        for requirement in compiled {
            for fault in requirement.faults where !isReachable || fault.isMistake {
                guard var diagnostic = fault.diagnostic else { continue }
                let isKnown = diagnostics.contains { $0.code == diagnostic.code && $0.message == diagnostic.message }
                if isKnown { continue }
                diagnostic.location = document.location(of: requirement.place)
                diagnostics.append(diagnostic)
            }
        }
        let shown = usable.isEmpty ? compiled : usable
        self.init(
            usable.map(\.checks), anonymous: isAnonymous ? .admitted : .refused,
            challenges: Challenges(shown.map(\.challenges)))
    }
}

/// One alternative: all its schemes must be met.
private struct CompiledRequirement {
    let place: Place
    var checks: [SchemeCheck] = []
    var challenges = Challenges.Alternative()
    var faults: [SchemeFault] = []

    init(_ requirement: SecurityRequirement, document: OpenAPIDocument, configuration: SecurityConfiguration) {
        place = requirement.place
        for (name, scopes) in requirement.schemes {
            let declared = document.securitySchemes.first { $0.name.utf8.elementsEqual(name.utf8) }
            guard let scheme = declared?.scheme else {
                faults.append(SchemeFault(name: name, kind: .undeclared))
                continue
            }
            challenges.challenges.append(Challenge(scheme, realm: document.title))
            if scheme.isBearer { challenges.scopes += scopes }
            let verifier = configuration[name]
            faults += SchemeFault.faults(of: verifier, name, scheme)
            checks.append(
                SchemeCheck(
                    name: name, form: CredentialForm(scheme), placement: CredentialPlacement(scheme),
                    method: verifier?.method.settled(for: scheme), scopes: scopes,
                    demand: SchemeCheck.Demand(scheme), now: configuration.now))
        }
    }
}

extension CredentialVerifier.Method {
    /// With the keys of that scheme.
    fileprivate func settled(for scheme: SecurityScheme) -> CredentialVerifier.Method {
        guard case .discovery(let discovery) = self, let url = scheme.metadataURL else { return self }
        return .tokens(discovery.verifier(for: url))
    }
}

extension SchemeCheck.Demand {
    fileprivate init(_ scheme: SecurityScheme) {
        switch scheme {
        case .oauth2, .openIDConnect: self = .scopes
        case .apiKey, .http, .mutualTLS: self = .roles
        }
    }
}

extension CredentialForm {
    fileprivate init(_ scheme: SecurityScheme) {
        switch scheme {
        case .apiKey: self = .apiKey
        case .http("basic", _): self = .basic
        case .http("bearer", _), .oauth2, .openIDConnect: self = .bearer
        case .http(let scheme, _): self = .other(scheme: scheme)
        case .mutualTLS: self = .other(scheme: "")
        }
    }
}

extension CredentialPlacement {
    fileprivate init(_ scheme: SecurityScheme) {
        switch scheme {
        case .apiKey(.query, let name): self = .query(name: Array(name.utf8))
        case .apiKey(.cookie, let name): self = .cookie(name: name)
        case .apiKey(_, let name): self = .header(name: name.lowercased())
        case .http(let scheme, _): self = .authorization(scheme: scheme)
        case .oauth2, .openIDConnect: self = .authorization(scheme: "bearer")
        case .mutualTLS: self = .clientCertificate
        }
    }
}
