import Foundation
import Synchronization
import Testing

@testable import SpecRouter

@Suite struct IntrospectionTests {
    /// Answers from a table, and counts.
    private final class Server: Sendable {
        struct Down: Error {}
        private let asked = Mutex<[String]>([])
        private let answers: Mutex<[String: String]>

        init(_ answers: [String: String]) { self.answers = Mutex(answers) }

        var questions: [String] { asked.withLock { $0 } }

        subscript(token: String) -> String? {
            get { answers.withLock { $0[token] } }
            set { answers.withLock { $0[token] = newValue } }
        }

        func answer(_ token: Secret) throws -> [UInt8] {
            asked.withLock { $0.append(token.revealed) }
            guard let answer = self[token.revealed] else { throw Down() }
            return Array(answer.utf8)
        }
    }

    private static func outcome(
        _ introspection: Introspection, _ token: String = "t", at offset: Double = 0
    ) async -> String {
        let now = TokenForge.now + offset
        var finding = introspection.verify(token[...]) { now }
        if case .pending(let wait) = finding { finding = await wait() }
        switch finding {
        case .accepted(let principal): return "\(principal.name):\(principal.scopes.sorted().joined(separator: ","))"
        case .refused: return "refused"
        case .unable(let obstacle): return "\(obstacle)"
        case .pending: return "pending"
        }
    }

    @Test func `nobody is asked about a token of a megabyte`() async {
        let token = String(repeating: "t", count: 1 << 20)
        let server = Server([token: #"{"active":true,"sub":"ann"}"#])
        let introspection = Introspection(IntrospectionRules(claims: .pets)) { try server.answer($0) }
        #expect(await Self.outcome(introspection, token) == "refused")
        #expect(server.questions.isEmpty)
    }

    @Test(arguments: [
        (#"{"active":true,"sub":"ann","scope":"a b"}"#, "ann:a,b"), (#"{"active":true,"client_id":"app"}"#, "app:"),
        (#"{"active":true}"#, ":"), (#"{"active":false,"sub":"ann"}"#, "refused"), (#"{"active":false}"#, "refused"),
        (#"{"active":true,"exp":1000010}"#, ":"), (#"{"active":true,"exp":999000}"#, "refused"),
        (#"{"active":true,"exp":"never"}"#, "refused"), (#"{"active":true,"nbf":1009999}"#, "refused"),
        (#"{"active":"true"}"#, "unavailable"), (#"{"active":1}"#, "unavailable"), ("{}", "unavailable"),
        ("[]", "unavailable"), ("", "unavailable"), (#"{"active":false,"active":true}"#, "unavailable"),
    ])
    func `the answer decides`(answer: String, expected: String) async {
        let server = Server(["t": answer])
        #expect(await Self.outcome(Introspection(IntrospectionRules()) { try server.answer($0) }) == expected)
    }

    @Test(arguments: [
        (#"{"active":true,"aud":"pets","iss":"https://issuer"}"#, ":"), (#"{"active":true,"aud":"pets"}"#, "refused"),
        (#"{"active":true,"iss":"https://issuer"}"#, "refused"),
        (#"{"active":true,"aud":"cars","iss":"https://issuer"}"#, "refused"),
    ])
    func `issuer and audience are demanded where rules say so`(answer: String, expected: String) async {
        let server = Server(["t": answer])
        #expect(
            await Self.outcome(Introspection(IntrospectionRules(claims: .pets)) { try server.answer($0) }) == expected)
    }

    @Test func `answers are believed for a while`() async {
        let server = Server(["t": #"{"active":true,"sub":"ann"}"#])
        let introspection = Introspection(IntrospectionRules()) { try server.answer($0) }
        #expect(await Self.outcome(introspection) == "ann:")
        server["t"] = #"{"active":false}"#
        #expect(await Self.outcome(introspection, at: 59) == "ann:")
        #expect(server.questions.count == 1)
        #expect(await Self.outcome(introspection, at: 60) == "refused")
        server["t"] = #"{"active":true,"sub":"ann","exp":1000075}"#
        #expect(await Self.outcome(introspection, at: 69) == "refused")
        #expect(server.questions.count == 2)
        #expect(await Self.outcome(introspection, at: 70) == "ann:")
        #expect(await Self.outcome(introspection, at: 74) == "ann:")
        #expect(server.questions.count == 3)
        _ = await Self.outcome(introspection, at: 75)
        #expect(server.questions.count == 4)
    }

    @Test func `a clock that is put back does not make an answer hold for longer`() async {
        let server = Server(["t": #"{"active":true,"sub":"ann"}"#, "u": #"{"active":false}"#])
        let introspection = Introspection(IntrospectionRules()) { try server.answer($0) }
        #expect(await Self.outcome(introspection, at: 0) == "ann:")
        #expect(await Self.outcome(introspection, "u", at: 0) == "refused")
        server["t"] = #"{"active":false}"#
        server["u"] = #"{"active":true,"sub":"ann"}"#
        #expect(await Self.outcome(introspection, at: -3600) == "refused")
        #expect(await Self.outcome(introspection, "u", at: -3600) == "ann:")
    }

    @Test func `a server that does not answer is asked again`() async {
        let server = Server([:])
        let introspection = Introspection(IntrospectionRules()) { try server.answer($0) }
        #expect(await Self.outcome(introspection) == "unavailable")
        server["t"] = #"{"active":true,"sub":"ann"}"#
        #expect(await Self.outcome(introspection) == "ann:")
    }

    @Test func `a token of a megabyte is not asked about`() async {
        let server = Server([:])
        let introspection = Introspection(IntrospectionRules()) { try server.answer($0) }
        #expect(await Self.outcome(introspection, String(repeating: "x", count: 1 << 20)) == "refused")
        #expect(server.questions.isEmpty)
    }

    @Test func `one question is asked for many requests, and not more than so many at a time`() async {
        let gate = AsyncStream.makeStream(of: Void.self)
        let asked = Mutex<[String]>([])
        var rules = IntrospectionRules()
        rules.questions = 1
        let introspection = Introspection(rules) { token in
            asked.withLock { $0.append(token.revealed) }
            for await _ in gate.stream { break }
            return Array(#"{"active":true,"sub":"ann"}"#.utf8)
        }
        let outcomes = await withTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { await Self.outcome(introspection) } }
            while asked.withLock({ $0.isEmpty }) { await Task.yield() }
            #expect(await Self.outcome(introspection, "other") == "overloaded")
            gate.continuation.finish()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes == Array(repeating: "ann:", count: 20))
        #expect(asked.withLock { $0 } == ["t"])
    }
}
