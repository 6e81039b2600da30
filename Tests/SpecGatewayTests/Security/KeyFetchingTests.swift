import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct KeyFetchingTests {
    private static let jwks = #"{"keys":[]}"#

    private static func metadata(_ issuer: String, _ keys: String = "https://issuer/jwks") -> ScriptedNetwork.Page {
        .text(#"{"issuer":"\#(issuer)","jwks_uri":"\#(keys)"}"#)
    }

    private static func fetching(_ network: ScriptedNetwork, origins: [String] = []) -> KeyFetching {
        let origins = ReferencePolicy(origins: origins).allowed
        return KeyFetching(origins: origins) { try network.send($0, $1, $2) }
    }

    @Test(arguments: [
        ("https://issuer/jwks", true), ("https://issuer:8443/jwks?a=b", true), ("http://allowed:9000/jwks", true),
        ("http://issuer/jwks", false), ("http://allowed/jwks", false), ("https://169.254.169.254/jwks", false),
        ("http://169.254.169.254/jwks", false), ("https://[fe80::1]/", false),
        ("https://metadata.google.internal/", false),
        ("https://2852039166/", false), ("file:///etc/passwd", false), ("https://user:pw@issuer/", false), ("", false),
        ("jwks", false),
    ])
    func `only https and what is allowed by name is asked`(url: String, isAsked: Bool) async throws {
        let network = ScriptedNetwork([url: .text(Self.jwks)])
        let fetching = Self.fetching(network, origins: ["http://allowed:9000", "http://169.254.169.254"])
        let keys = try? await fetching.keys(url)
        #expect((keys != nil) == isAsked)
        #expect(network.requests.count == (isAsked ? 1 : 0))
    }

    @Test(arguments: [
        ("https://other/jwks", true), ("http://issuer/jwks2", false), ("https://169.254.169.254/", false),
        ("http://allowed:9000/jwks", false),
    ])
    func `redirects do not lead astray`(target: String, isFollowed: Bool) async throws {
        let network = ScriptedNetwork(["https://issuer/jwks": .redirect(target), target: .text(Self.jwks)])
        let fetching = Self.fetching(network, origins: ["http://allowed:9000"])
        let keys = try? await fetching.keys("https://issuer/jwks")
        #expect((keys != nil) == isFollowed)
    }

    @Test func `what is allowed by name alone leads nowhere else`() async throws {
        let network = ScriptedNetwork([
            "http://allowed:9000/a": .redirect("http://other/b"), "http://other/b": .text(Self.jwks),
            "http://allowed:9000/c": .redirect("/d"), "http://allowed:9000/d": .text(Self.jwks),
        ])
        let fetching = Self.fetching(network, origins: ["http://allowed:9000"])
        await #expect(throws: KeyFetching.Fault.self) { try await fetching.keys("http://allowed:9000/a") }
        #expect(try await fetching.keys("http://allowed:9000/c").jwks == Array(Self.jwks.utf8))
    }

    @Test(arguments: [
        ("https://issuer/.well-known/openid-configuration", "https://issuer", true),
        ("https://issuer/.well-known/openid-configuration", "https://issuer/", true),
        ("https://issuer/realm/a/.well-known/openid-configuration", "https://issuer/realm/a", true),
        ("https://issuer/.well-known/oauth-authorization-server", "https://issuer", true),
        ("https://issuer/.well-known/oauth-authorization-server/realm/a", "https://issuer/realm/a", true),
        ("https://issuer:8443/.well-known/oauth-authorization-server", "https://issuer:8443", true),
        ("https://issuer/.well-known/openid-configuration", "https://other", false),
        ("https://issuer/.well-known/oauth-authorization-server/realm/a", "https://issuer/realm/b", false),
        ("https://issuer/.well-known/oauth-authorization-server/realm/a", "https://issuer", false),
        ("https://issuer/realm/b/.well-known/openid-configuration", "https://issuer/realm/a", false),
        ("https://issuer/uploads/mine.json", "https://issuer", false),
        ("https://issuer/.well-known/openid-configuration?x=https://issuer", "https://issuer", false),
        ("https://issuer/.well-known/openid-configuration", "", false),
    ])
    func `metadata is where its issuer's is, or the issuer is named`(url: String, issuer: String, isTrue: Bool) async {
        let network = ScriptedNetwork([url: Self.metadata(issuer), "https://issuer/jwks": .text(Self.jwks)])
        let fetching = Self.fetching(network)
        #expect((try? await fetching.keys(metadata: url, of: .announced))?.issuer == (isTrue ? issuer : nil))
        #expect((try? await fetching.keys(metadata: url, of: .among([issuer])))?.issuer == issuer)
        #expect((try? await fetching.keys(metadata: url, of: .among(["https://elsewhere"]))) == nil)
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"issuer":"https://issuer"}"#, #"{"jwks_uri":"https://issuer/jwks"}"#,
        #"{"issuer":1,"jwks_uri":2}"#, #"{"issuer":"https://issuer","jwks_uri":"http://issuer/jwks"}"#,
        #"{"issuer":"https://issuer","jwks_uri":"https://169.254.169.254/latest"}"#,
        #"{"issuer":"https://issuer","jwks_uri":"/jwks"}"#,
    ])
    func `bad metadata gives no keys`(metadata: String) async {
        let url = "https://issuer/.well-known/openid-configuration"
        let network = ScriptedNetwork([url: .text(metadata), "http://issuer/jwks": .text(Self.jwks)])
        await #expect(throws: (any Error).self) { try await Self.fetching(network).keys(metadata: url, of: .announced) }
        #expect(network.requests.count == 1)
    }

    @Test(arguments: [404, 401, 500, 204, 304])
    func `what is not status 200 gives no keys`(status: Int) async {
        let network = ScriptedNetwork(["https://issuer/jwks": .status(status)])
        await #expect(throws: KeyFetching.Fault.self) { try await Self.fetching(network).keys("https://issuer/jwks") }
    }

    @Test(
        arguments: [
            (nil, nil), ("max-age=600", 600), ("public, max-age=600, must-revalidate", 600), ("MAX-AGE=5", 5),
            ("no-store", 0), ("no-cache, max-age=600", 0), ("max-age=-1", nil), ("max-age=99999999999999999999", nil),
            ("max-age=", nil), ("private", nil), ("s-maxage=9", nil),
        ] as [(String?, Int?)])
    func `freshness is what the answer says`(field: String?, seconds: Int?) {
        let hop = Fetcher.Hop(status: 200, fields: field.map { [("Cache-Control", $0)] } ?? [], body: [])
        #expect(CacheControl.lifetime(hop) == seconds.map { .seconds($0) })
    }
}
