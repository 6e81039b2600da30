import Foundation
import JSONCore
import Testing

@testable import SpecRouter

@Suite struct TokenVerifierTests {
    private static func verifier(_ forges: [TokenForge], _ rules: TokenRules = .pets) throws -> TokenVerifier {
        let keys = try forges.map { try $0.jwk() }.joined(separator: ",")
        return TokenVerifier(.jwks(#"{"keys":[\#(keys)]}"#), rules)
    }

    @Test(arguments: [
        (SignatureAlgorithm.es256, TokenForge.p256), (.es384, .p384), (.es512, .p521), (.edDSA, .ed25519),
        (.ed25519, .ed25519),
    ])
    func `a token is accepted by each curve's algorithm`(algorithm: SignatureAlgorithm, forge: TokenForge) async throws
    {
        let verifier = try Self.verifier([.p256, .p384, .p521, .ed25519])
        #expect(await verifier.outcome(try forge.token(TokenForge.claims, algorithm)) == "ann")
        var others = TokenRules.pets
        others.algorithms.remove(algorithm)
        let token = try forge.token(TokenForge.claims, algorithm)
        #expect(await (try Self.verifier([forge], others)).outcome(token) == "refused")
    }

    @Test(arguments: [SignatureAlgorithm.rs256, .rs384, .rs512, .ps256, .ps384, .ps512])
    func `and by each of RSA's`(algorithm: SignatureAlgorithm) async throws {
        let forge = try #require(TokenForge.rsa)
        #expect(await (try Self.verifier([forge])).outcome(try forge.token(TokenForge.claims, algorithm)) == "ann")
        let only = TokenVerifier(.jwks(try forge.jwk(#","alg":"\#(algorithm.rawValue)""#)), .pets)
        #expect(only.faults.isEmpty)
        #expect(await only.outcome(try forge.token(TokenForge.claims, algorithm)) == "ann")
        let other: SignatureAlgorithm = algorithm == .rs256 ? .ps256 : .rs256
        #expect(await only.outcome(try forge.token(TokenForge.claims, other)) == "refused")
    }

    @Test(arguments: [SignatureAlgorithm.hs256, .hs384, .hs512])
    func `HMAC takes a shared secret, and nothing that is public`(algorithm: SignatureAlgorithm) async throws {
        let token = try TokenForge.shared.token(TokenForge.claims, algorithm)
        let shared = TokenVerifier(.sharedSecret(Secret(TokenForge.secret)), .pets)
        #expect(await shared.outcome(token) == "ann")
        #expect(await TokenVerifier(.sharedSecret(Secret(TokenForge.secret + "x")), .pets).outcome(token) == "refused")
        // A set of keys never holds a secret, and a public key never is one.
        let set = TokenVerifier(.jwks(try TokenForge.shared.jwk()), .pets)
        #expect(set.faults.count == 1)
        #expect(await set.outcome(token) == "unavailable")
        let rsa = try #require(TokenForge.rsa)
        let confused = TokenForge(signer: .secret(try rsa.jwk()), name: "rsa")
        #expect(await (try Self.verifier([rsa])).outcome(try confused.token(TokenForge.claims, algorithm)) == "refused")
    }

    struct Claims: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var json: String
        var accepted: Bool

        init(_ name: String, _ json: String, _ accepted: Bool) {
            testDescription = name
            self.json = json
            self.accepted = accepted
        }
    }

    private static func claims(
        iss: String = #""https://issuer""#, aud: String = #""pets""#, exp: String = "1000060", more: String = ""
    ) -> String {
        #"{"iss":\#(iss),"aud":\#(aud),"exp":\#(exp),"sub":"ann"\#(more)}"#
    }

    @Test(arguments: [
        Claims("all is well", claims(), true),
        Claims("another issuer", claims(iss: #""https://other""#), false),
        Claims("an issuer with a slash more", claims(iss: #""https://issuer/""#), false),
        Claims("an issuer that is no text", claims(iss: "[\"https://issuer\"]"), false),
        Claims("no issuer", #"{"aud":"pets","exp":1000060,"sub":"ann"}"#, false),
        Claims("another audience", claims(aud: #""cars""#), false),
        Claims("an audience among others", claims(aud: #"["cars","pets"]"#), true),
        Claims("audiences of others", claims(aud: #"["cars",1,null]"#), false),
        Claims("no audience", #"{"iss":"https://issuer","exp":1000060,"sub":"ann"}"#, false),
        Claims("no expiry", #"{"iss":"https://issuer","aud":"pets","sub":"ann"}"#, false),
        Claims("an expiry that is no number", claims(exp: #""1000060""#), false),
        Claims("an expiry beyond all numbers", claims(exp: "1e999"), false),
        Claims("an expiry with a fraction", claims(exp: "1000000.5"), true),
        Claims("expired within the leeway", claims(exp: "999971"), true),
        Claims("expired at the end of the leeway", claims(exp: "999970"), false),
        Claims("expired long ago", claims(exp: "-1e300"), false),
        Claims("begun", claims(more: #","nbf":999000"#), true),
        Claims("not begun, within the leeway", claims(more: #","nbf":1000030"#), true),
        Claims("not begun", claims(more: #","nbf":1000031"#), false),
        Claims("a beginning that is no number", claims(more: #","nbf":null"#), false),
        Claims("a claim twice", claims(more: #","aud":"pets""#), false),
        Claims("no object", #"["pets"]"#, false),
    ])
    func `the claims decide`(claims: Claims) async throws {
        let token = try TokenForge.p256.token(claims.json)
        #expect(await (try Self.verifier([.p256])).outcome(token) == (claims.accepted ? "ann" : "refused"))
    }

    @Test func `a key's name is asked for`() async throws {
        let verifier = try Self.verifier([.p256, .ed25519])
        let stranger = TokenForge(signer: TokenForge.p256.signer, name: "stranger")
        let nameless = TokenForge(signer: TokenForge.p256.signer, name: nil)
        #expect(await verifier.outcome(try stranger.token()) == "refused")
        #expect(await verifier.outcome(try nameless.token()) == "ann")
        #expect(await (try Self.verifier([nameless])).outcome(try stranger.token()) == "ann")
        let liar = TokenForge(signer: TokenForge.p256.signer, name: "ed25519")
        #expect(await verifier.outcome(try liar.token()) == "refused")
    }

    @Test func `the type in the header is asked for where rules say so`() async throws {
        var rules = TokenRules.pets
        rules.type = "at+jwt"
        let verifier = try Self.verifier([.p256], rules)
        func token(_ type: String) throws -> String {
            try TokenForge.p256.token(header: #"{"alg":"ES256","kid":"p256"\#(type)}"#)
        }
        #expect(await verifier.outcome(try token(#","typ":"at+jwt""#)) == "ann")
        #expect(await verifier.outcome(try token(#","typ":"application/AT+JWT""#)) == "ann")
        #expect(await verifier.outcome(try token(#","typ":"JWT""#)) == "refused")
        #expect(await verifier.outcome(try token("")) == "refused")
    }

    @Test func `scopes and roles are where their claims say`() throws {
        var rules = TokenRules(issuer: .any, audience: .any)
        rules.roles = ["realm", "roles"]
        let token = try TokenForge.p256.token(
            #"{"exp":1000060,"client_id":"app","scope":"a b","scp":["c"],"realm":{"roles":["admin",1]}}"#)
        guard
            case .accepted(let principal) = try Self.verifier([.p256], rules).verify(
                token[...], now: { TokenForge.now })
        else {
            Issue.record("refused")
            return
        }
        #expect(principal.name == "app")
        #expect(principal.scopes == ["a", "b", "c"])
        #expect(principal.roles == ["admin"])
        #expect(principal.claims?["exp"]?.int == 1_000_060)
    }

    @Test func `a token that was accepted is remembered until it expires`() async throws {
        let verifier = try Self.verifier([.p256])
        let token = try TokenForge.p256.token()
        #expect(verifier.cache.count == 0)
        #expect(await verifier.outcome(token) == "ann")
        #expect(verifier.cache.count == 1)
        #expect(await verifier.outcome(token, at: TokenForge.now + 59) == "ann")
        #expect(await verifier.outcome(token, at: TokenForge.now + 91) == "refused")
        _ = await verifier.outcome(token + "x")
        #expect(verifier.cache.count == 1)
    }

    @Test func `the cache is bounded, and keeps what is asked for`() throws {
        let cache = TokenCache(capacity: 100)
        let entry = TokenCache.Entry(
            principal: Principal(name: "ann", scheme: ""), since: TokenForge.now, expires: TokenForge.now + 1,
            generation: 1)
        let asked = SecretHash(of: "asked for")
        cache.remember(asked, entry)
        for index in 0..<1000 {
            cache.remember(SecretHash(of: "\(index)"), entry)
            #expect(cache.entry(for: asked, generation: 1, now: TokenForge.now) != nil)
            #expect(cache.count <= 100)
        }
        #expect(cache.entry(for: SecretHash(of: "0"), generation: 1, now: TokenForge.now) == nil)
        #expect(cache.entry(for: asked, generation: 2, now: TokenForge.now) == nil)
        #expect(cache.entry(for: asked, generation: 1, now: TokenForge.now + 1) == nil)
        #expect(cache.entry(for: asked, generation: 1, now: TokenForge.now - 1) == nil)
    }

    @Test func `what is wrong with keys and rules is said`() throws {
        func faults(_ keys: TokenKeys, _ rules: TokenRules = .pets) -> [String] { TokenVerifier(keys, rules).faults }
        #expect(faults(.jwks("nonsense")).first?.contains("no JSON object") == true)
        #expect(faults(.jwks(#"{"keys":[]}"#)).first?.contains("no key that") == true)
        #expect(faults(.sharedSecret(nil)).first?.contains("is not set") == true)
        #expect(faults(.sharedSecret(Secret("short"))).first?.contains("32 octets") == true)
        let good = TokenKeys.jwks(try TokenForge.p256.jwk())
        #expect(faults(good).isEmpty)
        #expect(faults(good, TokenRules(audience: .any)).first?.contains("name the issuer") == true)
        #expect(faults(good, TokenRules(issuer: .among([]), audience: .among([]))).count == 2)
    }
}
