import Foundation
import Testing

@testable import SpecRouter

@Suite struct MalformedTokenTests {
    private static func verifier() throws -> TokenVerifier {
        TokenVerifier(.jwks(#"{"keys":[\#(try TokenForge.p256.jwk()),\#(try TokenForge.ed25519.jwk())]}"#), .pets)
    }

    private static let header = TokenForge.encoded(#"{"alg":"ES256","kid":"p256"}"#.utf8)
    private static let claims = TokenForge.encoded(TokenForge.claims.utf8)
    private static let signature = String(repeating: "A", count: 86)

    private static func header(_ json: String) -> String {
        "\(TokenForge.encoded(json.utf8)).\(claims).\(signature)"
    }

    @Test(arguments: [
        "", ".", "..", "...", "a", "a.b", "a.b.c", "a.b.c.d", "=.=.=", "\(header)", "\(header).", "\(header)..",
        "\(header).\(claims)", "\(header).\(claims).", ".\(claims).\(signature)", "\(header)..\(signature)",
        "\(header).\(claims).\(signature)", "\(header).\(claims).\(signature).", "\(header).\(claims).\(signature)=",
        "\(header).\(claims).A", "\(header).\(claims).AA", "\(header).\(claims).\(signature)AAAA",
        "\(header).\(claims).\(String(repeating: "_", count: 86))", "\(header).\(claims)=.\(signature)",
        "\(header).%00.\(signature)", "\(header).+/+/.\(signature)", "é.é.é", "\u{0}.\u{0}.\u{0}",
        header(#"{"alg":"none"}"#), header(#"{"alg":"NONE"}"#), header(#"{"alg":"es256"}"#), header(#"{"alg":null}"#),
        header(#"{"alg":["ES256"]}"#), header(#"{}"#), header(#"[]"#), header(#""ES256""#), header("{"),
        header(#"{"alg":"ES256","alg":"none"}"#), header(#"{"alg":"ES256","kid":1}"#),
        header(#"{"alg":"ES256","crit":["exp"],"exp":1}"#), header(#"{"alg":"ES256","crit":[]}"#),
        header(#"{"alg":"ES256","kid":"../../etc/passwd"}"#), header(#"{"alg":"HS256","kid":"p256"}"#),
        header(#"{"alg":"EdDSA","kid":"p256"}"#), header(#"{"alg":"RS256","jku":"https://evil"}"#),
        header(String(repeating: #"{"a":"#, count: 5000)), header(String(repeating: "[", count: 100_000)),
        "\(TokenForge.encoded(#"{"alg":"none"}"#.utf8)).\(claims).",
    ])
    func `what is no good token is refused`(token: String) async throws {
        #expect(await (try Self.verifier()).outcome(token) == "refused")
    }

    /// Refused unread: the signature of the last one is right.
    @Test func `a token of a megabyte is refused`() async throws {
        let verifier = try Self.verifier()
        let long = String(repeating: "A", count: 1 << 20)
        let dots = String(repeating: ".", count: 1 << 20)
        let claims = String(TokenForge.claims.dropLast()) + #","x":"\#(long)"}"#
        for token in [long, dots, "\(long).\(long).\(long)", try TokenForge.p256.token(claims)] {
            #expect(await verifier.outcome(token) == "refused")
        }
        #expect(await verifier.outcome(try TokenForge.p256.token()) == "ann")
    }

    @Test func `each prefix of a good token is refused, and each change of one octet`() async throws {
        let verifier = try Self.verifier()
        let token = try TokenForge.p256.token()
        for length in 0..<token.utf8.count {
            #expect(await verifier.outcome(String(token.prefix(length))) == "refused")
        }
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<3000 {
            var octets = Array(token.utf8)
            let place = Int.random(in: 0..<octets.count, using: &generator)
            octets[place] = UInt8.random(in: 0...127, using: &generator)
            let changed = String(decoding: octets, as: UTF8.self)
            let outcome = await verifier.outcome(changed)
            #expect(changed == token ? outcome == "ann" : outcome == "refused", "\(place)")
        }
        #expect(await verifier.outcome(token) == "ann")
    }

    @Test func `random parts never trap`() async throws {
        let verifier = try Self.verifier()
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<3000 {
            let parts = (0..<3).map { _ in
                TokenForge.encoded(
                    (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                        UInt8.random(in: 0...255, using: &generator)
                    })
            }
            #expect(await verifier.outcome(parts.joined(separator: ".")) == "refused")
        }
    }

    @Test func `a token of a megabyte is not looked at`() async throws {
        let verifier = try Self.verifier()
        let padding = String(repeating: "x", count: 1 << 20)
        let good = try TokenForge.p256.token(
            #"{"iss":"https://issuer","aud":"pets","exp":1000060,"sub":"\#(padding)"}"#)
        #expect(await verifier.outcome(good) == "refused")
        #expect(await verifier.outcome(String(repeating: ".", count: 1 << 20)) == "refused")
        // As long as is allowed, dots alone.
        #expect(await verifier.outcome(String(repeating: ".", count: 16 * 1024)) == "refused")
    }

    @Test(
        arguments: [
            ("", []), ("AA", [0]), ("AAA", [0, 0]), ("AAAA", [0, 0, 0]), ("_-8", [255, 239]),
            ("A", nil), ("AAAAA", nil), ("AB", nil), ("AAB", nil), ("AA=", nil), ("AA==", nil), ("A+", nil),
            ("A/", nil),
            (" AA", nil), ("AA\n", nil), ("é", nil),
        ] as [(String, [UInt8]?)])
    func `base64url has one text for the same octets`(text: String, octets: [UInt8]?) {
        #expect(Base64URL.octets(text) == octets)
    }

    @Test(arguments: [
        "{}", #"{"kty":"RSA"}"#, #"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, #"{"kty":"RSA","n":"","e":""}"#,
        #"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, #"{"kty":"EC","crv":"secp256k1","x":"AA","y":"AA"}"#,
        #"{"kty":"OKP","crv":"Ed25519","x":"AA"}"#, #"{"kty":"OKP","crv":"X25519","x":"AA"}"#,
        #"{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#, #"{"kty":1}"#,
        #"{"kty":"EC","crv":"P-256","x":"\#(String(repeating: "A", count: 43))","y":"\#(String(repeating: "A", count: 43))"}"#,
    ])
    func `what is no good key is no key`(jwk: String) throws {
        #expect(throws: TokenKeySet.Fault.self) { try TokenKeySet(jwks: Array(jwk.utf8)) }
        let beside = try TokenKeySet(jwks: Array(#"{"keys":[\#(jwk),\#(try TokenForge.p256.jwk())]}"#.utf8))
        #expect(beside.keys.map(\.name) == ["p256"])
    }

    @Test(arguments: [
        #","use":"enc""#, #","use":1"#, #","key_ops":["sign"]"#, #","alg":"RS256""#, #","alg":"none""#, #","alg":1"#,
    ])
    func `a key that is for something else is no key`(more: String) throws {
        #expect(throws: TokenKeySet.Fault.self) { try TokenKeySet(jwks: Array(try TokenForge.p256.jwk(more).utf8)) }
    }

    @Test(arguments: [#","use":"sig""#, #","key_ops":["verify"]"#, #","alg":"ES256""#, #","x5c":[]"#])
    func `a key that is for signatures is one`(more: String) throws {
        #expect(try TokenKeySet(jwks: Array(try TokenForge.p256.jwk(more).utf8)).keys.count == 1)
    }
}
