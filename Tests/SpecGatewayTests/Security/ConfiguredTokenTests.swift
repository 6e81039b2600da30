import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

@Suite("A configuration of tokens")
struct ConfiguredTokenTests {
    private static func scheme(_ text: String) -> String {
        "security:\n  S:\n    \(text)\n"
    }

    @Test(arguments: [
        "jwt: { audience: pets }",
        "jwt: { audience: any, issuer: https://issuer, keys: { url: https://issuer/jwks } }",
        "jwt: { audience: [ a, b ], keys: { metadata: https://issuer/.well-known/openid-configuration } }",
        "jwt: { audience: a, issuer: [ b ], keys: { file: keys.json }, algorithms: [ EdDSA ], leeway: 5s, roles: [ a, b ] }",
        "jwt: { audience: a, issuer: any, keys: { jwks: { keys: [] } }, name: client_id, type: at+jwt, remembered: 5 }",
        "jwt: { audience: a, issuer: b, keys: { secretEnvironment: PATH } }",
        "jwt: { audience: a, issuer: b, keys: { url: http://localhost:9/jwks }, origins: [ http://localhost:9 ] }",
        "introspection: { url: https://issuer/introspect, client: c, secretEnvironment: PATH, acceptedFor: 5s }",
        "certificates: verified",
        "certificates: [ { name: a, subject: CN=a }, { name: b, alternativeName: dns:b, scopes: [ c ] } ]",
    ])
    func `is read`(text: String) throws {
        #expect(GatewayConfiguration.messages(for: Self.scheme(text)) == [])
        #expect(try GatewayConfiguration.parsing(Self.scheme(text)).security["S"] != nil)
    }

    @Test(arguments: [
        ("jwt: {}", #"gateway.yaml:3:10: "jwt" "#, "audience"),
        ("jwt: { audience: a, keys: { url: https://i/k } }", #"gateway.yaml:3:10: "jwt" "#, "issuer"),
        ("jwt: { audience: a, algorithms: [ none ] }", #"gateway.yaml:3:39: "algorithms[0]""#, "RS256"),
        ("jwt: { audience: a, issuer: b, keys: { url: http://i/k } }", #"gateway.yaml:3:49: "url""#, "https"),
        (
            "jwt: { audience: a, issuer: b, keys: { url: https://169.254.169.254/ } }", #"gateway.yaml:3:49: "url""#,
            "https"
        ),
        ("jwt: { audience: a, issuer: b, keys: {} }", #"gateway.yaml:3:42: "keys""#, "exactly one"),
        (
            "jwt: { audience: a, issuer: b, keys: { url: https://i, file: a } }", #"gateway.yaml:3:42: "keys""#,
            "exactly one"
        ),
        ("jwt: { audience: a, origins: [ localhost ] }", #"gateway.yaml:3:36: "origins[0]""#, "origin"),
        ("jwt: { audience: 1 }", #"gateway.yaml:3:22: "audience""#, "text"),
        ("jwt: { audience: a, leeway: 5 }", #"gateway.yaml:3:33: "leeway""#, "duration"),
        ("jwt: { audience: a, isuer: b }", #"gateway.yaml:3:25: "isuer""#, "key"),
        ("introspection: { url: https://i, client: c }", #"gateway.yaml:3:20: "introspection""#, "secretFile"),
        (
            "introspection: { url: https://i, client: c, secretEnvironment: SPECROUTER_NOT_SET }",
            #"gateway.yaml:3:68: "secretEnvironment""#, "not there"
        ),
        (
            "introspection: { url: http://i, client: c, secretEnvironment: PATH }", #"gateway.yaml:3:27: "url""#,
            "https"
        ),
        ("certificates: [ { name: a } ]", #"gateway.yaml:3:21: "certificates[0]""#, "exactly one"),
        ("certificates: any", #"gateway.yaml:3:19: "certificates""#, "verified"),
        (
            "certificates: [ { name: a, alternativeName: b } ]", #"gateway.yaml:3:49: "alternativeName""#, "its kind"
        ),
        ("{ jwt: { audience: a }, accept: any }", #"gateway.yaml:3:5: "S""#, "exactly one"),
    ])
    func `is refused where it is wrong`(text: String, start: String, phrase: String) {
        let messages = GatewayConfiguration.messages(for: Self.scheme(text))
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix(start) == true, "\(messages)")
        #expect(messages.first?.contains(phrase) == true, "\(messages)")
    }
}
