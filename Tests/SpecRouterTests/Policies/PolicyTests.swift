import SpecRouterTesting
import Testing

@testable import SpecRouter

@Suite struct PolicyTests {
    /// Requests (method, target, body, what the node is to answer), and the answers by the choice's word.
    struct Case: Sendable, CustomTestStringConvertible {
        let choice: String
        let request: String
        let answers: [String: String]
        var testDescription: String { choice }

        init(_ choice: String, _ request: String, _ answers: [String: String]) {
            self.choice = choice
            self.request = request
            self.answers = answers
        }
    }

    static let good = #"{"id":1}"#

    static let cases = [
        Case(
            "unboundOperations", "GET /v1/unbound",
            ["refuse": "not served", "notImplemented": "501", "fallback": "200"]),
        Case("description", "GET /v1/openapi.json", ["served": "200", "hidden": "400"]),
        Case("mount", "POST /things \(good)", ["server": "404", "none": "201"]),
        Case("methodFallback", "GET /v1/things", ["refuse": "405", "lessSpecific": "200"]),
        Case("trailingSlash", "POST /v1/things/ \(good)", ["significant": "404", "ignored": "201"]),
        Case(
            "unknownQuery", "POST /v1/things?x=1 \(good)", ["ignore": "201", "report": "201 fault", "refuse": "422"]),
        Case("duplicateKeys", #"POST /v1/things {"id":1,"id":2}"#, ["refuse": "422", "allow": "201"]),
        Case("nullable", #"POST /v1/things {"id":1,"note":null}"#, ["honour": "201", "ignore": "422"]),
        Case("wrongWay", #"POST /v1/things {"id":1}"#, ["ignore": "201", "refuse": "422"]),
        Case("wrongWay", #"POST /v1/things {}"#, ["ignore": "422", "refuse": "201"]),
        Case(
            "wrongWay", #"POST /v1/things - {"id":1,"secret":"s"}"#, ["ignore": "201", "refuse": "500 fault"]),
        Case(
            "violations", #"POST /v1/things {"id":"x"}"#,
            ["declared": "422", "badRequest": "400", "unprocessable": "422"]),
        Case(
            "responses.status", "POST /v1/things - status",
            ["off": "202", "report": "202 fault", "enforce": "500 fault"]),
        Case(
            "responses.type", "POST /v1/things - type", ["off": "201", "report": "201 fault", "enforce": "500 fault"]),
        Case("responses.body", "POST /v1/things - {}", ["off": "201", "report": "201 fault", "enforce": "500 fault"]),
        Case(
            "responses.headers", "POST /v1/things - header",
            ["off": "201", "report": "201 fault", "enforce": "500 fault"]),
        Case("responses.check", "POST /v1/things - status", ["all": "500 fault", "1 in 1000000": "202"]),
        Case("brokenEvents", "GET /v1/events", ["cut": "200 cut", "errorEvent": "200"]),
        Case("problems", "POST /v1/things - throw", ["discreet": "500 fault", "verbose": "500 fault told"]),
    ]

    @Test func `every word of every choice is in the table`() {
        for choice in PolicyChoice.all {
            let words = Set(Self.cases.filter { $0.choice == choice.name }.flatMap(\.answers.keys))
            #expect(words.count == choice.words.count, "\(choice.name)")
            for word in choice.words.map(\.word) where word != "1 in N" {
                #expect(words.contains(word), "\(choice.name)")
            }
        }
    }

    @Test(arguments: cases)
    func `a choice decides, wherever it is set`(_ example: Case) async throws {
        let choice = try #require(PolicyChoice.all.first { $0.name == example.choice })
        for (word, answer) in example.answers {
            for level in PolicyFixture.Level.allCases where level == .gateway || reaches(choice, level) {
                var changes = PolicyChanges()
                changes.set(\.unboundOperations, to: .notImplemented)
                let isKnown = level != .gateway || changes.set(choice, to: word)
                #expect(isKnown)
                let setting = PolicyFixture.Setting(key: choice.extensionKey, word: word, level: level)
                let client = try PolicyFixture.client(setting, changes.applied(to: Policy()))
                let found = await client?.answer(example.request) ?? "not served"
                #expect(found == answer, "\(word) at \(level)")
            }
        }
    }

    private func reaches(_ choice: PolicyChoice, _ level: PolicyFixture.Level) -> Bool {
        level == .root || choice.reach == .operation
    }

    @Test func `what is set nearer to the operation comes first`() async throws {
        let refusing = PolicyFixture.Setting(key: "x-specrouter-unknown-query", word: "refuse", level: .operation)
        var policy = Policy()
        policy.unboundOperations = .fallback
        policy.unknownQuery = .ignore
        let client = try #require(try PolicyFixture.client(refusing, policy))
        #expect(await client.answer("POST /v1/things?x=1 \(Self.good)") == "422")
        #expect(await client.answer("GET /v1/other?x=1") == "200")
    }

    @Test func `a sample is taken by the request's id`() {
        let ids = (0..<10_000).map { "00000000-0000-4000-8000-\(100_000_000_000 + $0 * 7919)" }
        for count in [2, 10, 100] {
            let sample = ResponseSample.one(in: count)
            let taken = ids.count { sample.takes(requestID: $0) }
            #expect(abs(taken - 10_000 / count) < 1000 / count + 30, "\(count): \(taken)")
            #expect(ids.allSatisfy { sample.takes(requestID: $0) == sample.takes(requestID: $0) })
        }
        #expect(ids.allSatisfy { ResponseSample.all.takes(requestID: $0) })
    }

    @Test(arguments: ["", "ALL", "1 in", "1 in 0", "2 in 3", "1 in -1", "1  in 3", "1 in 1000001", "1 in ٣"])
    func `a sample is written in one way`(_ text: String) {
        #expect(ResponseSample(rawValue: text) == nil)
    }
}
