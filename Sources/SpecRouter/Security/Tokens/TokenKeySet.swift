import Crypto
import JSONCore

/// The keys that tokens are checked with at one time.
///
/// A class: each check holds the set that it began with, and a reference is cheaper to hand on than its keys.
final class TokenKeySet: Sendable {
    /// A sentence about what was read, without anything of it.
    struct Fault: Error, Hashable, CustomStringConvertible {
        let sentence: String
        var description: String { "The key set cannot be used. \(sentence)" }
    }

    let keys: [TokenKey]
    /// As the metadata of the keys' source gives it.
    let issuer: String?

    static let maximumBytes = 1 << 20
    private static let maximumKeys = 100
    /// Of keys that come into question for one token: each costs the check of a signature.
    private static let maximumTries = 4

    init(_ keys: [TokenKey], issuer: String? = nil) {
        self.keys = keys
        self.issuer = issuer
    }

    /// Reads a JSON Web Key Set (RFC 7517, section 5), or one key.
    convenience init(jwks bytes: [UInt8], issuer: String? = nil) throws(Fault) {
        let options = JSONParser.Options(maximumDepth: 16, maximumBytes: Self.maximumBytes)
        guard let json = try? JSON(parsing: bytes, options: options), json.kind == .object else {
            throw Fault(sentence: "It is no JSON object.")
        }
        try self.init(jwks: json, issuer: issuer)
    }

    convenience init(jwks json: JSON, issuer: String? = nil) throws(Fault) {
        let list = json["keys"].map { Array($0.elements) } ?? (json["kty"] == nil ? [] : [json])
        guard list.count <= Self.maximumKeys else {
            throw Fault(sentence: "It holds more than \(Self.maximumKeys) keys.")
        }
        let keys = list.compactMap(TokenKey.init(jwk:))
        guard !keys.isEmpty else {
            throw Fault(
                sentence: "It holds no key that signatures can be checked with: RSA of 2048 bits or more, "
                    + "P-256, P-384, P-521 or Ed25519, for the use \"sig\".")
        }
        self.init(keys, issuer: issuer)
    }

    /// A secret that whoever signs shares with whoever checks.
    convenience init(sharedSecret secret: Secret) throws(Fault) {
        let octets = Array(secret.revealed.utf8)
        guard octets.count >= 32 else {
            throw Fault(sentence: "The shared secret has fewer than 32 octets, which RFC 7518 demands at least.")
        }
        self.init([TokenKey(name: nil, material: .shared(SymmetricKey(data: octets)))])
    }

    enum Search {
        case found([TokenKey])
        /// The set does not have the key that the token names.
        case unknownName
        case none
    }

    /// Those that may have signed a token with this header. A key without a name may be any.
    func candidates(for header: SignedToken.Header) -> Search {
        let usable = keys.filter { $0.algorithms.contains(header.algorithm) }
        guard let name = header.key else {
            return usable.isEmpty ? .none : .found(Array(usable.prefix(Self.maximumTries)))
        }
        let named = usable.filter { $0.name == nil || $0.name == name }
        if !named.isEmpty { return .found(Array(named.prefix(Self.maximumTries))) }
        return keys.contains { $0.name == name } ? .none : .unknownName
    }
}
