import Foundation
import Testing

@testable import SpecRouter

@Suite struct KeyStoreTests {
    struct Listing: Sendable, CustomTestStringConvertible {
        var text: String
        var names: [String?]
        var secrets: [String]
        var testDescription: String { text }

        init(_ text: String, _ pairs: (String?, String)...) {
            self.text = text
            names = pairs.map(\.0)
            secrets = pairs.map(\.1)
        }
    }

    @Test(arguments: [
        Listing(""), Listing(" , ,"),
        Listing("k1", (nil, "k1")),
        Listing("a=k1,b=k2", ("a", "k1"), ("b", "k2")),
        Listing(" a = k1 ,\n k2", ("a", "k1"), (nil, "k2")),
        Listing("YWJj", (nil, "YWJj")), Listing("YQ==", (nil, "YQ==")),
        Listing("a=YQ==", ("a", "YQ==")), Listing("a=b=c", ("a", "b=c")), Listing("=k", (nil, "=k")),
    ])
    func `a list of keys is read`(listing: Listing) {
        let pairs = NamedSecrets.parse(listing.text)
        #expect(pairs.map(\.name) == listing.names)
        #expect(pairs.map(\.secret) == listing.secrets)
    }

    @Test func `a key from the environment is found by what it is`() {
        let store = KeyStore.environment("KEYS", in: ["KEYS": "alice=k1,bob=k2,k3"])
        #expect(store.faults.isEmpty)
        #expect(store.entry(for: "k1", now: Date.init)?.name == "alice")
        #expect(store.entry(for: "k2", now: Date.init)?.name == "bob")
        #expect(store.entry(for: "k3", now: Date.init)?.name == "KEYS")
        for wrong in ["", "k", "k4", "alice", "alice=k1", "K1", "k1 "] {
            #expect(store.entry(for: wrong[...], now: Date.init) == nil)
        }
    }

    @Test func `what is wrong with a store is said without a key`() {
        #expect(KeyStore([]).faults == ["It holds no keys."])
        #expect(KeyStore.plain([:]).faults == ["The list of keys holds no keys."])
        #expect(KeyStore.plain(["a": ""]).faults == ["The list of keys has no key for the name \"a\"."])
        #expect(KeyStore.environment("KEYS", in: [:]).faults == ["The environment variable \"KEYS\" is not set."])
        #expect(
            KeyStore.environment("KEYS", in: ["KEYS": " "]).faults
                == ["The environment variable \"KEYS\" holds no keys."])
        #expect(
            KeyStore.plain(["a": "same", "b": "same"]).faults == ["The keys named \"a\" and \"b\" are the same key."])
    }

    @Test func `an empty key in a list lets nobody in`() {
        #expect(KeyStore.plain(["a": ""]).entry(for: "", now: Date.init) == nil)
    }

    @Test(arguments: [(-1.0, true), (0.0, false), (1.0, false)])
    func `a key is refused from the moment it expires`(offset: Double, isAccepted: Bool) {
        let moment = Date(timeIntervalSince1970: 1_000_000)
        let store = KeyStore([.init(name: "a", sha256: SecretHash(of: "k"), expires: moment)])
        #expect((store.entry(for: "k", now: { moment.addingTimeInterval(offset) }) != nil) == isAccepted)
    }

    @Test func `the clock is not asked about a key that never expires`() {
        let store = KeyStore.plain(["a": "k"])
        _ = store.entry(for: "k") {
            Issue.record("asked")
            return Date()
        }
    }
}
