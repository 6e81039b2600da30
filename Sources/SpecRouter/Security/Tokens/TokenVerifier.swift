#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Accepts JSON Web Tokens that one of its keys has signed and that say what its rules demand.
///
/// A class: its cache is shared by all operations.
package final class TokenVerifier: Sendable {
    let rules: TokenRules
    let keys: KeyRing
    let cache: TokenCache

    package init(_ keys: TokenKeys, _ rules: TokenRules) {
        self.rules = rules
        self.keys = keys.ring
        cache = TokenCache(capacity: rules.remembered)
    }

    /// In full sentences.
    var faults: [String] {
        let isNobody = rules.issuer == .announced && keys.isFixed
        let issuer = "It is not said whose tokens are accepted, and keys that are given do not say it: name the issuer."
        return keys.faults + (isNobody ? [issuer] : []) + rules.faults
    }

    /// Waits only when keys have to be fetched.
    func verify(_ text: Substring, now: @escaping @Sendable () -> Date) -> TokenFinding {
        guard text.utf8.count <= rules.maximumBytes else { return .refused }
        let date = now()
        let digest = SecretHash(hashing: text)
        let current = keys.current(at: date)
        let isStale = current?.isFresh == false && keys.mayRefresh(at: date)
        if let current, !isStale, let principal = remembered(digest, current, date) { return .accepted(principal) }
        guard let token = SignedToken(text), rules.algorithms.contains(token.header.algorithm), fits(token.header)
        else {
            return .refused
        }
        guard let current else {
            return keys.mayRefresh(at: date) ? refreshed(token, digest, now) : .unable(.unavailable)
        }
        if isStale { return refreshed(token, digest, now) }
        return decide(token, digest, current, date)
            ?? (keys.mayRefresh(at: date) ? refreshed(token, digest, now) : .refused)
    }

    /// The same where nothing has to be waited for: nil for a token that is refused, or would wait for keys.
    package func accepted(_ text: Substring, now: @escaping @Sendable () -> Date) -> Principal? {
        guard case .accepted(let principal) = verify(text, now: now) else { return nil }
        return principal
    }

    private func fits(_ header: SignedToken.Header) -> Bool {
        rules.type.map { $0 == header.type } ?? true
    }

    private func remembered(_ digest: SecretHash, _ keys: KeyRing.Current, _ now: Date) -> Principal? {
        cache.entry(for: digest, generation: keys.generation, now: now)?.principal
    }

    private func refreshed(
        _ token: SignedToken, _ digest: SecretHash, _ now: @escaping @Sendable () -> Date
    ) -> TokenFinding {
        .pending { [self] in
            await keys.refresh(at: now())
            let date = now()
            guard let current = keys.current(at: date) else { return .unable(.unavailable) }
            return decide(token, digest, current, date) ?? .refused
        }
    }

    /// Nil when the token names a key that is not there. What is cheap is looked at before the signature.
    private func decide(
        _ token: SignedToken, _ digest: SecretHash, _ current: KeyRing.Current, _ now: Date
    ) -> TokenFinding? {
        guard let holder = rules.holder(of: token.claims, announced: current.set.issuer, now: now) else {
            return .refused
        }
        switch current.set.candidates(for: token.header) {
        case .unknownName: return nil
        case .none: return .refused
        case .found(let keys):
            guard keys.contains(where: { $0.signed(token.signed, token.signature, token.header.algorithm) }) else {
                return .refused
            }
        }
        cache.remember(
            digest,
            TokenCache.Entry(
                principal: holder.principal, since: now, expires: holder.expires, generation: current.generation))
        return .accepted(holder.principal)
    }
}
