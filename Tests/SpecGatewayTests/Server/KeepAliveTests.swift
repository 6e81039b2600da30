import Testing

@testable import SpecGateway

@Suite struct KeepAliveTests {
    @Test func `one connection answers one request after the other`() async throws {
        try await withServer { server in
            let client = try await server.client()
            for count in 1...3 {
                client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
                let answers = await client.answers(count)
                #expect(answers.count == count)
                #expect(answers.allSatisfy { $0.status == 200 && $0.body == "now" && $0.fields["connection"] == nil })
            }
        }
    }

    @Test func `answers come in the order of pipelined requests, whatever each waits for`() async throws {
        let paths = ["/slow", "/now", "/later", "/verified", "/missing", "/slow", "/now"]
        try await withServer { server in
            let client = try await server.client()
            client.send(
                paths.map { "GET \($0) HTTP/1.1\r\nHost: a\r\nX-Request-Id: \($0.dropFirst())\r\nX-Key: k\r\n\r\n" }
                    .joined())
            let answers = await client.answers(paths.count)
            #expect(answers.map { "/" + ($0.fields["x-request-id"] ?? "") } == paths)
            #expect(answers.map(\.status) == [200, 200, 200, 200, 404, 200, 200])
        }
    }

    @Test func `two thousand pipelined requests whose nodes do not wait are answered without a deep stack`()
        async throws
    {
        try await withServer { server in
            let client = try await server.client()
            client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
            client.send(String(repeating: "GET /later HTTP/1.1\r\nHost: a\r\n\r\n", count: 2000))
            let answers = await client.answers(2001)
            #expect(answers.count == 2001)
        }
    }

    @Test(arguments: [
        ("GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "close"),
        ("GET /now HTTP/1.0\r\n\r\n", "close"),
        ("GET /now HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n", "close"),
    ])
    func `a connection that is not kept is closed after the answer`(request: String, connection: String) async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send(request)
            let answers = Answer.parse(await client.receivedUntilClosed())
            #expect(client.isClosed)
            #expect(answers.map(\.status) == [200])
            #expect(answers.first?.fields["connection"] == connection)
        }
    }

    @Test func `an HTTP 1.0 client that asks for it keeps its connection`() async throws {
        try await withServer { server in
            let client = try await server.client()
            for count in 1...2 {
                client.send("GET /now HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                let answers = await client.answers(count)
                #expect(answers.last?.fields["connection"] == "keep-alive")
            }
        }
    }

    @Test func `HEAD has the fields of the body and no body`() async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("HEAD /now HTTP/1.1\r\nHost: a\r\n\r\n")
            let text = await client.received { $0.hasSuffix("\r\n\r\n") }
            #expect(text.contains("Content-Length: 3\r\n"))
            client.send("GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let all = await client.receivedUntilClosed()
            #expect(all.dropFirst(text.count).hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test func `a client that does not read does not make the server gather answers`() async throws {
        try await withServer { server in
            let client = try await server.client(isReading: false)
            client.send(String(repeating: "GET /large HTTP/1.1\r\nHost: a\r\n\r\n", count: 30))
            try await Task.sleep(for: .milliseconds(200))
            try await client.startReading()
            let text = await client.received(within: .seconds(20)) { $0.utf8.count > 30_000_000 }
            #expect(text.utf8.count > 30_000_000)
        }
    }

    @Test(arguments: ["Connection: close\r\n", ""])
    func `a large last answer arrives whole`(field: String) async throws {
        try await withServer { server in
            let client = try await server.client()
            client.send("GET /large HTTP/1.1\r\nHost: a\r\n\(field)\r\n")
            if field.isEmpty { client.closeOutput() }
            let text = await client.receivedUntilClosed()
            #expect(Answer.parse(text).map(\.body.utf8.count) == [1_000_000])
        }
    }
}
