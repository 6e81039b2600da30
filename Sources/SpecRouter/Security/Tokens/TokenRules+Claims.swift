import JSONCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Whose a good token is.
struct TokenHolder: Sendable {
    let principal: Principal
    /// From when on the token is to be looked at anew.
    let expires: Date
}

extension TokenRules {
    /// Whether a token without `exp` is accepted.
    enum Expiry {
        case required
        /// It is looked at anew after that time.
        case or(Date)
    }

    /// Nil when the claims do not allow to accept the token (RFC 7519, section 4.1).
    func holder(of claims: JSON, announced: String?, _ expiry: Expiry = .required, now: Date) -> TokenHolder? {
        guard isIssued(claims, announced: announced), isForUs(claims) else { return nil }
        guard let expires = expires(claims, expiry, now: now), isBegun(claims, now: now) else { return nil }
        let principal = Principal(
            name: principalName(claims), scheme: "", scopes: Self.scopes(claims), roles: roles(claims), claims: claims)
        return TokenHolder(principal: principal, expires: expires)
    }

    private func isIssued(_ claims: JSON, announced: String?) -> Bool {
        guard let issuer = claims["iss"]?.string else { return self.issuer == .any && claims["iss"] == nil }
        switch self.issuer {
        case .any: return true
        case .announced: return issuer == announced
        case .among(let issuers): return issuers.contains(issuer)
        }
    }

    /// One text, or a list of which one has to fit.
    private func isForUs(_ claims: JSON) -> Bool {
        guard case .among(let audiences) = audience else { return true }
        guard let claim = claims["aud"] else { return false }
        if let text = claim.string { return audiences.contains(text) }
        return claim.elements.contains { $0.string.map(audiences.contains) ?? false }
    }

    private func expires(_ claims: JSON, _ expiry: Expiry, now: Date) -> Date? {
        guard let claim = claims["exp"] else {
            guard case .or(let date) = expiry else { return nil }
            return date
        }
        guard let seconds = Self.seconds(claim) else { return nil }
        let expires = Date(timeIntervalSince1970: seconds)
        guard now < expires.addingTimeInterval(leeway.seconds) else { return nil }
        guard case .or(let date) = expiry else { return expires }
        return min(date, expires)
    }

    private func isBegun(_ claims: JSON, now: Date) -> Bool {
        guard let claim = claims["nbf"] else { return true }
        guard let seconds = Self.seconds(claim) else { return false }
        return Date(timeIntervalSince1970: seconds) <= now.addingTimeInterval(leeway.seconds)
    }

    /// A number of seconds since 1970, with a fraction or without (RFC 7519, section 2).
    private static func seconds(_ claim: JSON) -> Double? {
        claim.double.flatMap { $0.isFinite ? $0 : nil }
    }

    private func principalName(_ claims: JSON) -> String {
        claims[name]?.string ?? claims["client_id"]?.string ?? ""
    }

    /// `scope` (RFC 8693, section 4.2) and `scp`, each a text with spaces or a list.
    private static func scopes(_ claims: JSON) -> Set<String> {
        words(claims["scope"]).union(words(claims["scp"]))
    }

    /// Nil where none are asked for; none where the token has none.
    private func roles(_ claims: JSON) -> Set<String>? {
        guard let path = roles else { return nil }
        var claim: JSON? = claims
        for step in path { claim = claim?[step] }
        return Self.words(claim)
    }

    private static func words(_ claim: JSON?) -> Set<String> {
        guard let claim else { return [] }
        if let text = claim.string { return Set(text.split(separator: " ").map(String.init)) }
        return Set(claim.elements.compactMap(\.string))
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension TokenRules {
    /// What keeps every token out, in full sentences.
    var faults: [String] {
        var faults: [String] = []
        if algorithms.isEmpty { faults.append("No algorithm is allowed.") }
        if issuer == .among([]) { faults.append("No issuer is accepted.") }
        if audience == .among([]) { faults.append("No audience is accepted.") }
        return faults
    }
}
