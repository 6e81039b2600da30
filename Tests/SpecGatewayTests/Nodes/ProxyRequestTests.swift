import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

struct `A request that is handed on` {
    struct Case: Sendable, CustomTestStringConvertible {
        let target: String
        let base: String
        let sent: String
        var testDescription: String { target }

        init(_ target: String, base: String = "", _ sent: String) {
            self.target = target
            self.base = base
            self.sent = sent
        }
    }

    @Test(arguments: [
        Case("/api/v1/pets/1", "/pets/1"),
        Case("/api/v1/pets/1", base: "/", "/pets/1"),
        Case("/api/v1/pets/1", base: "/inner/v2/", "/inner/v2/pets/1"),
        Case("/api/v1/pets/a%2Fb%20c", "/pets/a%2Fb%20c"),
        Case("/api/v1/pets/a|b\"c%7cd", "/pets/a|b\"c%7cd"),
        Case("/api/v1/pets/1?a[]=1&b=%5B&c=a+b&&", "/pets/1?a[]=1&b=%5B&c=a+b&&"),
        Case("/api/v1/pets/1?", "/pets/1?"),
        Case("/api/v1/pets/a@b:c;d=e", "/pets/a@b:c;d=e"),
        Case("http://other.example/api/v1/pets/1?x", "/pets/1?x"),
    ])
    func `keeps its path and query to the octet`(_ example: Case) async throws {
        let (head, answer) = try await ProxyServer.exchange(
            "GET \(example.target) HTTP/1.1\r\nHost: a\r\n\r\n", to: example.base)
        #expect(head.first == "GET \(example.sent) HTTP/1.1")
        #expect(answer.status == 200)
        #expect(answer.body == #"{"id":1}"#)
    }

    @Test(arguments: ["..", ".", "%2e%2E", "%2e", "a%2f..%2fb", "..%5Cadmin", "%2e%2e%2f%2e%2e%2fadmin"])
    func `is refused where the upstream could take its path for another`(_ segment: String) async throws {
        try await ProxyServer.run({ connection in
            Issue.record("The upstream was asked.")
            try await connection.answer("{}")
        }) { server in
            let client = try await server.client(sending: "GET /api/v1/pets/\(segment) HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try #require(await client.answers(1).first)
            #expect(answer.status == 400)
            #expect(answer.body.contains("malformed-request"))
        }
    }

    @Test func `loses what is meant for the gateway, and gains what it knows`() async throws {
        let (head, _) = try await ProxyServer.exchange(
            """
            GET /api/v1/pets/1 HTTP/1.1\r
            Host: front.example:8080\r
            Connection: keep-alive, X-Hop , te\r
            X-Hop: 1\r
            Keep-Alive: 5\r
            TE: trailers\r
            Proxy-Authorization: Basic YTpi\r
            Proxy-Connection: keep-alive\r
            Trailer: X\r
            Accept-Encoding: gzip\r
            Range: bytes=0-1\r
            Expect: 100-continue\r
            X-Request-Id: r-1\r
            X-Forwarded-For: 6.6.6.6\r
            X_Forwarded_For: 6.6.6.6\r
            X-Forwarded-Prefix: /evil\r
            X-Real-IP: 6.6.6.6\r
            Forwarded: for=6.6.6.6\r
            X-SpecRouter-Target: /admin\r
            traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r
            X-Twice: 1\r
            X-Twice: 2\r
            Cookie: a=1\r
            \r

            """)
        #expect(
            Set(head.dropFirst()) == [
                "host: 127.0.0.1:\(head.port)", "X-Request-Id: r-1", "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Proto: http", "X-Forwarded-Host: front.example:8080", "Via: 1.1 specrouter",
                "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "X-Twice: 1", "X-Twice: 2",
                "Cookie: a=1", "Accept-Encoding: identity",
            ])
    }

    @Test(arguments: [
        (Upstream.ForwardedFields.x, 3, 0), (.standard, 0, 1), (.both, 3, 1), (.none, 0, 0),
    ])
    func `tells of the client by choice`(_ choice: Upstream.ForwardedFields, _ own: Int, _ standard: Int) async throws {
        let request = "GET /api/v1/pets/1 HTTP/1.1\r\nHost: a:80\r\nForwarded: for=evil\r\n\r\n"
        let (head, _) = try await ProxyServer.exchange(request, change: { $0.forwarded = choice })
        #expect(head.count { $0.hasPrefix("X-Forwarded-") } == own)
        #expect(
            head.filter { $0.hasPrefix("Forwarded") }
                == Array(repeating: "Forwarded: for=127.0.0.1;host=\"a:80\";proto=http", count: standard))
    }

    @Test(arguments: [
        ("/keyed", "X-Key: s3cret\r\n", "GET /keyed HTTP/1.1"),
        ("/queried?a=1&key=s3cret&b=%20", "", "GET /queried?a=1&b=%20 HTTP/1.1"),
        ("/queried?k%65y=s3cret", "", "GET /queried HTTP/1.1"),
        ("/baked", "Cookie: a=1; session=s3cret; b=2\r\n", "GET /baked HTTP/1.1"),
    ])
    func `keeps no credential that was verified`(_ path: String, _ field: String, _ line: String) async throws {
        let request = "GET /api/v1\(path) HTTP/1.1\r\nHost: a\r\n\(field)\r\n"
        let (head, answer) = try await ProxyServer.exchange(request)
        #expect(answer.status == 200)
        #expect(head.first == line)
        #expect(!head.joined().contains("s3cret"))
        if field.hasPrefix("Cookie") { #expect(head.contains("Cookie: a=1; b=2")) }
        let passed = try await ProxyServer.exchange(request, change: { $0.credentials = .pass })
        #expect(passed.head.joined().contains("s3cret"))
    }

    @Test func `keeps a credential that was accepted as it is`() async throws {
        let (head, _) = try await ProxyServer.exchange(
            "GET /api/v1/any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer abc\r\n\r\n")
        #expect(head.contains("Authorization: Bearer abc"))
    }

    @Test func `has its checked body as it was sent`() async throws {
        let body = #"{ "id" : 1.0,  "more": [] }"#
        let got = Mutex("")
        let (head, answer) = try await ProxyServer.exchange(
            "PUT /api/v1/pets/1 HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\n\(body.prefix(5))\r\n\(String(body.utf8.count - 5, radix: 16))\r\n\(body.dropFirst(5))\r\n0\r\n\r\n",
            answer: { connection in
                let body = try await connection.octets(body.utf8.count)
                got.withLock { $0 = body }
                try await connection.send("HTTP/1.1 204 X\r\n\r\n")
            })
        #expect(head.contains("Content-Length: \(body.utf8.count)"))
        #expect(got.withLock { $0 } == body)
        #expect(answer.status == 204)
        #expect(answer.fields["content-length"] == nil)
    }

    @Test func `never leaves when it breaks the description`() async throws {
        try await ProxyServer.run({ _ in Issue.record("The upstream was asked.") }) { server in
            let client = try await server.client(
                sending: "PUT /api/v1/pets/1 HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{}")
            #expect(await client.answers(1).map(\.status) == [400])
        }
    }

    @Test(arguments: [10, 400_000])
    func `has its multipart body as it was sent`(_ size: Int) async throws {
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=f\r\nX-Own: 1\r\n\r\n"
            + String(repeating: "f", count: size)
            + "\r\n--b\r\nContent-Disposition: form-data; name=name\r\n\r\nn\r\n--b--\r\n"
        let got = Mutex("")
        let (head, answer) = try await ProxyServer.exchange(
            "POST /api/v1/form HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)",
            answer: { connection in
                let body = try await connection.octets(body.utf8.count)
                got.withLock { $0 = body }
                try await connection.answer(#"{"id":1}"#)
            })
        #expect(answer.status == 200)
        #expect(head.contains("Content-Length: \(body.utf8.count)"))
        #expect(got.withLock { $0 } == body)
    }
}

extension [String] {
    /// Of the upstream, as `Host` has it.
    fileprivate var port: String {
        first { $0.hasPrefix("host: ") }.map { String($0.split(separator: ":").last ?? "") } ?? "none"
    }
}
