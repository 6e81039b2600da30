import OpenAPIModel
import Testing

@testable import SpecRouter

@Suite struct SecurityCompilationTests {
    static let description = #"""
        {"openapi": "3.1.0", "info": {"title": "The \"API\" é", "version": "1"},
         "security": [{"key": []}],
         "paths": {
           "/key": {"get": {"responses": {"200": {"description": ""}}}},
           "/again": {"get": {"responses": {"200": {"description": ""}}}},
           "/open": {"get": {"security": [], "responses": {"200": {"description": ""}}}},
           "/optional": {"get": {"security": [{}, {"key": []}], "responses": {"200": {"description": ""}}}},
           "/either": {"get": {"security": [{"key": []}, {"basic": [], "cookie": []}], "responses": {"200": {"description": ""}}}},
           "/bearer": {"get": {"security": [{"token": ["write"]}, {"oauth": ["write"]}], "responses": {"200": {"description": ""}}}},
           "/query": {"get": {"security": [{"query": []}], "responses": {"200": {"description": ""}}}},
           "/tls": {"get": {"security": [{"tls": []}], "responses": {"200": {"description": ""}}}},
           "/digest": {"get": {"security": [{"digest": []}], "responses": {"200": {"description": ""}}}}},
         "components": {"securitySchemes": {
           "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
           "cookie": {"type": "apiKey", "in": "cookie", "name": "session"},
           "query": {"type": "apiKey", "in": "query", "name": "key[]"},
           "basic": {"type": "http", "scheme": "Basic"},
           "token": {"type": "http", "scheme": "bearer"},
           "digest": {"type": "http", "scheme": "digest"},
           "oauth": {"type": "oauth2", "flows": {}},
           "tls": {"type": "mutualTLS"}}}}
        """#

    private static func compile(
        _ configuration: SecurityConfiguration, _ paths: [String]
    ) throws -> (plans: [SecurityPlan], diagnostics: [Diagnostic]) {
        let loaded = DescriptionLoader.load(
            bytes: Array(description.utf8), uri: "file:///api.json", name: "api.json"
        ) { _ in [] }
        let document = try #require(loaded.document)
        var diagnostics: [Diagnostic] = []
        let plans = try paths.map { path in
            let operation = try #require(document.operations.first { $0.path == path })
            return SecurityPlan(
                operation: operation, document: document, configuration: configuration, diagnostics: &diagnostics)
        }
        return (plans, diagnostics)
    }

    private static func outcome(_ plan: SecurityPlan, _ fields: [HeaderField] = [], query: String = "") -> String {
        let head = RequestHead(method: "GET", target: "/", fields: fields, requestID: "1")
        let query = Array(query.utf8)
        switch plan.verify(head, query: query.span) {
        case .granted(let principals): return principals.map { "\($0.scheme)=\($0.name)" }.joined(separator: "+")
        case .refused(let problem): return problem.kind.rawValue
        case .later: return "later"
        }
    }

    @Test(arguments: [
        ("/key", ["X-API-Key": "k"], "key=a"), ("/key", ["x-api-key": "k"], "key=a"), ("/key", [:], "unauthorized"),
        ("/open", [:], ""), ("/optional", [:], ""), ("/optional", ["X-API-Key": "k"], "key=a"),
        ("/either", ["X-API-Key": "k"], "key=a"),
        ("/either", ["Authorization": "Basic dTpw", "Cookie": "session=c"], "basic=u+cookie=s"),
        ("/either", ["Authorization": "Basic dTpw"], "unauthorized"),
        ("/bearer", ["Authorization": "Bearer w"], "token=writer"),
        ("/bearer", ["Authorization": "Bearer r"], "forbidden"),
        ("/bearer", ["Authorization": "Bearer x"], "unauthorized"),
    ])
    func `an operation lets in whom its requirement names`(path: String, fields: [String: String], expected: String)
        throws
    {
        let tokens = KeyStore([
            .init(name: "writer", sha256: SecretHash(of: "w"), scopes: ["write"]),
            .init(name: "reader", sha256: SecretHash(of: "r"), scopes: ["read"]),
        ])
        let configuration: SecurityConfiguration = [
            "key": .apiKeys(.plain(["a": "k"])), "basic": .basic(.plain(["u": "p"])),
            "cookie": .apiKeys(.plain(["s": "c"])), "token": .bearer(tokens), "oauth": .bearer(tokens),
        ]
        let (plans, diagnostics) = try Self.compile(configuration, [path])
        #expect(diagnostics.isEmpty)
        #expect(Self.outcome(plans[0], fields.map { ($0, $1) }) == expected)
    }

    @Test func `a key in the query is found and its name known`() throws {
        let (plans, _) = try Self.compile(["query": .apiKeys(.plain(["a": "k +"]))], ["/query"])
        #expect(plans[0].queryNames == ["key[]"])
        #expect(Self.outcome(plans[0], query: "x=1&key%5B%5D=k+%2B") == "query=a")
        #expect(Self.outcome(plans[0], query: "x=1&key%5B%5D=k++") == "unauthorized")
    }

    @Test(arguments: [
        ("/key", [#"ApiKey realm="The \"API\" ?", in="header", name="X-API-Key""#]),
        (
            "/either",
            [
                #"ApiKey realm="The \"API\" ?", in="header", name="X-API-Key""#,
                #"Basic realm="The \"API\" ?", charset="UTF-8""#,
                #"ApiKey realm="The \"API\" ?", in="cookie", name="session""#,
            ]
        ),
        ("/bearer", [#"Bearer realm="The \"API\" ?""#]), ("/digest", [#"Digest realm="The \"API\" ?""#]),
    ])
    func `401 challenges for every alternative, once for each`(path: String, challenges: [String]) throws {
        for configuration in [SecurityConfiguration(), .acceptAny] {
            let (plans, _) = try Self.compile(configuration, [path])
            let head = RequestHead(method: "GET", target: "/", requestID: "1")
            let query: [UInt8] = []
            guard case .refused(let problem) = plans[0].verify(head, query: query.span) else {
                Issue.record("let in")
                return
            }
            #expect(problem.status == 401)
            #expect(problem.fields.map(\.value) == challenges)
        }
    }

    @Test func `a scheme without a verifier is an error, said once, with its place and what to do`() throws {
        let (plans, diagnostics) = try Self.compile([:], ["/key", "/again", "/open", "/optional"])
        #expect(diagnostics.map(\.code) == [.unverifiedSecurityScheme])
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.message.contains("\"key\" (an API key in the header \"X-API-Key\")"))
        #expect(diagnostic.location?.line == 2)
        #expect(diagnostic.hint?.contains("key: { keys: [") == true)
        #expect(diagnostic.hint?.contains("\"key\": .apiKeys(") == true)
        #expect(plans.map { Self.outcome($0, [("X-API-Key", "k")]) } == ["unauthorized", "unauthorized", "", ""])
    }

    @Test func `a scheme without a verifier is no error where another alternative has one`() throws {
        let (plans, diagnostics) = try Self.compile(["key": .apiKeys(.plain(["a": "k"]))], ["/either"])
        #expect(diagnostics.isEmpty)
        #expect(Self.outcome(plans[0], [("X-API-Key", "k")]) == "key=a")
        #expect(Self.outcome(plans[0], [("Authorization", "Basic dTpw"), ("Cookie", "session=c")]) == "unauthorized")
    }

    @Test(arguments: [
        (CredentialVerifier.apiKeys(KeyStore([])), "It holds no keys."),
        (.apiKeys(.environment("KEYS", in: [:])), "The environment variable \"KEYS\" is not set."),
        (.apiKeys(.plain(["a": "k1-secret", "b": "k1-secret"])), "are the same key"),
        (.basic(.plain(["a": "b"])), "checks users, but the scheme is an API key"),
    ])
    func `a verifier that cannot serve is an error, without a key in it`(verifier: CredentialVerifier, part: String)
        throws
    {
        for path in ["/key", "/optional"] {
            let (plans, diagnostics) = try Self.compile(["key": verifier], [path])
            #expect(diagnostics.count == 1)
            #expect(diagnostics.first?.severity == .error)
            #expect(diagnostics.first?.message.contains(part) == true)
            #expect(diagnostics.contains { "\($0)".contains("k1-secret") } == false)
            #expect(Self.outcome(plans[0], [("X-API-Key", "k1-secret")]) == (path == "/key" ? "unauthorized" : ""))
        }
    }

    @Test(arguments: [
        ("/key", ["X-API-Key": "anything"], "key=unverified"), ("/key", [:], "unauthorized"),
        ("/either", ["Authorization": "Basic dTpw", "Cookie": "session=c"], "basic=unverified+cookie=unverified"),
        ("/bearer", ["Authorization": "Bearer whatever"], "token=unverified"),
        ("/digest", ["Authorization": "Digest a=b"], "digest=unverified"),
    ])
    func `any credential is accepted where that is asked for`(path: String, fields: [String: String], expected: String)
        throws
    {
        let (plans, diagnostics) = try Self.compile(.acceptAny, [path])
        #expect(diagnostics.isEmpty)
        #expect(Self.outcome(plans[0], fields.map { ($0, $1) }) == expected)
    }

    @Test func `mutual TLS lets nobody in without a certificate`() throws {
        let configurations: [(SecurityConfiguration, [Diagnostic.Code])] = [
            (SecurityConfiguration(), [.unverifiedSecurityScheme]), (.acceptAny, []),
            (["tls": .custom { _ in nil }], []), (["tls": .certificates(.verified)], []),
            (["tls": .certificates(CertificateStore([]))], [.unusableCredentials]),
        ]
        for (configuration, codes) in configurations {
            let (plans, diagnostics) = try Self.compile(configuration, ["/tls"])
            #expect(diagnostics.map(\.code) == codes)
            #expect(Self.outcome(plans[0]) == "unauthorized")
        }
    }
}
