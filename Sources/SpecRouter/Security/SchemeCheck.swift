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
    let now: @Sendable () -> Date

    init(
        name: String, form: CredentialForm, placement: CredentialPlacement, method: CredentialVerifier.Method?,
        scopes: [String], now: @escaping @Sendable () -> Date
    ) {
        self.name = name
        self.form = form
        self.placement = placement
        self.method = method
        self.scopes = scopes
        self.now = now
    }

    enum Finding: Sendable {
        case granted(Principal)
        /// The credential is good, but not for every scope.
        case insufficient
        case refused
        /// Too many passwords are being derived.
        case overloaded
        case pending(@Sendable () async -> Finding)
    }

    func verify(_ head: borrowing RequestHead, query: Span<UInt8>) -> Finding {
        guard let method, let text = placement.credential(in: head, query: query) else { return .refused }
        switch method {
        case .keys(let keys): return verify(text, keys)
        case .users(let users): return verify(text, users)
        case .any:
            return form.credential(text) == nil ? .refused : .granted(Principal(name: "unverified", scheme: name))
        case .custom(let verify): return pending(text, verify)
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
                    return .overloaded
                }
            }
        }
    }

    private func pending(
        _ text: Substring, _ verify: @escaping @Sendable (Credential) async -> Principal?
    ) -> Finding {
        guard let credential = form.credential(text) else { return .refused }
        return .pending { [self] in
            guard var principal = await verify(credential) else { return .refused }
            principal.scheme = name
            return scoped(principal)
        }
    }

    private func scoped(_ principal: Principal) -> Finding {
        scopes.allSatisfy(principal.scopes.contains) ? .granted(principal) : .insufficient
    }
}
