import Crypto
import CryptoExtras
import Foundation

@testable import SpecRouter

/// Makes tokens and the keys that they are checked with.
struct TokenForge: Sendable {
    enum Signer: Sendable {
        case p256(P256.Signing.PrivateKey)
        case p384(P384.Signing.PrivateKey)
        case p521(P521.Signing.PrivateKey)
        case ed25519(Curve25519.Signing.PrivateKey)
        case rsa(_RSA.Signing.PrivateKey)
        case secret(String)
    }

    let signer: Signer
    let name: String?

    static let now = Date(timeIntervalSince1970: 1_000_000)
    static let p256 = TokenForge(signer: .p256(P256.Signing.PrivateKey()), name: "p256")
    static let p384 = TokenForge(signer: .p384(P384.Signing.PrivateKey()), name: "p384")
    static let p521 = TokenForge(signer: .p521(P521.Signing.PrivateKey()), name: "p521")
    static let ed25519 = TokenForge(signer: .ed25519(Curve25519.Signing.PrivateKey()), name: "ed25519")
    static let rsa: TokenForge? = (try? _RSA.Signing.PrivateKey(keySize: .bits2048)).map {
        TokenForge(signer: .rsa($0), name: "rsa")
    }
    static let secret = String(repeating: "shared-secret-", count: 6)
    static let shared = TokenForge(signer: .secret(secret), name: nil)

    static func encoded(_ octets: some Sequence<UInt8>) -> String {
        Data(octets).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static let claims = #"{"iss":"https://issuer","aud":"pets","sub":"ann","exp":1000060,"scope":"read write"}"#

    /// `header` in place of the usual one.
    func token(
        _ claims: String = TokenForge.claims, _ algorithm: SignatureAlgorithm? = nil, header: String? = nil
    ) throws -> String {
        let algorithm = algorithm ?? usual
        let kid = name.map { #","kid":"\#($0)""# } ?? ""
        let header = header ?? #"{"alg":"\#(algorithm.rawValue)"\#(kid)}"#
        let text = "\(Self.encoded(header.utf8)).\(Self.encoded(claims.utf8))"
        return "\(text).\(Self.encoded(try signature(Data(text.utf8), algorithm)))"
    }

    private var usual: SignatureAlgorithm {
        switch signer {
        case .p256: .es256
        case .p384: .es384
        case .p521: .es512
        case .ed25519: .edDSA
        case .rsa: .rs256
        case .secret: .hs256
        }
    }

    private func signature(_ text: Data, _ algorithm: SignatureAlgorithm) throws -> Data {
        switch signer {
        case .p256(let key): try key.signature(for: text).rawRepresentation
        case .p384(let key): try key.signature(for: text).rawRepresentation
        case .p521(let key): try key.signature(for: text).rawRepresentation
        case .ed25519(let key): try key.signature(for: text)
        case .rsa(let key): try Self.signature(text, algorithm, key)
        case .secret(let secret): Self.code(text, algorithm, SymmetricKey(data: Array(secret.utf8)))
        }
    }

    private static func signature(
        _ text: Data, _ algorithm: SignatureAlgorithm, _ key: _RSA.Signing.PrivateKey
    ) throws -> Data {
        let padding: _RSA.Signing.Padding = algorithm.rawValue.hasPrefix("PS") ? .PSS : .insecurePKCS1v1_5
        switch algorithm {
        case .rs384, .ps384: return try key.signature(for: SHA384.hash(data: text), padding: padding).rawRepresentation
        case .rs512, .ps512: return try key.signature(for: SHA512.hash(data: text), padding: padding).rawRepresentation
        default: return try key.signature(for: SHA256.hash(data: text), padding: padding).rawRepresentation
        }
    }

    private static func code(_ text: Data, _ algorithm: SignatureAlgorithm, _ key: SymmetricKey) -> Data {
        switch algorithm {
        case .hs384: Data(HMAC<SHA384>.authenticationCode(for: text, using: key))
        case .hs512: Data(HMAC<SHA512>.authenticationCode(for: text, using: key))
        default: Data(HMAC<SHA256>.authenticationCode(for: text, using: key))
        }
    }

    /// The public key, with `more` members.
    func jwk(_ more: String = "") throws -> String {
        let kid = name.map { #","kid":"\#($0)""# } ?? ""
        return "{\(try members)\(kid)\(more)}"
    }

    private var members: String {
        get throws {
            switch signer {
            case .p256(let key): Self.point("P-256", key.publicKey.rawRepresentation)
            case .p384(let key): Self.point("P-384", key.publicKey.rawRepresentation)
            case .p521(let key): Self.point("P-521", key.publicKey.rawRepresentation)
            case .ed25519(let key):
                #""kty":"OKP","crv":"Ed25519","x":"\#(Self.encoded(key.publicKey.rawRepresentation))""#
            case .rsa(let key):
                try Self.rsa(key.publicKey.getKeyPrimitives())
            case .secret(let secret): #""kty":"oct","k":"\#(Self.encoded(secret.utf8))""#
            }
        }
    }

    private static func point(_ curve: String, _ raw: Data) -> String {
        let half = raw.count / 2
        return #""kty":"EC","crv":"\#(curve)","x":"\#(encoded(raw.prefix(half)))","y":"\#(encoded(raw.suffix(half)))""#
    }

    private static func rsa(_ key: _RSA.Signing.PublicKey.Primitives) -> String {
        #""kty":"RSA","n":"\#(encoded(key.modulus))","e":"\#(encoded(key.publicExponent))""#
    }
}

extension TokenRules {
    static let pets = TokenRules(issuer: .among(["https://issuer"]), audience: .among(["pets"]))
}

extension TokenVerifier {
    /// What came of it, waited for.
    func outcome(_ token: String, at now: Date = TokenForge.now) async -> String {
        var finding = verify(token[...]) { now }
        if case .pending(let wait) = finding { finding = await wait() }
        switch finding {
        case .accepted(let principal): return principal.name
        case .refused: return "refused"
        case .unable(.unavailable): return "unavailable"
        case .unable(.overloaded): return "overloaded"
        case .pending: return "pending"
        }
    }
}
