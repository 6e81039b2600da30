import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Verifies the tokens of schemes that say themselves where their keys are: by `openIdConnectUrl` (OpenID Connect
/// Discovery 1.0, section 4) or `oauth2MetadataUrl` (RFC 8414).
///
/// A class: what was fetched survives the reload of a description.
final class TokenDiscovery: Sendable {
    typealias Fetch = @Sendable (_ metadataURL: String) async throws -> FetchedKeys

    private let rules: TokenRules
    private let timing: KeyTiming
    private let fetch: Fetch
    private let verifiers = Mutex<[String: TokenVerifier]>([:])
    private let added = AsyncStream.makeStream(of: KeyRing.self)

    init(_ rules: TokenRules, timing: KeyTiming, fetch: @escaping Fetch) {
        self.rules = rules
        self.timing = timing
        self.fetch = fetch
    }

    var faults: [String] { rules.faults }

    /// The same for the same URL.
    func verifier(for url: String) -> TokenVerifier {
        verifiers.withLock { verifiers in
            if let known = verifiers[url] { return known }
            let verifier = TokenVerifier(.fetched(timing: timing) { [fetch] in try await fetch(url) }, rules)
            verifiers[url] = verifier
            added.continuation.yield(verifier.keys)
            return verifier
        }
    }

    /// Keeps the keys of all URLs fresh until the task is cancelled; to be called once.
    func maintain(now: @escaping @Sendable () -> Date, report: @escaping @Sendable (String) -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            for await keys in added.stream { group.addTask { await keys.maintain(now: now, report: report) } }
            group.cancelAll()
        }
    }
}
