import Testing

@testable import SpecGateway

@Suite struct BodyTests {
    @Test func `a body with a length is read whole, in whatever pieces it comes`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nab")
            for piece in ["c", "de", "f"] {
                try await Task.sleep(for: .milliseconds(5))
                client.send(piece)
            }
            #expect(await client.answers(1).map(\.body) == ["abcdef"])
        }
    }

    @Test func `a chunked body is read whole`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send(
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n")
            client.send("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: 1\r\n\r\n")
            #expect(await client.answers(1).map(\.body) == ["abcde"])
        }
    }

    @Test func `a body is asked for only once the head was admitted`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send(
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n"
                    + "Expect: 100-continue\r\n\r\n")
            let asked = await client.received { $0.hasSuffix("\r\n\r\n") }
            #expect(asked == "HTTP/1.1 100 Continue\r\n\r\n")
            client.send("abc")
            #expect(await client.answers(2).map(\.status) == [100, 200])
        }
    }

    @Test func `a refused head is not asked for its body, and the connection ends`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("POST /missing HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(answers.map(\.status) == [404])
        }
    }

    @Test func `a small unwanted body is thrown away and the connection kept`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("POST /missing HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab")
            #expect(await client.answers(1).map(\.status) == [404])
            client.send("cdeGET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.answers(2).map(\.status) == [404, 200])
        }
    }

    @Test func `a large unwanted body ends the connection`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("POST /missing HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n")
            client.send(String(repeating: "a", count: 200_000))
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(answers.map(\.status) == [404])
            #expect(answers.first?.fields["connection"] == "close")
        }
    }

    @Test func `a chunked unwanted body is thrown away up to a bound`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("POST /missing HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            for _ in 0..<40 { client.send("10000\r\n" + String(repeating: "a", count: 65536) + "\r\n") }
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(client.isClosed)
            #expect(answers.map(\.status) == [404])
        }
    }
}
