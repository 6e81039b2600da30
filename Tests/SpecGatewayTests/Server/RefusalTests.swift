import SpecRouter
import Testing

@testable import SpecGateway

/// What the server refuses by itself, with a status and the connection closed.
@Suite struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var request: String
        var status: Int
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "no Host", request: "GET /now HTTP/1.1\r\n\r\n", status: 400),
        Case(name: "two Hosts", request: "GET /now HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", status: 400),
        Case(name: "a Host with a space", request: "GET /now HTTP/1.1\r\nHost: a b\r\n\r\n", status: 400),
        Case(name: "two Hosts in one field", request: "GET /now HTTP/1.1\r\nHost: a, b\r\n\r\n", status: 400),
        Case(name: "a Host with a user", request: "GET /now HTTP/1.1\r\nHost: u@a\r\n\r\n", status: 400),
        Case(name: "a Host with a path", request: "GET /now HTTP/1.1\r\nHost: a/b\r\n\r\n", status: 400),
        Case(name: "a Host with a port that is none", request: "GET /now HTTP/1.1\r\nHost: a:b\r\n\r\n", status: 400),
        Case(name: "a Host without its bracket", request: "GET /now HTTP/1.1\r\nHost: [::1\r\n\r\n", status: 400),
        Case(name: "a Host of brackets", request: "GET /now HTTP/1.1\r\nHost: []\r\n\r\n", status: 400),
        Case(name: "two Hosts in HTTP/1.0", request: "GET /now HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", status: 400),
        Case(
            name: "length with chunked",
            request:
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            status: 400),
        Case(
            name: "chunked with length",
            request:
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
            status: 400),
        Case(
            name: "two different lengths",
            request:
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            status: 400),
        Case(
            name: "two equal lengths",
            request:
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
            status: 400),
        Case(
            name: "a list of lengths",
            request: "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 3, 3\r\n\r\nabc",
            status: 400),
        Case(
            name: "a signed length", request: "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc",
            status: 400),
        Case(
            name: "an endless length",
            request: "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\nabc", status: 400
        ),
        Case(
            name: "a bad chunk size",
            request:
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
            status: 400),
        Case(
            name: "a chunk longer than it says",
            request:
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
            status: 400),
        Case(
            name: "another transfer coding",
            request:
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            status: 400),
        Case(
            name: "a disguised transfer coding",
            request:
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            status: 400),
        Case(
            name: "chunked twice",
            request:
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            status: 400),
        Case(
            name: "chunked in HTTP/1.0",
            request:
                "POST /body HTTP/1.0\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            status: 400),
        Case(name: "bare LF after a field", request: "GET /now HTTP/1.1\r\nHost: a\n\r\n", status: 400),
        Case(name: "bare LF after the request line", request: "GET /now HTTP/1.1\nHost: a\r\n\r\n", status: 400),
        Case(name: "bare CR in a field", request: "GET /now HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n", status: 400),
        Case(name: "NUL in a field", request: "GET /now HTTP/1.1\r\nHost: a\r\nX: a\u{0}b\r\n\r\n", status: 400),
        Case(name: "obs-fold", request: "GET /now HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", status: 400),
        Case(name: "a space before the colon", request: "GET /now HTTP/1.1\r\nHost : a\r\n\r\n", status: 400),
        Case(name: "a field without a colon", request: "GET /now HTTP/1.1\r\nHost: a\r\nnothing\r\n\r\n", status: 400),
        Case(name: "another protocol", request: "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", status: 400),
        Case(name: "another version", request: "GET /now HTTP/2.0\r\nHost: a\r\n\r\n", status: 400),
        Case(
            name: "a long target", request: "GET /\(String(repeating: "a", count: 17_000)) HTTP/1.1\r\nHost: a\r\n\r\n",
            status: 414),
        Case(
            name: "a long field",
            request: "GET /now HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 17_000))\r\n\r\n", status: 431),
        Case(
            name: "long fields together",
            request: "GET /now HTTP/1.1\r\nHost: a\r\n"
                + (0..<20).map { "X\($0): \(String(repeating: "a", count: 1000))\r\n" }.joined() + "\r\n", status: 431),
        Case(
            name: "many fields",
            request: "GET /now HTTP/1.1\r\nHost: a\r\n" + (0..<101).map { "X\($0): a\r\n" }.joined() + "\r\n",
            status: 431),
        Case(
            name: "a body that says it is too large",
            request: "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 2000000\r\n\r\n",
            status: 413),
    ]

    @Test(arguments: cases)
    func `is refused with a status, and the connection closed`(refused: Case) async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send(refused.request)
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(client.isClosed)
            #expect(answers.map(\.status) == [refused.status])
            #expect(answers.first?.fields["connection"] == "close")
            #expect(answers.first?.fields["content-type"] == "application/problem+json")
        }
    }

    @Test(arguments: cases.filter { $0.request.utf8.count < 2000 })
    func `is refused as well when it comes byte by byte`(refused: Case) async throws {
        try await withServer { server in
            let client = try await server.client()
            for byte in refused.request.utf8 {
                client.send([byte])
                await Task.yield()
            }
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(answers.map(\.status) == [refused.status])
        }
    }

    @Test func `a method that nobody knows is refused, and the connection goes on`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("FROBNICATE /now HTTP/1.1\r\nHost: a\r\n\r\nGET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.answers(2).map(\.status) == [501, 200])
            await client.close()
        }
    }

    @Test func `a target that is too long is 414 when it comes in pieces`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("GET /")
            for _ in 0..<40 {
                client.send(String(repeating: "a", count: 1000))
                try await Task.sleep(for: .milliseconds(1))
            }
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [414])
        }
    }

    @Test func `a chunked body is refused once it is too large`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send(
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "10000\r\n" + String(repeating: "a", count: 65536) + "\r\n"
            for _ in 0..<17 { client.send(chunk) }
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [413])
        }
    }

    @Test func `a body that is cut off is refused`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\nabc")
            client.closeOutput()
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [400])
        }
    }

    @Test func `good requests before a malformed one are answered first`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /now HTTP/1.1\r\n\r\n")
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [200, 400])
        }
    }

    @Test func `nothing is read after a refusal as a request`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send(
                "POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            client.send("0\r\n\r\nGET /now HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(Answer.parse(await client.receivedUntilClosed()).map(\.status) == [400])
        }
    }
}
