import Foundation
import Synchronization
import Testing

@testable import SpecRouter

@Suite struct KeyRingTests {
    /// A source of keys that can be changed and stopped, and counts.
    private final class Source: Sendable {
        struct Down: Error {}

        private let state: Mutex<(keys: FetchedKeys?, asked: Int)>

        init(_ keys: FetchedKeys?) { state = Mutex((keys, 0)) }

        var asked: Int { state.withLock { $0.asked } }

        func serve(_ keys: FetchedKeys?) { state.withLock { $0.keys = keys } }

        func fetch() throws -> FetchedKeys {
            let keys = state.withLock { state in
                state.asked += 1
                return state.keys
            }
            guard let keys else { throw Down() }
            return keys
        }
    }

    private static func keys(_ forge: TokenForge, issuer: String? = nil, fresh: Duration? = nil) throws -> FetchedKeys {
        FetchedKeys(jwks: Array(try forge.jwk().utf8), issuer: issuer, lifetime: fresh)
    }

    private static func verifier(_ source: Source, _ rules: TokenRules = .pets) -> TokenVerifier {
        TokenVerifier(.fetched { try source.fetch() }, rules)
    }

    private static let longLived =
        #"{"iss":"https://issuer","aud":"pets","sub":"ann","exp":2000000}"#

    @Test func `keys are fetched for the first token, and kept`() async throws {
        let source = Source(try Self.keys(.p256))
        let verifier = Self.verifier(source)
        #expect(source.asked == 0)
        #expect(await verifier.outcome("nonsense") == "refused")
        #expect(source.asked == 0)
        for _ in 0..<3 { #expect(await verifier.outcome(try TokenForge.p256.token()) == "ann") }
        #expect(source.asked == 1)
        guard case .accepted = verifier.verify(try TokenForge.p256.token()[...], now: { TokenForge.now }) else {
            Issue.record("waited")
            return
        }
    }

    @Test func `without keys it cannot be said, and the source is not asked by everybody`() async throws {
        let source = Source(nil)
        let verifier = Self.verifier(source)
        let token = try TokenForge.p256.token(Self.longLived)
        for _ in 0..<5 { #expect(await verifier.outcome(token) == "unavailable") }
        #expect(source.asked == 1)
        source.serve(try Self.keys(.p256))
        #expect(await verifier.outcome(token, at: TokenForge.now + 1) == "unavailable")
        #expect(await verifier.outcome(token, at: TokenForge.now + 2) == "ann")
        #expect(source.asked == 2)
    }

    @Test(arguments: [-1e7, 1e7]) func `keys do not outlive a clock that jumps`(jump: Double) async throws {
        let source = Source(try Self.keys(.p256))
        let ring = KeyRing(timing: KeyTiming()) { try source.fetch() }
        await ring.refresh(at: TokenForge.now)
        #expect(ring.current(at: TokenForge.now)?.isFresh == true)
        #expect(ring.current(at: TokenForge.now + jump) == nil)
        #expect(ring.mayRefresh(at: TokenForge.now + jump))
        await ring.refresh(at: TokenForge.now + jump)
        #expect(source.asked == 2)
        #expect(ring.current(at: TokenForge.now + jump)?.isFresh == true)
    }

    @Test(arguments: [-2.0, 2]) func `keys outlive a clock that is corrected`(correction: Double) async throws {
        let source = Source(try Self.keys(.p256))
        let ring = KeyRing(timing: KeyTiming()) { try source.fetch() }
        await ring.refresh(at: TokenForge.now)
        #expect(ring.current(at: TokenForge.now + correction)?.isFresh == true)
    }

    @Test func `an unknown name is looked for once in a while`() async throws {
        let source = Source(try Self.keys(.p256))
        let verifier = Self.verifier(source)
        let (old, new) = (try TokenForge.p256.token(Self.longLived), try TokenForge.ed25519.token(Self.longLived))
        #expect(await verifier.outcome(old) == "ann")
        for second in 1...29 {
            #expect(await verifier.outcome(new, at: TokenForge.now + Double(second)) == "refused")
        }
        #expect(source.asked == 1)
        source.serve(try Self.keys(.ed25519))
        #expect(await verifier.outcome(new, at: TokenForge.now + 30) == "ann")
        #expect(source.asked == 2)
        // What the old keys signed was remembered, and went with them.
        #expect(await verifier.outcome(old, at: TokenForge.now + 31) == "refused")
        #expect(await verifier.outcome(new, at: TokenForge.now + 31) == "ann")
    }

    @Test func `the last good keys serve for a day while their source is down`() async throws {
        let source = Source(try Self.keys(.p256, fresh: .seconds(600)))
        let verifier = Self.verifier(source)
        let token = try TokenForge.p256.token(Self.longLived)
        #expect(await verifier.outcome(token) == "ann")
        source.serve(nil)
        let end = 600.0 + 24 * 3600
        for offset in [599, 600, 3600, end - 1] {
            #expect(await verifier.outcome(token, at: TokenForge.now + offset) == "ann")
        }
        #expect(await verifier.outcome(token, at: TokenForge.now + end) == "unavailable")
    }

    @Test func `broken keys do not replace good ones`() async throws {
        let source = Source(try Self.keys(.p256, fresh: .seconds(60)))
        let verifier = Self.verifier(source)
        let token = try TokenForge.p256.token(Self.longLived)
        #expect(await verifier.outcome(token) == "ann")
        for bad in ["", "{}", "nonsense", #"{"keys":[]}"#] {
            source.serve(FetchedKeys(jwks: Array(bad.utf8)))
            await verifier.keys.refresh(at: TokenForge.now + 100)
            #expect(await verifier.outcome(token, at: TokenForge.now + 100) == "ann")
        }
    }

    @Test func `stale keys are fetched by the request that finds them so`() async throws {
        let source = Source(try Self.keys(.p256, fresh: .seconds(600)))
        let verifier = Self.verifier(source)
        #expect(await verifier.outcome(try TokenForge.p256.token(Self.longLived)) == "ann")
        source.serve(try Self.keys(.ed25519, fresh: .seconds(600)))
        let token = try TokenForge.ed25519.token(Self.longLived)
        #expect(await verifier.outcome(token, at: TokenForge.now + 601) == "ann")
        #expect(source.asked == 2)
    }

    @Test func `the issuer that the metadata announces is the one`() async throws {
        let rules = TokenRules(audience: .among(["pets"]))
        let token = try TokenForge.p256.token()
        for (announced, outcome) in [("https://issuer", "ann"), ("https://other", "refused"), (nil, "refused")] {
            let source = Source(try Self.keys(.p256, issuer: announced))
            #expect(await Self.verifier(source, rules).outcome(token) == outcome)
        }
    }

    @Test func `all that wait for keys share one fetch`() async throws {
        let gate = AsyncStream.makeStream(of: Void.self)
        let asked = Mutex(0)
        let keys = try Self.keys(.p256)
        let verifier = TokenVerifier(
            .fetched {
                asked.withLock { $0 += 1 }
                for await _ in gate.stream { break }
                return keys
            }, .pets)
        let token = try TokenForge.p256.token()
        let outcomes = await withTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { await verifier.outcome(token) } }
            while asked.withLock({ $0 }) == 0 { await Task.yield() }
            gate.continuation.finish()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes == Array(repeating: "ann", count: 20))
        #expect(asked.withLock { $0 } == 1)
    }

    @Test func `whoever goes away leaves the fetch to who waits`() async throws {
        let started = AsyncStream.makeStream(of: Void.self)
        let asked = Mutex(0)
        let keys = try Self.keys(.p256)
        let verifier = TokenVerifier(
            .fetched {
                let count = asked.withLock { count in
                    count += 1
                    return count
                }
                guard count == 1 else { return keys }
                started.continuation.yield()
                for await _ in AsyncStream<Void>.makeStream().stream {}
                throw CancellationError()
            }, .pets)
        let token = try TokenForge.p256.token()
        let first = Task { await verifier.outcome(token) }
        for await _ in started.stream { break }
        let second = Task { await verifier.outcome(token) }
        first.cancel()
        #expect(await second.value == "ann")
        _ = await first.value
    }

    @Test(arguments: [(nil, 900.0), (1, 60), (600, 600), (1 << 40, 86400)] as [(Int?, Double)])
    func `freshness has bounds`(announced: Int?, expected: Double) {
        #expect(KeyTiming().freshness(announced: announced.map { .seconds($0) }) == expected)
    }

    @Test func `keys are fetched again before they are stale`() async throws {
        let source = Source(nil)
        let ring = KeyRing(timing: KeyTiming()) { try source.fetch() }
        await ring.refresh(at: TokenForge.now)
        #expect(ring.pause(at: TokenForge.now) == .seconds(2))
        source.serve(try Self.keys(.p256, fresh: .seconds(1000)))
        await ring.refresh(at: TokenForge.now + 2)
        #expect(ring.pause(at: TokenForge.now + 2) == .seconds(750))
        source.serve(nil)
        await ring.refresh(at: TokenForge.now + 752)
        #expect(ring.pause(at: TokenForge.now + 752) == .seconds(30))
        #expect(ring.current(at: TokenForge.now + 752)?.isFresh == true)
    }
}
