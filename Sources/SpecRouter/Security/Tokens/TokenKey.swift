import Crypto
import CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A key that signatures of tokens are checked with.
struct TokenKey: Sendable {
    /// The kind of the key decides which algorithms it can be used with, whatever a token says: a public key is never
    /// the secret of an HMAC.
    enum Material: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
        case p521(P521.Signing.PublicKey)
        case ed25519(Curve25519.Signing.PublicKey)
        case shared(SymmetricKey)
    }

    /// `kid`.
    let name: String?
    let material: Material
    /// Of those that the material can be used with.
    let algorithms: Set<SignatureAlgorithm>

    /// - Parameter algorithm: what the key says it is for; nil for all that its material can be used with.
    init(name: String?, material: Material, algorithm: SignatureAlgorithm? = nil) {
        self.name = name
        self.material = material
        let possible = material.algorithms
        // Two names of one algorithm.
        let edwards: Set<SignatureAlgorithm> = [.edDSA, .ed25519]
        algorithms = algorithm.map { possible.intersection(edwards.contains($0) ? edwards : [$0]) } ?? possible
    }

    /// Whether the key has signed the text. False for an algorithm that the key is not for.
    func signed(_ text: ArraySlice<UInt8>, _ signature: [UInt8], _ algorithm: SignatureAlgorithm) -> Bool {
        guard algorithms.contains(algorithm) else { return false }
        switch material {
        case .rsa(let key): return Self.signed(text, signature, algorithm, key)
        case .shared(let key): return Self.signed(text, signature, algorithm, key)
        case .p256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: text)
        case .p384(let key):
            guard let signature = try? P384.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: text)
        case .p521(let key):
            guard let signature = try? P521.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: text)
        case .ed25519(let key): return signature.count == 64 && key.isValidSignature(signature, for: text)
        }
    }

    private static func signed(
        _ text: ArraySlice<UInt8>, _ signature: [UInt8], _ algorithm: SignatureAlgorithm, _ key: _RSA.Signing.PublicKey
    ) -> Bool {
        let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
        switch algorithm {
        case .rs256: return key.isValidSignature(signature, for: SHA256.hash(data: text), padding: .insecurePKCS1v1_5)
        case .rs384: return key.isValidSignature(signature, for: SHA384.hash(data: text), padding: .insecurePKCS1v1_5)
        case .rs512: return key.isValidSignature(signature, for: SHA512.hash(data: text), padding: .insecurePKCS1v1_5)
        case .ps256: return key.isValidSignature(signature, for: SHA256.hash(data: text), padding: .PSS)
        case .ps384: return key.isValidSignature(signature, for: SHA384.hash(data: text), padding: .PSS)
        case .ps512: return key.isValidSignature(signature, for: SHA512.hash(data: text), padding: .PSS)
        case .es256, .es384, .es512, .edDSA, .ed25519, .hs256, .hs384, .hs512: return false
        }
    }

    /// The comparison takes constant time.
    private static func signed(
        _ text: ArraySlice<UInt8>, _ code: [UInt8], _ algorithm: SignatureAlgorithm, _ key: SymmetricKey
    ) -> Bool {
        switch algorithm {
        case .hs256: HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: text, using: key)
        case .hs384: HMAC<SHA384>.isValidAuthenticationCode(code, authenticating: text, using: key)
        case .hs512: HMAC<SHA512>.isValidAuthenticationCode(code, authenticating: text, using: key)
        default: false
        }
    }
}

extension TokenKey.Material {
    /// A shared secret is at least as long as the hash (RFC 7518, section 3.2), so a short one has fewer algorithms.
    fileprivate var algorithms: Set<SignatureAlgorithm> {
        switch self {
        case .rsa: [.rs256, .rs384, .rs512, .ps256, .ps384, .ps512]
        case .p256: [.es256]
        case .p384: [.es384]
        case .p521: [.es512]
        case .ed25519: [.edDSA, .ed25519]
        case .shared(let key):
            switch key.bitCount {
            case ..<256: []
            case ..<384: [.hs256]
            case ..<512: [.hs256, .hs384]
            default: [.hs256, .hs384, .hs512]
            }
        }
    }
}
