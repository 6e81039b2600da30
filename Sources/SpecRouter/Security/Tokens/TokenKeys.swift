#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where the keys come from that tokens are checked with.
///
/// What is wrong with keys that are given is reported as a diagnostic when the API compiles. Keys that are fetched are
/// fetched when they are first needed, or sooner by a gateway that runs; as long as none are there, a request with a
/// token is answered 503.
public struct TokenKeys: Sendable {
    let ring: KeyRing

    /// Public keys, as a JSON Web Key Set (RFC 7517, section 5) or one key.
    public static func jwks(_ text: String) -> TokenKeys {
        do throws(TokenKeySet.Fault) {
            return TokenKeys(ring: KeyRing(try TokenKeySet(jwks: Array(text.utf8))))
        } catch {
            return TokenKeys(ring: KeyRing(nil, faults: [error.description]))
        }
    }

    /// A secret for HMAC of at least 32 octets, which the issuer and this server share.
    public static func sharedSecret(_ secret: Secret?) -> TokenKeys {
        guard let secret else {
            return TokenKeys(ring: KeyRing(nil, faults: ["The shared secret is not set, or cannot be read."]))
        }
        do throws(TokenKeySet.Fault) {
            return TokenKeys(ring: KeyRing(try TokenKeySet(sharedSecret: secret)))
        } catch {
            return TokenKeys(ring: KeyRing(nil, faults: [error.sentence]))
        }
    }

    /// Keys that are fetched by a closure, and again when they are stale or a token names one that is not among them.
    public static func fetched(
        timing: KeyTiming = KeyTiming(), _ fetch: @escaping @Sendable () async throws -> FetchedKeys
    ) -> TokenKeys {
        TokenKeys(ring: KeyRing(timing: timing, fetch: fetch))
    }
}
