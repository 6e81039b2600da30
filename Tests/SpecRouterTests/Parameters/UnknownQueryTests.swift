import JSONCore
import SpecRouter
import SpecRouterTesting
import Testing

/// `policy.unknownQuery`, for the gateway or a description, and `x-specrouter-unknown-query` of an operation.
@Suite("Unknown query parameters")
struct UnknownQueryTests {
    private static func description(_ choice: String) -> String {
        """
        openapi: 3.1.0
        info: { title: Unknown, version: "1" }
        components: { securitySchemes: { Key: { type: apiKey, in: query, name: key } } }
        paths:
          /plain: { get: { parameters: [ { name: limit, in: query, schema: { type: integer } } ], responses: {} } }
          /none: { get: { responses: {} } }
          /keyed: { get: { security: [ { Key: [] } ], responses: {} } }
          /own:
            get:
              x-specrouter-unknown-query: \(choice)
              parameters: [ { name: limit, in: query, schema: { type: integer } } ]
              responses: {}
        """
    }

    private func send(_ target: String, _ policy: Policy.UnknownQuery, own: String = "ignore") async throws
        -> InProcessResponse
    {
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        var policies = Policy()
        policies.unknownQuery = policy
        let api = try PetstoreAPI.compile(
            Self.description(own), nodes: nodes, security: .acceptAny, policy: policies)
        return await InProcessClient(api).send("GET", target)
    }

    @Test("are ignored, reported or refused", arguments: ["/plain?limit=1&limti=2&a=1", "/none?limti=2&a=1"])
    func choices(target: String) async throws {
        let ignored = try await send(target, .ignore)
        #expect(ignored.status == 200)
        #expect(ignored.response.summary.fault == nil)
        let reported = try await send(target, .report)
        #expect(reported.status == 200)
        #expect(
            reported.response.summary.fault
                == "The query has parameters that the description does not declare: \"limti\", \"a\".")
        let refused = try await send(target, .refuse)
        #expect(refused.status == 400)
        #expect(refused.json?["violations"]?.elements.map { $0["name"]?.string } == ["limti", "a"])
    }

    @Test("are refused with the name that was meant")
    func hint() async throws {
        let refused = try await send("/plain?limti=2", .refuse)
        #expect(
            refused.json?["violations"]?[0]?["message"]?.string
                == "is not a parameter of this operation; did you mean \"limit\"?")
    }

    @Test("are reported with no more names than a line can hold")
    func manyNames() async throws {
        let names = (0..<1_000).map { "name\($0)" + String(repeating: "x", count: 100) }.joined(separator: "&")
        let fault = try #require(try await send("/none?\(names)", .report).response.summary.fault)
        #expect(fault.hasSuffix(" and 995 more."))
        #expect(fault.utf8.count < 600)
    }

    @Test("are none where security knows them")
    func credentials() async throws {
        #expect(try await send("/keyed?key=secret", .refuse).status == 200)
        #expect(try await send("/keyed?key=secret&keys=1", .refuse).status == 400)
    }

    @Test("are what the operation says, before the policy", arguments: Policy.UnknownQuery.allCases)
    func ownChoice(policy: Policy.UnknownQuery) async throws {
        #expect(try await send("/own?a=1", policy, own: "refuse").status == 400)
        let ignored = try await send("/own?a=1", policy, own: "ignore")
        #expect(ignored.status == 200)
        #expect(ignored.response.summary.fault == nil)
        let reported = try await send("/own?a=1", policy, own: "report")
        #expect(reported.status == 200)
        #expect(reported.response.summary.fault != nil)
    }

    @Test("are no reason to report what is refused for another one")
    func refusedOtherwise() async throws {
        let refused = try await send("/plain?limit=x&a=1", .report)
        #expect(refused.status == 400)
        #expect(refused.response.summary.fault == nil)
    }

    @Test("of an operation that makes no such choice disable it", arguments: ["never", "[ refuse ]", "true"])
    func badChoice(own: String) async throws {
        #expect(try await send("/own", .ignore, own: own).status == 501)
        #expect(try await send("/plain", .ignore, own: own).status == 200)
    }
}
