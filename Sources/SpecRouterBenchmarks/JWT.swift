import ArgumentParser
import Crypto
import Foundation
import SpecRouter

/// Admits requests with JSON Web Tokens, seen for the first time and again.
struct JWT: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Admits requests with signed tokens: with an API key for comparison, with a new token, and with a known one."
    )

    @OptionGroup var output: OutputOptions

    private static let description = """
        {"openapi": "3.1.0", "info": {"title": "", "version": ""}, "security": [{"S": []}],
         "components": {"securitySchemes": {"S": {"type": "http", "scheme": "bearer"}}},
         "paths": {"/": {"get": {"x-entry-node-id": "transfers.list", "responses": {"200": {"description": ""}}}}}}
        """

    func run() throws {
        let key = try admission(.bearer(.plain(["ann": "key"])), "key")
        output.show(Row("API key").with("admit", Samples.median(of: key), .nanoseconds))
        let p256 = P256.Signing.PrivateKey()
        let raw = p256.publicKey.rawRepresentation
        try show(
            "ES256",
            #""kty":"EC","crv":"P-256","x":"\#(Self.encoded(raw.prefix(32)))","y":"\#(Self.encoded(raw.suffix(32)))""#
        ) {
            try p256.signature(for: $0).rawRepresentation
        }
        let ed25519 = Curve25519.Signing.PrivateKey()
        let point = Self.encoded(ed25519.publicKey.rawRepresentation)
        try show("EdDSA", #""kty":"OKP","crv":"Ed25519","x":"\#(point)""#) { try ed25519.signature(for: $0) }
    }

    private func show(_ algorithm: String, _ key: String, _ sign: (Data) throws -> Data) throws {
        let header = #"{"alg":"\#(algorithm)","kid":"key-1","typ":"at+jwt"}"#
        let claims = """
            {"iss":"https://login.example.com/realms/pets","aud":["pets","account"],"sub":"1f3d6f6c-1f0e-4c7a-9d7e-0c6a3d1c9b11",
            "exp":\(Int(Date().timeIntervalSince1970) + 3600),"iat":1700000000,"jti":"b1d4f5d2-5f7e-4a54-8f1c-8d6d0b4a9c55",
            "scope":"openid pets:read pets:write","client_id":"web","realm_access":{"roles":["keeper","visitor"]}}
            """
        let text = "\(Self.encoded(header.utf8)).\(Self.encoded(claims.utf8))"
        let token = "\(text).\(Self.encoded(try sign(Data(text.utf8))))"
        let keys = TokenKeys.jwks(#"{"keys":[{\#(key),"kid":"key-1","use":"sig"}]}"#)
        var rules = TokenRules(issuer: .among(["https://login.example.com/realms/pets"]), audience: .among(["pets"]))
        let again = try admission(.tokens(keys, rules), token)
        rules.remembered = 0
        let first = try admission(.tokens(keys, rules), token)
        output.show(
            Row("\(algorithm), \(token.utf8.count) octets")
                .with("first", Samples.median(of: first), .nanoseconds)
                .with("again", Samples.median(of: again), .nanoseconds)
                .with("allocations again", try Heap.allocations { again() }, .count))
    }

    private func admission(_ verifier: CredentialVerifier, _ token: String) throws -> () -> Void {
        let api = try BenchmarkInput.compile(Array(Self.description.utf8), security: ["S": verifier])
        let head = RequestHead(
            method: "GET", target: "/", fields: [("Host", "a"), ("Authorization", "Bearer \(token)")], requestID: "1")
        guard case .read = api.admit(head) else { throw ValidationError("The token is not accepted.") }
        return { _ = api.admit(head) }
    }

    private static func encoded(_ octets: some Sequence<UInt8>) -> String {
        Data(octets).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
