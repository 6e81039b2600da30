import Foundation
import OpenAPIModel
import Testing

@testable import SpecRouter

@Suite("Tokens on the way of a request")
struct TokenPipelineTests {
    static let description = """
        openapi: 3.2.0
        info: { title: Pets, version: 1.0.0 }
        paths:
          /read: { get: { security: [ { OAuth: [read] } ], responses: { '204': { description: ok } } } }
          /admin: { get: { security: [ { OAuth: [read, admin] } ], responses: { '204': { description: ok } } } }
          /either: { get: { security: [ { OAuth: [admin] }, { Key: [] } ], responses: { '204': { description: ok } } } }
          /both: { get: { security: [ { OAuth: [read], Key: [] } ], responses: { '204': { description: ok } } } }
          /maybe: { get: { security: [ { OAuth: [read] }, {} ], responses: { '204': { description: ok } } } }
          /role: { get: { security: [ { Bearer: [keeper] } ], responses: { '204': { description: ok } } } }
          /found: { get: { security: [ { Connect: [read] } ], responses: { '204': { description: ok } } } }
        components:
          securitySchemes:
            OAuth: { type: oauth2, flows: {} }
            Key: { type: apiKey, in: header, name: X-Key }
            Bearer: { type: http, scheme: bearer, bearerFormat: JWT }
            Connect: { type: openIdConnect, openIdConnectUrl: "https://issuer/.well-known/openid-configuration" }
        """

    private static func compilation(_ security: SecurityConfiguration) throws -> Compilation {
        let loaded = DescriptionLoader.load(bytes: Array(description.utf8), uri: "file:///p.yaml", name: "p.yaml") {
            _ in
            []
        }
        var nodes = NodeRegistry()
        nodes.fallback { _ in NodeResponse(status: .noContent) }
        var security = security
        security.now = { TokenForge.now }
        return APICompiler().compile([
            SpecInput(document: try #require(loaded.document), nodes: nodes, security: security)
        ])
    }

    private static func security() throws -> SecurityConfiguration {
        let keys = TokenKeys.jwks(try TokenForge.p256.jwk())
        var roles = TokenRules.pets
        roles.roles = ["realm", "roles"]
        let fetched = FetchedKeys(jwks: Array(try TokenForge.p256.jwk().utf8), issuer: "https://issuer")
        return [
            "OAuth": .tokens(keys, .pets), "Bearer": .tokens(keys, roles), "Key": .apiKeys(.plain(["ann": "key"])),
            "Connect": .discovered(TokenRules(audience: .among(["pets"]))) { url in
                #expect(url == "https://issuer/.well-known/openid-configuration")
                return fetched
            },
        ]
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var path: String
        /// `good` has the scopes read and write, `keeper` a role.
        var token: String?
        var key: String?
        var status: Int
        var challenges: [String]
        var testDescription: String { "\(path) \(token ?? "-") \(key ?? "-")" }

        init(_ path: String, _ token: String?, key: String? = nil, _ status: Int, _ challenges: String...) {
            self.path = path
            self.token = token
            self.key = key
            self.status = status
            self.challenges = challenges
        }
    }

    private static let bearer = #"Bearer realm="Pets""#
    private static let invalid = #"Bearer realm="Pets", error="invalid_token""#
    private static let key = #"ApiKey realm="Pets", in="header", name="X-Key""#

    private static func lacks(_ scope: String) -> String {
        #"Bearer realm="Pets", error="insufficient_scope", scope="\#(scope)""#
    }

    @Test(arguments: [
        Case("/read", "good", 204), Case("/read", nil, 401, bearer), Case("/read", "bad", 401, invalid),
        Case("/admin", "good", 403, lacks("read admin")), Case("/admin", "bad", 401, invalid),
        Case("/either", "good", 403, lacks("admin")), Case("/either", "good", key: "key", 204),
        Case("/either", "bad", key: "wrong", 401, invalid, key), Case("/either", nil, key: "wrong", 401, bearer, key),
        Case("/either", nil, 401, bearer, key),
        // Which of the two is wrong is not said.
        Case("/both", "bad", key: "key", 401, bearer, key), Case("/both", "good", key: "wrong", 401, bearer, key),
        Case("/both", nil, key: nil, 401, bearer, key), Case("/both", "good", key: "key", 204),
        Case("/maybe", "bad", 204), Case("/maybe", nil, 204), Case("/maybe", "good", 204),
        Case("/role", "keeper", 204), Case("/role", "good", 403, lacks("keeper")),
        Case("/role", "scoped", 403, lacks("keeper")),
        Case("/found", "good", 204), Case("/found", "bad", 401, invalid), Case("/found", nil, 401, bearer),
    ])
    func `get the status and challenges of their alternative`(example: Case) async throws {
        let compilation = try Self.compilation(try Self.security())
        let api = try #require(compilation.api, "\(compilation.diagnostics)")
        var fields: [HeaderField] = []
        if let token = example.token { fields.append(("Authorization", "Bearer \(try Self.token(token))")) }
        if let key = example.key { fields.append(("X-Key", key)) }
        let response = await api.respond(
            to: RequestHead(method: "GET", target: example.path, fields: fields, requestID: "1"))
        #expect(response.status == example.status)
        #expect(response.fields.filter { $0.name == "WWW-Authenticate" }.map(\.value) == example.challenges)
    }

    private static func token(_ name: String) throws -> String {
        let start = #"{"iss":"https://issuer","aud":"pets","sub":"ann","exp":1000060"#
        switch name {
        case "keeper": return try TokenForge.p256.token(start + #","realm":{"roles":["keeper"]}}"#)
        case "scoped": return try TokenForge.p256.token(start + #","scope":"keeper"}"#)
        case "good": return try TokenForge.p256.token()
        default: return try TokenForge.p256.token() + "AAAA"
        }
    }

    @Test func `get 503 while there are no keys, and are not lost over it`() async throws {
        struct Down: Error {}
        var security = try Self.security()
        security["Connect"] = .discovered(TokenRules(audience: .any)) { _ in throw Down() }
        let api = try #require(try Self.compilation(security).api)
        for (token, status) in [("good", 503), ("nonsense", 401)] {
            let text = token == "good" ? try Self.token(token) : token
            let head = RequestHead(
                method: "GET", target: "/found", fields: [("Authorization", "Bearer \(text)")], requestID: "1")
            let response = await api.respond(to: head)
            #expect(response.status == status)
            #expect(response.fields.contains { $0.name == "Retry-After" } == (status == 503))
        }
    }

    @Test func `keep an API from being served when their verifier does not suit`() throws {
        var security = try Self.security()
        security["OAuth"] = .discovered(TokenRules(audience: .any)) { _ in FetchedKeys(jwks: []) }
        security["Bearer"] = .tokens(.jwks("{}"), .pets)
        let compilation = try Self.compilation(security)
        #expect(compilation.api == nil)
        #expect(Set(compilation.diagnostics.map(\.code)).isSuperset(of: [.unsuitableVerifier, .unusableCredentials]))
    }
}
