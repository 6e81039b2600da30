import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct LiveReloadTests {
    @Test func `no request fails while the API is replaced`() async throws {
        try await withServer { server in
            let answers = try await withThrowingTaskGroup(of: [Answer].self) { group in
                for _ in 0..<4 { group.addTask { try await Self.ask(server, times: 200) } }
                for version in 2...6 {
                    await server.live.replace(with: try TestAPI.make(limits: Limits(), version: "\(version)"))
                    #expect(try await Self.ask(server, times: 1).map(\.body) == ["\(version)"])
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(answers.count == 800)
            #expect(answers.allSatisfy { $0.status == 200 })
        }
    }

    private static func ask(_ server: RunningServer, times: Int) async throws -> [Answer] {
        let client = try await server.client()
        for count in 1...times {
            client.send("GET /version HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = await client.answers(count)
        }
        return await client.answers(times)
    }
}
