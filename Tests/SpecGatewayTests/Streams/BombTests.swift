import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

/// Compressed bodies that would become far more than they are.
///
/// `deflate` makes at most 1032 octets of one (two bits for 258): what is denser was compressed more than once, and
/// that is refused by its head.
@Suite struct BombTests {
    /// 258 octets for every two bits, without an end.
    private static let beginning: [UInt8] = [
        0xEC, 0xC1, 0x01, 0x01, 0x00, 0x00, 0x00, 0x80, 0x90, 0xFE, 0xAF, 0xEE, 0x08, 0x0A,
    ]

    @Test func `what would become 16 GiB is refused before a megabyte of it was made`() async throws {
        let taken = Mutex((octets: 0, longest: 0))
        let server = StreamServer(up: { request in
            for try await chunk in request.bodyStream {
                taken.withLock { ($0.octets, $0.longest) = ($0.octets + chunk.count, max($0.longest, chunk.count)) }
            }
            return .text("read")
        })
        try await server.run { server in
            let client = try await server.client()
            client.send(
                "POST /up HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\nContent-Encoding: deflate\r\n"
                    + "Content-Length: 16777216\r\n\r\n")
            client.send(Self.beginning)
            for _ in 0..<16 { client.send([UInt8](repeating: 0, count: 64 * 1024)) }
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(answers.map(\.status) == [413])
        }
        let (octets, longest) = taken.withLock { $0 }
        #expect(octets < 1 << 20)
        #expect(longest <= 128 * 1024)
    }

    @Test func `what was compressed twice is refused before it is read`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send(
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Encoding: gzip, gzip\r\n"
                    + "Content-Length: 300\r\nExpect: 100-continue\r\n\r\n")
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(answers.map(\.status) == [415])
            #expect(answers.first?.fields["accept-encoding"] == "gzip, deflate")
        }
    }

    @Test func `a compressed body that is read whole is refused like one that streams`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send(
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Encoding: deflate\r\n"
                    + "Content-Length: 100014\r\n\r\n")
            client.send(Self.beginning + [UInt8](repeating: 0, count: 100_000))
            let answers = await client.answers(1)
            #expect(answers.map(\.status) == [413])
        }
    }
}
