import Foundation
import Testing

@testable import SpecRouter

@Suite struct BasicCredentialTests {
    static func encoded(_ text: String) -> Substring { Data(text.utf8).base64EncodedString()[...] }

    @Test(arguments: [
        ("Aladdin:open sesame", "Aladdin", "open sesame"), ("a:", "a", ""), (":b", "", "b"), ("a:b:c", "a", "b:c"),
        ("test:123£", "test", "123£"), (":", "", ""),
    ])
    func `user and password part at the first colon`(text: String, user: String, password: String) throws {
        let credential = try #require(BasicCredential(encoded: Self.encoded(text)))
        #expect(credential.user == user)
        #expect(credential.password == password)
    }

    @Test func `the example of RFC 7617 is read`() {
        #expect(BasicCredential(encoded: "QWxhZGRpbjpvcGVuIHNlc2FtZQ==")?.user == "Aladdin")
        #expect(BasicCredential(encoded: "dGVzdDoxMjPCow==")?.password == "123£")
    }

    @Test(arguments: ["", "?", "abc", "QQ==", "gIA6gA==", "YTpi\n", "YToA", "YTp/"])
    func `what is not base64 of UTF-8 with a colon is refused`(text: String) {
        #expect(BasicCredential(encoded: text[...]) == nil)
    }
}

@Suite struct UserStoreTests {
    private static func credential(_ text: String) throws -> BasicCredential {
        try #require(BasicCredential(encoded: BasicCredentialTests.encoded(text)))
    }

    private static func verify(_ store: UserStore, _ text: String) async throws -> String? {
        let credential = try credential(text)
        switch store.lookUp(credential) {
        case .accepted(let account): return account.name
        case .refused: return nil
        case .slow(let account, let hash): return try await store.derive(credential, account, hash)?.name
        }
    }

    private static let stored = UserStore([
        .init(name: "alice", password: PasswordHash(hashing: Secret("one"), iterations: 1_000)),
        .init(name: "bob", password: PasswordHash(hashing: Secret("two"), iterations: 1_000)),
    ])

    @Test(
        arguments: [
            stored, .plain(["alice": "one", "bob": "two"]), .environment("U", in: ["U": "alice=one,bob=two"]),
        ],
        [
            ("alice:one", "alice"), ("bob:two", "bob"), ("alice:two", nil), ("alice:", nil), ("carol:one", nil),
            (":", nil),
        ])
    func `a user is who knows the password`(store: UserStore, expected: (String, String?)) async throws {
        for _ in 0..<2 { #expect(try await Self.verify(store, expected.0) == expected.1) }
    }

    @Test func `a password is derived once, and a wrong one each time`() async throws {
        let store = UserStore([.init(name: "a", password: PasswordHash(hashing: Secret("b"), iterations: 1_000))])
        func isSlow(_ text: String) throws -> Bool {
            if case .slow = store.lookUp(try Self.credential(text)) { true } else { false }
        }
        #expect(try isSlow("a:b"))
        #expect(try await Self.verify(store, "a:b") == "a")
        #expect(try !isSlow("a:b"))
        #expect(try await Self.verify(store, "a:c") == nil)
        #expect(try isSlow("a:c"))
        #expect(try isSlow("nobody:b"))
        _ = try await Self.verify(store, "nobody:b")
        #expect(try isSlow("nobody:b"))
    }

    @Test func `what is wrong with a store is said`() {
        #expect(UserStore([]).faults == ["It holds no users."])
        #expect(UserStore.plain(["a:b": "c"]).faults.count == 1)
        #expect(UserStore.environment("U", in: [:]).faults == ["The environment variable \"U\" is not set."])
        #expect(
            UserStore.environment("U", in: ["U": "secret"]).faults
                == ["The environment variable \"U\" has a password without a user name."])
        let hash = PasswordHash(hashing: Secret("b"), iterations: 1_000)
        #expect(UserStore([.init(name: "a", password: hash), .init(name: "a", password: hash)]).faults.count == 1)
    }

    @Test func `only so many successes are remembered`() {
        let checks = PasswordChecks(capacity: 8)
        let digests = (0..<100).map { checks.digest(of: "\($0)") }
        for digest in digests { checks.remember(digest) }
        let known = digests.filter(checks.isRecent)
        #expect((4...8).contains(known.count))
        #expect(checks.isRecent(digests[99]))
        #expect(PasswordChecks().digest(of: "a") != PasswordChecks().digest(of: "a"))
    }

    @Test func `only so many passwords wait to be derived`() async throws {
        let hash = PasswordHash(hashing: Secret("a"), iterations: 1_000)
        // Long enough that all others come while it is being derived, on a busy machine too.
        let slow = PasswordHash(hashing: Secret("a"), iterations: 3_000_000)
        let checks = PasswordChecks(concurrency: 1, queueLength: 3)
        var refused = 0
        // On a busy machine the others may come when the first is done: then again.
        for attempt in 0..<20 where refused == 0 {
            let outcomes = await withTaskGroup { group in
                for number in 0..<20 {
                    group.addTask {
                        try? await checks.derive(
                            "a", number == 0 ? slow : hash, checks.digest(of: "\(attempt).\(number)"))
                    }
                }
                return await group.reduce(into: [Bool?]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == true } >= 4)
            refused = outcomes.count { $0 == nil }
        }
        #expect(refused >= 1)
        for _ in 0..<3 { #expect(try await checks.derive("a", hash, checks.digest(of: "again"))) }
    }

    @Test func `many connections of one user cost one derivation`() async throws {
        let store = UserStore([.init(name: "a", password: PasswordHash(hashing: Secret("b"), iterations: 20_000))])
        let credential = try Self.credential("a:b")
        let names = await withTaskGroup { group in
            for _ in 0..<100 {
                group.addTask { () -> String? in
                    guard case .slow(let account, let hash) = store.lookUp(credential) else { return "a" }
                    return try? await store.derive(credential, account, hash)?.name
                }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(names == Array(repeating: "a", count: 100))
    }
}
