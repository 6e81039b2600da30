import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

struct `An upstream's answer` {
    static let get = "GET /api/v1/pets/1 HTTP/1.1\r\nHost: a\r\n\r\n"
    static let file = "GET /api/v1/file HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test func `comes back without what was meant for the gateway`() async throws {
        let (_, answer) = try await ProxyServer.exchange(Self.get) { connection in
            try await connection.answer(
                #"{"id":1}"#,
                "Content-Type: application/json\r\nConnection: X-Hop, keep-alive\r\nX-Hop: 1\r\nKeep-Alive: timeout=5\r\n"
                    + "Proxy-Authenticate: Basic\r\nUpgrade: h2c\r\nX-Request-Id: other\r\nETag: \"a\"\r\nX-Own: 1\r\n")
        }
        #expect(answer.status == 200)
        #expect(
            Set(answer.fields.keys) == ["content-type", "content-length", "etag", "x-own", "date", "x-request-id"])
        #expect(answer.fields["x-request-id"] != "other")
    }

    @Test func `has its chunks put together where it is checked`() async throws {
        let (_, answer) = try await ProxyServer.exchange(Self.get) { connection in
            try await connection.send(
                "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "4\r\n{\"id\r\n4\r\n\": 7\r\n1\r\n}\r\n0\r\nX-Trailer: 1\r\n\r\n")
        }
        #expect(answer.body == #"{"id": 7}"#)
    }

    @Test func `that redirects is not followed`() async throws {
        let (_, answer) = try await ProxyServer.exchange(Self.get) { connection in
            try await connection.answer("", "Location: http://127.0.0.1:1/elsewhere\r\n", status: 302)
        }
        #expect(answer.status == 302)
        #expect(answer.fields["location"] == "http://127.0.0.1:1/elsewhere")
    }

    @Test func `to HEAD has the fields alone`() async throws {
        let request = "HEAD /api/v1/pets/1 HTTP/1.1\r\nHost: a\r\n\r\n"
        let (head, answer) = try await ProxyServer.exchange(request) { connection in
            try await connection.send(
                "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n")
        }
        #expect(head.first == "HEAD /pets/1 HTTP/1.1")
        #expect(answer.status == 200)
        #expect(answer.fields["content-type"] == "application/json")
    }

    @Test func `to HEAD keeps its length`() async throws {
        try await ProxyServer.run({ connection in
            _ = try await connection.head()
            try await connection.send(
                "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 1234\r\n\r\n")
            _ = try await connection.head()
        }) { server in
            let client = try await server.client(sending: "HEAD /api/v1/pets/1 HTTP/1.1\r\nHost: a\r\n\r\n")
            let text = await client.received { $0.contains("\r\n\r\n") }
            #expect(text.hasPrefix("HTTP/1.1 200 "))
            #expect(text.contains("Content-Length: 1234\r\n"))
            #expect(text.hasSuffix("\r\n\r\n"))
        }
    }

    @Test func `that nothing has changed passes`() async throws {
        let (head, answer) = try await ProxyServer.exchange(
            "GET /api/v1/pets/1 HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"a\"\r\n\r\n"
        ) { connection in
            try await connection.send("HTTP/1.1 304 X\r\nETag: \"a\"\r\n\r\n")
        }
        #expect(head.contains("If-None-Match: \"a\""))
        #expect(answer.status == 304)
        #expect(answer.fields["etag"] == "\"a\"")
        #expect(answer.fields["content-length"] == nil)
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        let name: String
        let status: Int
        let code: String
        let play: UpstreamServer.Play
        var testDescription: String { name }
    }

    private static func head(_ fields: String) -> String {
        "HTTP/1.1 200 X\r\nContent-Type: application/json\r\n\(fields)\r\n\r\n"
    }

    static let broken: [Broken] = [
        Broken(name: "a status that is not declared", status: 502, code: "invalid-upstream-response") {
            try await $0.answer("{}", status: 500)
        },
        Broken(name: "a body that breaks its schema", status: 502, code: "invalid-upstream-response") {
            try await $0.answer(#"{"id":"one"}"#)
        },
        Broken(name: "a media type that is not declared", status: 502, code: "invalid-upstream-response") {
            try await $0.answer("<a/>", "Content-Type: text/html\r\n")
        },
        Broken(name: "an encoded body", status: 502, code: "invalid-upstream-response") {
            try await $0.answer("xx", "Content-Type: application/json\r\nContent-Encoding: br\r\n")
        },
        Broken(name: "no HTTP", status: 502, code: "invalid-upstream-response") {
            try await $0.send("SSH-2.0-OpenSSH_9.6\r\n\r\n")
        },
        Broken(name: "304 that nobody asked for", status: 502, code: "invalid-upstream-response") {
            try await $0.send("HTTP/1.1 304 X\r\n\r\n")
        },
        Broken(name: "no answer", status: 502, code: "upstream-unreachable") { _ in throw CancellationError() },
        Broken(name: "a reset", status: 502, code: "upstream-unreachable") {
            try await $0.reset()
            throw CancellationError()
        },
        Broken(name: "half an answer", status: 502, code: "upstream-unreachable") {
            try await $0.send("HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
            throw CancellationError()
        },
        Broken(name: "half a head", status: 502, code: "upstream-unreachable") {
            try await $0.send("HTTP/1.1 200 X\r\nContent-Type: applica")
            throw CancellationError()
        },
        Broken(name: "half a chunked answer", status: 502, code: "upstream-unreachable") {
            try await $0.send(head("Transfer-Encoding: chunked") + "6\r\n{\"id\":\r\n")
            throw CancellationError()
        },
        Broken(name: "a chunked answer without its last chunk", status: 502, code: "upstream-unreachable") {
            try await $0.send(head("Transfer-Encoding: chunked") + "8\r\n{\"id\":1}\r\n")
            throw CancellationError()
        },
        Broken(name: "a bad chunk", status: 502, code: "invalid-upstream-response") {
            try await $0.send(head("Transfer-Encoding: chunked") + "zz\r\n{\"id\":1}\r\n0\r\n\r\n")
        },
        Broken(name: "a length and chunks", status: 502, code: "invalid-upstream-response") {
            try await $0.send(
                head("Content-Length: 3\r\nTransfer-Encoding: chunked") + "8\r\n{\"id\":1}\r\n0\r\n\r\n")
        },
        Broken(name: "chunks and a length", status: 502, code: "invalid-upstream-response") {
            try await $0.send(
                head("Transfer-Encoding: chunked\r\nContent-Length: 3") + "8\r\n{\"id\":1}\r\n0\r\n\r\n")
        },
        Broken(name: "two lengths", status: 502, code: "invalid-upstream-response") {
            try await $0.send(head("Content-Length: 8\r\nContent-Length: 9") + "{\"id\":1}")
        },
        Broken(name: "a negative length", status: 502, code: "invalid-upstream-response") {
            try await $0.send(head("Content-Length: -8") + "{\"id\":1}")
        },
        Broken(name: "a list of lengths", status: 502, code: "invalid-upstream-response") {
            try await $0.send(head("Content-Length: 8, 9") + "{\"id\":1}")
        },
        Broken(name: "a folded field", status: 502, code: "invalid-upstream-response") {
            try await $0.send(head("X-A: a\r\n b\r\nContent-Length: 8") + "{\"id\":1}")
        },
        Broken(name: "NUL in a field", status: 502, code: "invalid-upstream-response") {
            try await $0.send(head("X-A: a\u{0}b\r\nContent-Length: 8") + "{\"id\":1}")
        },
        Broken(name: "a space before the colon", status: 502, code: "invalid-upstream-response") {
            try await $0.send(head("X-A : a\r\nContent-Length: 8") + "{\"id\":1}")
        },
        Broken(name: "a status of four digits", status: 502, code: "invalid-upstream-response") {
            try await $0.send("HTTP/1.1 2000 X\r\nContent-Length: 0\r\n\r\n")
        },
        Broken(name: "a binary mess", status: 502, code: "invalid-upstream-response") {
            try await $0.send([22, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3, 13, 10, 13, 10])
        },
        Broken(name: "silence", status: 504, code: "upstream-timeout") { _ = try await $0.head() },
        Broken(name: "too large an answer", status: 502, code: "invalid-upstream-response") {
            try await $0.send(
                "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3000\r\n\(String(repeating: " ", count: 0x3000))\r\n")
            _ = try await $0.head()
        },
    ]

    @Test(arguments: broken)
    func `is answered with a problem where it is`(_ example: Broken) async throws {
        let (_, answer) = try await ProxyServer.exchange(Self.get, answer: example.play) {
            $0.largestAnswer = 10_000
            if example.status == 504 { $0.answerTimeout = .milliseconds(200) }
        }
        #expect(answer.status == example.status)
        #expect(answer.body.contains("urn:specrouter:problem:\(example.code)\""))
        #expect(!answer.body.contains("127.0.0.1"))
    }

    @Test(arguments: [
        ("http://127.0.0.1:1", "upstream-unreachable"), ("http://no-such-host.invalid", "upstream-unreachable"),
    ])
    func `that cannot be had is 502`(_ url: String, _ code: String) async throws {
        try await ProxyServer.run(before: url) { server in
            let client = try await server.client(sending: Self.get)
            let answer = try #require(await client.answers(1).first)
            #expect(answer.status == 502)
            #expect(answer.body.contains(code))
            #expect(!answer.body.contains("no-such-host"))
        }
    }

    @Test func `says more where problems are verbose`() async throws {
        var policy = Policy()
        policy.problems = .verbose
        try await ProxyServer.run(before: "http://127.0.0.1:1", policy: policy) { server in
            let client = try await server.client(sending: Self.get)
            let answer = try #require(await client.answers(1).first)
            #expect(answer.body.contains("connection refused"))
        }
    }

    @Test func `may be undeclared where the policy says so`() async throws {
        var policy = Policy()
        policy.responses.status = .off
        try await ProxyServer.run(
            { connection in
                _ = try await connection.head()
                try await connection.answer("down", "Content-Type: text/plain\r\n", status: 503)
            }, policy: policy
        ) { server in
            let client = try await server.client(sending: Self.get)
            let text = await client.received { $0.contains("down") }
            #expect(text.hasPrefix("HTTP/1.1 503 "))
        }
    }

    @Test(arguments: [
        ("Transfer-Encoding: chunked", "5\r\nhello\r\n"), ("Content-Length: 10", "hello"),
    ])
    func `that breaks off while it passes ends the connection`(_ field: String, _ begin: String) async throws {
        try await ProxyServer.run({ connection in
            _ = try await connection.head()
            try await connection.send(
                "HTTP/1.1 200 X\r\nContent-Type: application/octet-stream\r\n\(field)\r\n\r\n\(begin)")
        }) { server in
            let client = try await server.client(sending: Self.file)
            let text = await client.receivedUntilClosed()
            #expect(text.hasPrefix("HTTP/1.1 200 "))
            #expect(text.hasSuffix(begin))
        }
    }

    /// What comes behind an answer is nobody's, least of all the next client's.
    @Test(arguments: [true, false])
    func `that comes twice is given once`(isAtOnce: Bool) async throws {
        let asked = Mutex(0)
        try await ProxyServer.run({ connection in
            while try await connection.head() != nil {
                let number = asked.withLock { count in
                    count += 1
                    return count
                }
                let forged =
                    "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":666}"
                let right = Self.head("Content-Length: 8") + "{\"id\":\(number)}"
                if isAtOnce {
                    try await connection.send(right + forged)
                } else {
                    try await connection.send(right)
                    try await connection.send(forged)
                }
            }
        }) { server in
            let client = try await server.client()
            for count in 1...5 {
                client.send(Self.get)
                let answer = try #require(await client.answers(count).last)
                #expect(!answer.body.contains("666"))
                #expect(
                    answer.status == 200 ? answer.body == "{\"id\":\(asked.withLock { $0 })}" : answer.status == 502)
            }
        }
    }

    /// A listening socket whose queue is full takes no further connection, and does not say so.
    @Test func `that does not take the connection in time is 504`() async throws {
        let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                #expect(bind(listener, address, length) == 0 && listen(listener, 0) == 0)
                #expect(getsockname(listener, address, &length) == 0)
            }
        }
        let port = Int(UInt16(bigEndian: address.sin_port))
        let first = try await SocketClient(port: port)
        try await ProxyServer.run(
            before: "http://127.0.0.1:\(port)", change: { $0.connectTimeout = .milliseconds(300) }
        ) { server in
            let client = try await server.client(sending: Self.get)
            let answer = try #require(await client.answers(1).first)
            #expect(answer.status == 504)
            #expect(answer.body.contains("urn:specrouter:problem:upstream-timeout"))
            #expect(answer.body.contains("did not take the connection in time"))
        }
        await first.close()
    }

    @Test func `is no longer wanted when the client has gone`() async throws {
        let gone = Signal()
        let asked = Signal()
        try await ProxyServer.run({ connection in
            _ = try await connection.head()
            asked.set()
            while try await connection.some() != nil {}
            gone.set()
        }) { server in
            let client = try await server.client(sending: Self.get)
            await asked.wait()
            await client.close()
            await gone.wait()
        }
    }

    @Test func `is no longer wanted when the client has gone in its middle`() async throws {
        let gone = Signal()
        try await ProxyServer.run({ connection in
            _ = try await connection.head()
            try await connection.send(
                "HTTP/1.1 200 X\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000000000\r\n\r\nhello")
            while try await connection.some() != nil {}
            gone.set()
        }) { server in
            let client = try await server.client(sending: Self.file)
            _ = await client.received { $0.hasSuffix("hello") }
            await client.close()
            await gone.wait()
        }
    }
}
