import Testing

@testable import SpecGateway

/// Requests with random changes: whatever comes, the server answers in HTTP or closes, and goes on serving.
@Suite struct FuzzTests {
    private static let seeds = [
        "GET /now HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello",
        "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\nhello\r\n0\r\nX: y\r\n\r\n",
        "POST /body HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi",
        "GET /later HTTP/1.1\r\nHost: a\r\n\r\nGET /missing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    ]

    private static let pieces: [[UInt8]] = [
        "\r", "\n", "\r\n", "\r\n\r\n", "\0", " ", ":", ",", "chunked", "Content-Length: 1\r\n", "-1",
        "ffffffffffffffff",
        "Transfer-Encoding: chunked\r\n", "HTTP/1.1", "HTTP/9.9", "Host: b\r\n", "%00", "\u{ff}", "GET ", "0\r\n\r\n",
    ].map { Array($0.utf8) }

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
                let bytes = Self.mutated(&random)
                let cut = Int.random(in: 0...bytes.count, using: &random)
                client.send(Array(bytes[..<cut]))
                client.send(Array(bytes[cut...]))
                client.closeOutput()
                let text = await client.receivedUntilClosed()
                #expect(client.isClosed)
                #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 "))
            }
            let client = try await server.client()
            client.send(Self.seeds[0])
            #expect(await client.answers(1).map(\.status) == [200])
        }
    }

    private static func mutated(_ random: inout SplitMix) -> [UInt8] {
        var bytes = Array((seeds.randomElement(using: &random) ?? "").utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = .random(in: .min ... .max, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
            default: bytes.replaceSubrange(place..., with: bytes[place...] + bytes[place...])
            }
            if bytes.isEmpty { bytes = [0] }
        }
        return bytes
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
