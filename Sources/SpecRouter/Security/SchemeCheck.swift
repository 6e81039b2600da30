#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What one scheme of a security requirement demands, and how it is verified.
///
/// A class: it is asked for each request, and a reference is cheaper to hand on than what it holds.
final class SchemeCheck: Sendable {
    /// The scheme's name in the description.
    let name: String
    let form: CredentialForm
    let placement: CredentialPlacement
    /// Nil accepts nothing.
    let method: CredentialVerifier.Method?
    let scopes: [String]
    let demand: Demand
    let now: @Sendable () -> Date

    /// What the words of a requirement are.
    enum Demand: Sendable {
        case scopes
        /// Those of schemes other than `oauth2` and `openIdConnect` (OpenAPI 3.1, Security Requirement Object).
        case roles
    }

    init(
        name: String, form: CredentialForm, placement: CredentialPlacement, method: CredentialVerifier.Method?,
        scopes: [String], demand: Demand = .scopes, now: @escaping @Sendable () -> Date
    ) {
        self.name = name
        self.form = form
        self.placement = placement
        self.method = method
        self.scopes = scopes
        self.demand = demand
        self.now = now
    }

    enum Finding: Sendable {
        case granted(Principal)
        /// The credential is good, but not for every scope.
        case insufficient
        /// There is no credential.
        case absent
        case refused
        case unable(Obstacle)
        case pending(@Sendable () async -> Finding)
    }

    /// Why it cannot be said now whether a credential is good.
    enum Obstacle: Sendable {
        /// Too much is being verified.
        case overloaded
        /// What is asked for keys or about tokens does not answer.
        case unavailable
    }

    func verify(_ head: borrowing RequestHead, query: Span<UInt8>) -> Finding {
        guard let method else { return .absent }
        if placement == .clientCertificate { return verify(head.peer, method) }
        guard let text = placement.credential(in: head, query: query) else { return .absent }
        switch method {
        case .keys(let keys): return verify(text, keys)
        case .users(let users): return verify(text, users)
        case .tokens(let tokens): return finding(tokens.verify(text, now: now))
        case .introspection(let introspection): return finding(introspection.verify(text, now: now))
        case .discovery, .certificates: return .refused
        case .any:
            return form.credential(text) == nil ? .refused : .granted(Principal(name: "unverified", scheme: name))
        case .custom(let verify):
            guard let credential = form.credential(text) else { return .refused }
            return pending(credential, verify)
        }
    }

    private func verify(_ certificate: PeerCertificate?, _ method: CredentialVerifier.Method) -> Finding {
        guard let certificate else { return .absent }
        switch method {
        case .certificates(let store):
            guard var principal = store.principal(of: certificate, now: now) else { return .refused }
            principal.scheme = name
            return scoped(principal)
        case .any: return .granted(Principal(name: "unverified", scheme: name))
        case .custom(let verify): return pending(.certificate(certificate), verify)
        case .keys, .users, .tokens, .discovery, .introspection: return .refused
        }
    }

    private func verify(_ text: Substring, _ keys: KeyStore) -> Finding {
        guard form.accepts(text), let entry = keys.entry(for: text, now: now) else { return .refused }
        return scoped(Principal(name: entry.name, scheme: name, scopes: entry.scopes))
    }

    private func verify(_ text: Substring, _ users: UserStore) -> Finding {
        guard form == .basic, let credential = BasicCredential(encoded: text) else { return .refused }
        switch users.lookUp(credential) {
        case .accepted(let account): return scoped(Principal(name: account.name, scheme: name, scopes: account.scopes))
        case .refused: return .refused
        case .slow(let account, let hash):
            return .pending { [self] in
                do {
                    guard let account = try await users.derive(credential, account, hash) else { return .refused }
                    return scoped(Principal(name: account.name, scheme: name, scopes: account.scopes))
                } catch {
                    return .unable(.overloaded)
                }
            }
        }
    }

    private func finding(_ finding: TokenFinding) -> Finding {
        switch finding {
        case .accepted(var principal):
            principal.scheme = name
            return scoped(principal)
        case .refused: return .refused
        case .unable(let obstacle): return .unable(obstacle)
        case .pending(let wait): return .pending { [self] in self.finding(await wait()) }
        }
    }

    private func pending(
        _ credential: Credential, _ verify: @escaping @Sendable (Credential) async -> Principal?
    ) -> Finding {
        .pending { [self] in
            guard var principal = await verify(credential) else { return .refused }
            principal.scheme = name
            return scoped(principal)
        }
    }

    private func scoped(_ principal: Principal) -> Finding {
        let held = demand == .roles ? principal.roles ?? principal.scopes : principal.scopes
        return scopes.allSatisfy(held.contains) ? .granted(principal) : .insufficient
    }
}
