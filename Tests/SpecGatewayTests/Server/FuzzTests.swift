import Testing

@testable import SpecGateway

/// Requests with random changes: whatever comes, the server answers in HTTP or closes, and goes on serving.
@Suite struct FuzzTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `whatever comes, the server answers or closes, and goes on`(seed: UInt64) async throws {
        var random = SplitMix(state: seed)
        try await withServer(
            limits: .hasty {
                $0.headTimeout = .milliseconds(200); $0.bodyTimeout = .milliseconds(200)
            }
        ) {
            server in
            for _ in 0..<60 {
                let client = try await server.client()
                let bytes = RequestMutation.octets(&random)
                let cut = Int.random(in: 0...bytes.count, using: &random)
                client.send(Array(bytes[..<cut]))
                client.send(Array(bytes[cut...]))
                client.closeOutput()
                let text = await client.receivedUntilClosed()
                #expect(client.isClosed)
                #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 "))
            }
            let client = try await server.client()
            client.send(RequestMutation.seeds[0])
            #expect(await client.answers(1).map(\.status) == [200])
        }
    }
}
