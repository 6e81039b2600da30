import Crypto
import CryptoExtras
import JSONCore

extension TokenKey {
    /// Reads a public key (RFC 7517; RFC 7518, section 6; RFC 8037, section 2).
    ///
    /// Nil for what is none, is of a kind that is not known, or is not for signatures: others in the set may be good
    /// (RFC 7517, section 5). Symmetric keys are not read: a set of keys is for whoever asks.
    init?(jwk: JSON) {
        guard let use = Self.optional(jwk["use"]), use == nil || use == "sig" else { return nil }
        if let operations = jwk["key_ops"], !operations.elements.contains(where: { $0.string == "verify" }) {
            return nil
        }
        guard let name = Self.optional(jwk["kid"]), let named = Self.optional(jwk["alg"]) else { return nil }
        let algorithm = named.flatMap(SignatureAlgorithm.init(rawValue:))
        if named != nil, algorithm == nil { return nil }
        guard let material = Material(jwk: jwk) else { return nil }
        self.init(name: name, material: material, algorithm: algorithm)
        if algorithms.isEmpty { return nil }
    }

    /// The text of a member that need not be there; nil when it is no text.
    private static func optional(_ json: JSON?) -> String?? {
        guard let json else { return .some(nil) }
        return json.string.map { .some($0) }
    }
}

extension TokenKey.Material {
    fileprivate init?(jwk: JSON) {
        switch jwk["kty"]?.string {
        case "RSA": self.init(rsa: jwk)
        case "EC": self.init(elliptic: jwk)
        case "OKP" where jwk["crv"]?.string == "Ed25519":
            guard let x = Self.octets(jwk["x"]), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x)
            else { return nil }
            self = .ed25519(key)
        default: return nil
        }
    }

    /// From 2,048 to 8,192 bits (RFC 7518, section 3.3): less is weak, and more is work for whoever checks.
    private init?(rsa jwk: JSON) {
        guard let n = Self.octets(jwk["n"]), let e = Self.octets(jwk["e"]), n.count <= 1025, e.count <= 8 else {
            return nil
        }
        guard let key = try? _RSA.Signing.PublicKey(n: n, e: e), (2048...8192).contains(key.keySizeInBits) else {
            return nil
        }
        self = .rsa(key)
    }

    private init?(elliptic jwk: JSON) {
        guard let x = Self.octets(jwk["x"]), let y = Self.octets(jwk["y"]) else { return nil }
        let point = x + y
        switch jwk["crv"]?.string {
        case "P-256":
            guard x.count == 32, let key = try? P256.Signing.PublicKey(rawRepresentation: point) else { return nil }
            self = .p256(key)
        case "P-384":
            guard x.count == 48, let key = try? P384.Signing.PublicKey(rawRepresentation: point) else { return nil }
            self = .p384(key)
        case "P-521":
            guard x.count == 66, let key = try? P521.Signing.PublicKey(rawRepresentation: point) else { return nil }
            self = .p521(key)
        default: return nil
        }
    }

    private static func octets(_ json: JSON?) -> [UInt8]? {
        guard let text = json?.string, let octets = Base64URL.octets(text), !octets.isEmpty else { return nil }
        return octets
    }
}
