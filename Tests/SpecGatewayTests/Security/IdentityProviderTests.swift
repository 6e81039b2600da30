import FoundationEssentials
import SpecRouter
import Testing

@testable import SpecGateway

/// Tokens of a third party's code, over sockets: from the identity provider to a client and to the gateway.
@Suite("Tokens of an identity provider", .needsIdentityProvider, .serialized)
struct IdentityProviderTests {
    private let provider: IdentityProvider

    init() throws {
        provider = try #require(IdentityProvider.shared)
    }

    private var description: String {
        """
        openapi: 3.2.0
        info: { title: Pets, version: "1" }
        paths:
          /connect: { get: { security: [ { Connect: [read] } ], responses: { default: { description: "", content: { "*/*": {} } } } } }
          /oauth: { get: { security: [ { OAuth: [read, write] } ], responses: { default: { description: "", content: { "*/*": {} } } } } }
          /bearer: { get: { security: [ { Bearer: [keeper] } ], responses: { default: { description: "", content: { "*/*": {} } } } } }
          /plain: { get: { security: [ { Plain: [] } ], responses: { default: { description: "", content: { "*/*": {} } } } } }
          /opaque: { get: { security: [ { Opaque: [read] } ], responses: { default: { description: "", content: { "*/*": {} } } } } }
        components:
          securitySchemes:
            Connect: { type: openIdConnect, openIdConnectUrl: "\(provider.address)/.well-known/openid-configuration" }
            OAuth:
              type: oauth2
              oauth2MetadataUrl: "\(provider.address)/.well-known/oauth-authorization-server"
              flows: { clientCredentials: { tokenUrl: "\(provider.address)/token", scopes: { read: r, write: w } } }
            Bearer: { type: http, scheme: bearer, bearerFormat: JWT }
            Plain: { type: http, scheme: bearer }
            Opaque: { type: oauth2, flows: { clientCredentials: { tokenUrl: "\(provider.address)/token", scopes: { read: r } } } }
        """
    }

    private var configuration: String {
        let origins = #"origins: [ "\#(provider.address)" ]"#
        return """
            specs: [ { source: pets.yaml } ]
            fallback: echo
            security:
              Connect: { jwt: { audience: pets, refetch: 1ms, \(origins) } }
              OAuth: { jwt: { audience: [ pets, cars ], algorithms: [ ES256, RS256 ], \(origins) } }
              Bearer:
                jwt:
                  keys: { url: "\(provider.address)/jwks" }
                  issuer: "\(provider.address)"
                  audience: pets
                  roles: [ realm_access, roles ]
                  type: at+jwt
                  \(origins)
              Plain: { jwt: { keys: { metadata: "\(provider.address)/.well-known/openid-configuration" }, audience: pets, \(origins) } }
              Opaque:
                introspection:
                  url: "\(provider.address)/introspect"
                  client: gate way
                  secretFile: secret
                  audience: pets
                  \(origins)
            """
    }

    /// Runs a gateway while `body` talks to it at a port.
    private func serving(limits: Limits = Limits(), _ body: (Int) async throws -> Void) async throws {
        try await withDirectory { directory in
            try write(description, to: directory + "/pets.yaml")
            try write("gate:way & secret\n", to: directory + "/secret")
            var configuration = try GatewayConfiguration.parsing(configuration, directory: directory + "/")
            configuration.limits = limits
            try await GatewayTests().running(Gateway(configuration)) { port, _ in try await body(port) }
        }
    }

    private func answer(_ path: String, _ token: String?, port: Int) async throws -> Answer {
        let authorization = token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
        let client = try await SocketClient(port: port)
        client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\(authorization)\r\n")
        let answer = await client.answers(1).first
        await client.close()
        return try #require(answer)
    }

    @Test(arguments: ["service", "service-eddsa", "service-rsa"])
    func `of clients are accepted with the scopes that they have`(client: String) async throws {
        let token = try await provider.token(client, "service secret", scope: "read")
        let both = try await provider.token(client, "service secret", scope: "read write")
        try await serving { port in
            // Keys are fetched for the first, and the second is remembered.
            for _ in 0..<2 { #expect(try await answer("/connect", token, port: port).status == 200) }
            #expect(try await answer("/plain", token, port: port).status == 200)
            let lacking = try await answer("/oauth", token, port: port)
            let isAllowed = client != "service-eddsa"
            #expect(lacking.status == (isAllowed ? 403 : 401))
            #expect(
                lacking.fields["www-authenticate"]
                    == (isAllowed
                        ? #"Bearer realm="Pets", error="insufficient_scope", scope="read write""#
                        : #"Bearer realm="Pets", error="invalid_token""#))
            #expect(try await answer("/oauth", both, port: port).status == (isAllowed ? 200 : 401))
            #expect(try await answer("/bearer", both, port: port).status == 403)
        }
    }

    @Test func `of users are accepted with their roles`() async throws {
        let token = try await provider.token("app", "app secret", user: ("ann", "ann's password"), scope: "read")
        try await serving { port in
            #expect(try await answer("/bearer", token, port: port).status == 200)
            #expect(try await answer("/connect", token, port: port).status == 200)
            let none = try await answer("/bearer", nil, port: port)
            #expect(none.status == 401)
            #expect(none.fields["www-authenticate"] == #"Bearer realm="Pets""#)
        }
    }

    @Test func `that are forged are refused, each for its reason and none with it`() async throws {
        let kinds = [
            "none", "hmac", "issuer", "audience", "expired", "early", "kid", "stranger", "truncated",
        ]
        try await serving { port in
            for kind in ["good", "eddsa"] {
                #expect(try await answer("/connect", try await provider.forged(kind), port: port).status == 200)
            }
            for kind in kinds {
                let refusal = try await answer("/connect", try await provider.forged(kind), port: port)
                #expect(refusal.status == 401, "\(kind)")
                #expect(refusal.fields["www-authenticate"] == #"Bearer realm="Pets", error="invalid_token""#, "\(kind)")
            }
            #expect(try await answer("/connect", try await provider.forged("scope"), port: port).status == 403)
            #expect(try await answer("/bearer", try await provider.forged("good"), port: port).status == 401)
        }
    }

    @Test func `that are too long are refused unread`() async throws {
        let (long, large) = (try await provider.forged("long"), try await provider.forged("large"))
        try await serving { (port) async throws in
            #expect(try await answer("/connect", long, port: port).status == 200)
            #expect(try await answer("/connect", large, port: port).status == 431)
        }
        var limits = Limits()
        limits.headBytes = 4 << 20
        try await serving(limits: limits) { (port) async throws in
            #expect(try await answer("/connect", large, port: port).status == 401)
        }
    }

    @Test func `are accepted after their keys were rotated, and the old ones are not`() async throws {
        let old = try await provider.token("service", "service secret", scope: "read")
        try await serving { port in
            #expect(try await answer("/connect", old, port: port).status == 200)
            try await provider.rotate()
            let new = try await provider.token("service", "service secret", scope: "read")
            #expect(try await answer("/connect", new, port: port).status == 200)
            #expect(try await answer("/connect", old, port: port).status == 401)
        }
    }

    @Test func `that are opaque are asked about once, and refused once they are revoked`() async throws {
        let token = try await provider.token("opaque", "opaque secret", scope: "read")
        let poor = try await provider.token("opaque", "opaque secret", scope: "write")
        let user = try await provider.token(
            "opaque-app", "opaque secret", user: ("ann", "ann's password"), scope: "read")
        let revoked = try await provider.token("opaque", "opaque secret", scope: "read")
        try await provider.revoke(revoked)
        try await serving { port in
            let before = try await provider.questions()
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { try await answer("/opaque", token, port: port).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 200, count: 8))
            #expect(try await provider.questions() == before + 1)
            #expect(try await answer("/opaque", user, port: port).status == 200)
            #expect(try await answer("/opaque", poor, port: port).status == 403)
            for token in [revoked, "nonsense", try await provider.forged("good")] {
                #expect(try await answer("/opaque", token, port: port).status == 401)
            }
        }
    }
}
