import SpecRouter
import Testing

@testable import SpecGateway

struct `Formats of one's own` {
    private static let description = """
        openapi: 3.1.0
        info: { title: Transfers, version: '1' }
        paths:
          /transfers:
            get:
              parameters:
                - { name: to, in: query, schema: { type: string, format: account } }
                - { name: day, in: query, schema: { type: string, format: date } }
                - { name: other, in: query, schema: { type: string, format: unknown } }
              responses: { '200': { description: Done. } }
        """

    private static func answer(_ query: String, _ formats: [String: @Sendable (String) -> Bool]) async throws
        -> Response
    {
        var answer: Response?
        try await withDirectory { directory in
            try write(description, to: directory + "/transfers.yaml")
            var nodes = NodeRegistry()
            nodes.fallback(.echo)
            let gateway = Gateway(.file(directory + "/transfers.yaml"), nodes: nodes, formats: formats)
            let api = try #require(try await gateway.load().api)
            answer = await api.respond(to: RequestHead(method: "GET", target: "/transfers?\(query)", requestID: "1"))
        }
        return try #require(answer)
    }

    @Test(arguments: [
        ("to=AT-1", 200), ("to=1", 400), ("day=today", 200), ("day=2025-01-01", 400), ("other=any", 200),
    ])
    func `are asserted, before those that are built in`(query: String, status: Int) async throws {
        let formats: [String: @Sendable (String) -> Bool] = [
            "account": { $0.hasPrefix("AT-") }, "date": { $0 == "today" },
        ]
        #expect(try await Self.answer(query, formats).status == status)
    }

    @Test(arguments: [("to=1", 200), ("day=today", 400)])
    func `decide nothing without being registered`(query: String, status: Int) async throws {
        #expect(try await Self.answer(query, [:]).status == status)
    }
}
