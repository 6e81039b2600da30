import Foundation
import OpenAPIModel
import Testing

@testable import SpecRouter

@Suite struct SecurityPlanTests {
    private static let now = Date(timeIntervalSince1970: 1_000_000)

    private static func check(
        _ name: String, _ verifier: CredentialVerifier?, scopes: [String] = [], _ form: CredentialForm = .apiKey,
        _ placement: CredentialPlacement? = nil
    ) -> SchemeCheck {
        SchemeCheck(
            name: name, form: form, placement: placement ?? .header(name: name), method: verifier?.method,
            scopes: scopes, now: { now })
    }

    private static func keys(_ name: String) -> CredentialVerifier {
        .apiKeys(
            KeyStore([
                .init(name: "\(name)-reader", sha256: SecretHash(of: "r"), scopes: ["read"]),
                .init(name: "\(name)-writer", sha256: SecretHash(of: "w"), scopes: ["read", "write"]),
                .init(name: "\(name)-old", sha256: SecretHash(of: "old"), expires: now),
            ]))
    }

    private static let challenges = Challenges([
        .init(challenges: [Challenge(.apiKey(location: .header, name: "a"), realm: "x")])
    ])

    private static func plan(
        _ alternatives: [[SchemeCheck]], _ anonymous: SecurityPlan.Anonymous = .refused
    ) -> SecurityPlan {
        SecurityPlan(alternatives, anonymous: anonymous, challenges: challenges)
    }

    /// The principals' names, else the problem's code.
    private static func outcome(_ plan: SecurityPlan, _ fields: [String: String]) async -> String {
        let head = RequestHead(method: "GET", target: "/", fields: fields.map { ($0, $1) }, requestID: "1")
        let query: [UInt8] = []
        var verdict = plan.verify(head, query: query.span)
        if case .later(let wait) = verdict { verdict = await wait() }
        switch verdict {
        case .granted(let principals): return principals.map(\.name).joined(separator: "+")
        case .refused(let problem): return problem.kind.rawValue
        case .later: return "later again"
        }
    }

    @Test(arguments: [
        ([:], "unauthorized"), (["a": "r"], "a-reader"), (["a": "w"], "a-writer"), (["a": "x"], "unauthorized"),
        (["a": "old"], "unauthorized"), (["a": "r", "b": "x"], "a-reader"),
        (["b": "r", "c": "w"], "b-reader+c-writer"),
        (["b": "r"], "unauthorized"), (["b": "r", "c": "x"], "unauthorized"),
        (["a": "x", "b": "r", "c": "r"], "forbidden"),
        (["c": "w"], "unauthorized"),
    ])
    func `an operation takes a or (b and c, which writes)`(fields: [String: String], expected: String) async {
        let plan = Self.plan([
            [Self.check("a", Self.keys("a"))],
            [Self.check("b", Self.keys("b")), Self.check("c", Self.keys("c"), scopes: ["write"])],
        ])
        #expect(await Self.outcome(plan, fields) == expected)
    }

    @Test(arguments: [([:], ""), (["a": "r"], "a-reader"), (["a": "x"], "")])
    func `an optional scheme names who shows its key`(fields: [String: String], expected: String) async {
        #expect(await Self.outcome(Self.plan([[Self.check("a", Self.keys("a"))]], .admitted), fields) == expected)
    }

    @Test func `nothing required lets everybody in`() async {
        #expect(await Self.outcome(.open, [:]) == "")
    }

    @Test func `no alternative that can be met lets nobody in`() async {
        #expect(await Self.outcome(Self.plan([]), ["a": "r"]) == "unauthorized")
        #expect(await Self.outcome(Self.plan([[Self.check("a", nil)]]), ["a": "r"]) == "unauthorized")
    }

    @Test(arguments: [
        (CredentialForm.apiKey, "k", true), (.apiKey, "", false),
        (.basic, "Basic YTpi", true), (.basic, "Basic YQ==", false), (.basic, "Bearer YTpi", false),
        (.bearer, "Bearer abc", true), (.bearer, "Bearer a b", false), (.bearer, "abc", false),
        (.other(scheme: "digest"), "Digest username=\"a\"", true), (.other(scheme: "digest"), "Basic YTpi", false),
    ])
    func `accepting any credential still demands its form`(form: CredentialForm, value: String, accepted: Bool) async {
        let placement: CredentialPlacement =
            switch form {
            case .apiKey: .header(name: "authorization")
            case .basic: .authorization(scheme: "basic")
            case .bearer: .authorization(scheme: "bearer")
            case .other(let scheme): .authorization(scheme: scheme)
            }
        let plan = Self.plan([[Self.check("s", .acceptAny, scopes: ["anything"], form, placement)]])
        #expect(await Self.outcome(plan, ["Authorization": value]) == (accepted ? "unverified" : "unauthorized"))
    }

    @Test func `a client certificate is never seen in a field`() async {
        let plan = Self.plan([[Self.check("s", .acceptAny, .other(scheme: ""), .clientCertificate)]])
        #expect(await Self.outcome(plan, ["s": "x"]) == "unauthorized")
    }

    @Test(arguments: [
        (["a": "good"], "custom"), (["a": "bad"], "unauthorized"), (["a": "poor"], "forbidden"), ([:], "unauthorized"),
    ])
    func `a verifier of one's own is asked`(fields: [String: String], expected: String) async {
        let verifier = CredentialVerifier.custom { credential in
            guard case .apiKey(let key) = credential, key.revealed != "bad" else { return nil }
            return Principal(name: "custom", scheme: "", scopes: key.revealed == "good" ? ["read"] : [])
        }
        #expect(await Self.outcome(Self.plan([[Self.check("a", verifier, scopes: ["read"])]]), fields) == expected)
    }

    @Test func `a verifier that waits is not asked when another alternative is met`() async {
        let verifier = CredentialVerifier.custom { _ in
            Issue.record("asked")
            return nil
        }
        let plan = Self.plan([[Self.check("a", verifier)], [Self.check("b", Self.keys("b"))]])
        #expect(await Self.outcome(plan, ["a": "x", "b": "r"]) == "b-reader")
        let both = Self.plan([[Self.check("a", verifier), Self.check("b", Self.keys("b"))]])
        #expect(await Self.outcome(both, ["a": "x", "b": "x"]) == "unauthorized")
    }

    @Test func `the principals stand in the order of the schemes, waited for or not`() async {
        let verifier = CredentialVerifier.custom { _ in Principal(name: "waited", scheme: "") }
        let plan = Self.plan([
            [Self.check("a", Self.keys("a")), Self.check("b", verifier), Self.check("c", Self.keys("c"))]
        ])
        #expect(await Self.outcome(plan, ["a": "r", "b": "x", "c": "w"]) == "a-reader+waited+c-writer")
    }

    @Test func `a principal knows its scheme and scopes`() async throws {
        let head = RequestHead(method: "GET", target: "/", fields: [("a", "r")], requestID: "1")
        let query: [UInt8] = []
        let verdict = Self.plan([[Self.check("a", Self.keys("a"))]]).verify(head, query: query.span)
        guard case .granted(let principals) = verdict else {
            Issue.record("refused")
            return
        }
        #expect(principals == [Principal(name: "a-reader", scheme: "a", scopes: ["read"])])
    }

    @Test func `the challenge goes with 401`() {
        let head = RequestHead(method: "GET", target: "/", requestID: "1")
        let query: [UInt8] = []
        guard case .refused(let problem) = Self.plan([]).verify(head, query: query.span) else {
            Issue.record("let in")
            return
        }
        #expect(problem.status == 401)
        #expect(problem.fields.map(\.name) == ["WWW-Authenticate"])
    }

    @Test func `passwords are verified, and too many at a time are put off`() async {
        let users = UserStore([.init(name: "a", password: PasswordHash(hashing: Secret("b"), iterations: 1_000))])
        let plan = Self.plan([[Self.check("s", .basic(users), .basic, .authorization(scheme: "basic"))]])
        for _ in 0..<2 {
            #expect(await Self.outcome(plan, ["Authorization": "Basic YTpi"]) == "a")
            #expect(await Self.outcome(plan, ["Authorization": "Basic YTpj"]) == "unauthorized")
            #expect(await Self.outcome(plan, ["Authorization": "Basic Yjpi"]) == "unauthorized")
        }
    }

    @Test func `the query's credential names are known`() {
        let checks = [Self.check("a", nil, .apiKey, .query(name: Array("key[]".utf8))), Self.check("b", nil)]
        #expect(Self.plan([checks]).queryNames == ["key[]"])
    }
}
