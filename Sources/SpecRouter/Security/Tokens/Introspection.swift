import JSONCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Asks the authorization server about tokens that say nothing themselves (RFC 7662).
///
/// A class: its caches are shared by all operations.
final class Introspection: Sendable {
    /// Sends the question and gives back the answer's body. Throws when there is no answer with status 200.
    typealias Ask = @Sendable (Secret) async throws -> [UInt8]

    private let rules: IntrospectionRules
    private let ask: Ask
    /// Apart, so that a flood of invented tokens does not drive out the good ones.
    private let accepted: TokenCache
    private let refused: TokenCache
    private let questions: SharedWork<SecretHash, TokenFinding>

    init(_ rules: IntrospectionRules, ask: @escaping Ask) {
        self.rules = rules
        self.ask = ask
        accepted = TokenCache(capacity: rules.claims.remembered)
        refused = TokenCache(capacity: rules.claims.remembered)
        questions = SharedWork(limit: rules.questions)
    }

    var faults: [String] { rules.claims.faults }

    /// Waits only for what is not remembered. Who asks about the same token at the same time shares one question.
    func verify(_ text: Substring, now: @escaping @Sendable () -> Date) -> TokenFinding {
        guard text.utf8.count <= rules.claims.maximumBytes else { return .refused }
        let digest = SecretHash(hashing: text)
        let date = now()
        if let principal = accepted.entry(for: digest, generation: 0, now: date)?.principal {
            return .accepted(principal)
        }
        if refused.entry(for: digest, generation: 0, now: date) != nil { return .refused }
        let token = Secret(String(text))
        return .pending { [self] in
            await questions.value(for: digest) { await self.answer(about: token, digest, now()) }
                ?? .unable(.overloaded)
        }
    }

    private func answer(about token: Secret, _ digest: SecretHash, _ now: Date) async -> TokenFinding {
        // A question that was open a moment ago may have been about this token.
        if let principal = accepted.entry(for: digest, generation: 0, now: now)?.principal {
            return .accepted(principal)
        }
        guard let body = try? await ask(token), let json = try? JSON(parsing: body, options: Self.options),
            let isActive = json["active"]?.bool
        else { return .unable(.unavailable) }
        let latest = now.addingTimeInterval(rules.acceptedFor.seconds)
        guard isActive, let holder = rules.claims.holder(of: json, announced: nil, .or(latest), now: now) else {
            let expires = now.addingTimeInterval(rules.refusedFor.seconds)
            refused.remember(digest, TokenCache.Entry(principal: nil, since: now, expires: expires, generation: 0))
            return .refused
        }
        accepted.remember(
            digest,
            TokenCache.Entry(principal: holder.principal, since: now, expires: holder.expires, generation: 0))
        return .accepted(holder.principal)
    }

    private static let options = JSONParser.Options(maximumDepth: 32, maximumBytes: 1 << 20)
}
