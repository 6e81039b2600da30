import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

/// The exchange of request and answer is the same over every transport.
@Suite struct TransportTests {
    @Test(arguments: Transport.allCases) func `a request is answered`(over transport: Transport) async throws {
        try await transport.withServer { server in
            let client = try await server.client()
            client.send("GET", "/now", [("x-request-id", "mine")])
            let answer = try await client.answer()
            #expect(answer.status == 200)
            #expect(answer.text == "now")
            #expect(answer.fields["x-request-id"] == "mine")
            #expect(answer.fields["content-length"] == "3")
        }
    }

    @Test(arguments: Transport.allCases, [("/missing", 404), ("/body", 405), ("/verified", 401), ("/later", 200)])
    func `a request gets its status`(over transport: Transport, request: (path: String, status: Int)) async throws {
        try await transport.withServer { server in
            let client = try await server.client()
            client.send("GET", request.path)
            #expect(try await client.answer().status == request.status)
        }
    }

    @Test(arguments: Transport.allCases) func `a verifier that waits lets a request in`(
        over transport: Transport
    ) async throws {
        try await transport.withServer { server in
            let client = try await server.client()
            client.send("GET", "/verified", [("x-key", "k")])
            #expect(try await client.answer().text == "verified")
        }
    }

    @Test(arguments: Transport.allCases, [Int?.none, 9]) func `a body comes in pieces`(
        over transport: Transport, length: Int?
    ) async throws {
        try await transport.withServer { server in
            let client = try await server.client()
            client.begin("/body", length: length)
            for piece in ["one", "two", "six"] { client.send(piece, of: length) }
            client.end(length: length)
            #expect(try await client.answer().text == "onetwosix")
        }
    }

    @Test(arguments: Transport.allCases) func `a body that says it is too large is 413`(
        over transport: Transport
    ) async throws {
        try await transport.withServer { server in
            let client = try await server.client()
            client.begin("/body", length: 2_000_000)
            #expect(try await client.answer().status == 413)
        }
    }

    @Test(arguments: Transport.allCases) func `a body that grows too large is 413`(
        over transport: Transport
    ) async throws {
        let limits = Limits.hasty { $0.bodyBytes = 20_000 }
        try await transport.withServer(limits: limits) { server in
            let client = try await server.client()
            client.begin("/body")
            for _ in 0..<3 { client.send(String(repeating: "x", count: 10_000)) }
            #expect(try await client.answer().status == 413)
        }
    }

    @Test(arguments: Transport.allCases) func `a large answer comes whole`(over transport: Transport) async throws {
        try await transport.withServer { server in
            let client = try await server.client()
            client.send("GET", "/large")
            #expect(try await client.answer().body.count == 1_000_000)
        }
    }

    @Test(arguments: Transport.allCases) func `HEAD has the fields alone`(over transport: Transport) async throws {
        try await transport.withServer { server in
            let client = try await server.client()
            client.send("HEAD", "/now")
            let answer = try await client.answer { $0.status != nil }
            #expect(answer.status == 200)
            #expect(answer.fields["content-length"] == "3")
            #expect(answer.body.isEmpty)
        }
    }

    @Test(arguments: Transport.allCases) func `a body that does not arrive in time is 408`(
        over transport: Transport
    ) async throws {
        let limits = Limits.hasty { $0.bodyTimeout = .milliseconds(100) }
        try await transport.withServer(limits: limits) { server in
            let client = try await server.client()
            client.begin("/body", length: 10)
            client.send("abc", of: 10)
            #expect(try await client.answer().status == 408)
        }
    }

    @Test(arguments: Transport.allCases) func `a node that takes too long is 504, and cancelled`(
        over transport: Transport
    ) async throws {
        let before = TestAPI.cancelled.load(ordering: .relaxed)
        let limits = Limits.hasty { $0.nodeTimeout = .milliseconds(100) }
        try await transport.withServer(limits: limits) { server in
            let client = try await server.client()
            client.send("GET", "/endless")
            #expect(try await client.answer().status == 504)
        }
        #expect(TestAPI.cancelled.load(ordering: .relaxed) > before)
    }

    @Test(arguments: Transport.allCases) func `a node whose client has gone is cancelled`(
        over transport: Transport
    ) async throws {
        let begun = Signal()
        let cancelled = Signal()
        let server = StreamServer(down: { _ in
            begun.set()
            try? await Task.sleep(for: .seconds(600))
            cancelled.set()
            return .text("late")
        })
        try await transport.withServer(api: server.compiled()) { server in
            let client = try await server.client()
            client.send("GET", "/down")
            await begun.wait()
            await client.abandon()
            await cancelled.wait()
        }
    }

    @Test(arguments: Transport.allCases) func `what is in flight is finished while the server drains`(
        over transport: Transport
    ) async throws {
        let begun = Signal()
        let mayEnd = Signal()
        let server = StreamServer(down: { _ in
            begun.set()
            await mayEnd.wait()
            return .text("done")
        })
        try await transport.withServer(limits: .hasty { $0.drainTimeout = .seconds(60) }, api: server.compiled()) {
            server in
            let client = try await server.client()
            client.send("GET", "/down")
            await begun.wait()
            async let drained: Void = server.server.server.drain()
            mayEnd.set()
            #expect(try await client.answer().text == "done")
            await drained
        }
    }

    @Test(arguments: Transport.allCases) func `a streamed body reaches its node as it comes`(
        over transport: Transport
    ) async throws {
        let first = Signal()
        let server = StreamServer(up: { request in
            var count = 0
            for try await chunk in request.bodyStream {
                count += chunk.count
                first.set()
            }
            return .text("\(count)")
        })
        try await transport.withServer(api: server.compiled()) { server in
            let client = try await server.client()
            client.begin("/up", type: "application/octet-stream")
            client.send("abc")
            await first.wait()
            client.send("defg")
            client.end()
            #expect(try await client.answer().text == "7")
        }
    }

    @Test(arguments: Transport.allCases) func `a streamed body without an end is 408`(
        over transport: Transport
    ) async throws {
        let server = StreamServer(up: StreamServer.counting)
        let limits = Limits.hasty { $0.idleTimeout = .seconds(2) }
        try await transport.withServer(limits: limits, api: server.compiled()) { server in
            var status: Int?
            // On a busy machine the connection may be over before its request has begun.
            while status == nil {
                let client = try await server.client()
                client.begin("/up", type: "application/octet-stream")
                client.send("abc")
                status = try await client.answer().status
            }
            #expect(status == 408)
        }
    }

    @Test(arguments: Transport.allCases) func `a streamed answer is sent as it is made`(
        over transport: Transport
    ) async throws {
        let mayEnd = Signal()
        let server = StreamServer(down: { _ in
            .stream(contentType: "application/octet-stream") { writer in
                try await writer.write(Array("begin".utf8))
                await mayEnd.wait()
                try await writer.write(Array("end".utf8))
            }
        })
        try await transport.withServer(api: server.compiled()) { server in
            let client = try await server.client()
            client.send("GET", "/down")
            #expect(try await client.answer { $0.body.count >= 5 }.text == "begin")
            mayEnd.set()
            #expect(try await client.answer().text == "beginend")
        }
    }

    @Test(arguments: Transport.allCases) func `a streamed answer that fails is no whole one`(
        over transport: Transport
    ) async throws {
        struct Failure: Error {}
        let server = StreamServer(down: { _ in
            .stream(contentType: "application/octet-stream") { writer in
                try await writer.write(Array("begin".utf8))
                throw Failure()
            }
        })
        try await transport.withServer(api: server.compiled()) { server in
            let client = try await server.client()
            client.send("GET", "/down")
            let answer = try await client.answer()
            #expect(!answer.isWhole)
            if case .http2(let frames) = client {
                #expect(try StreamAnswer(1, in: frames.frames).reset == 2)
            }
        }
    }

    @Test(arguments: [Transport.http1, .http2, .http2TLS])
    func `a client that does not read holds the node up, and is given up`(
        over transport: Transport
    ) async throws {
        let written = Atomic(0)
        let ended = Signal()
        let server = StreamServer(down: { _ in
            .stream(contentType: "application/octet-stream") { writer in
                defer { ended.set() }
                for _ in 0..<10_000 {
                    try await writer.write(Array(repeating: 0, count: 64 * 1024))
                    written.add(1, ordering: .relaxed)
                }
            }
        })
        let limits = Limits.hasty { $0.idleTimeout = .seconds(2) }
        try await transport.withServer(limits: limits, api: server.compiled()) { server in
            // On a busy machine the connection may be over before its request has begun.
            while written.load(ordering: .relaxed) == 0 {
                let client = try await server.client(isReading: false)
                client.send("GET", "/down")
                for _ in 0..<1000 where written.load(ordering: .relaxed) == 0 {
                    try await Task.sleep(for: .milliseconds(3))
                }
            }
            await ended.wait()
            #expect(written.load(ordering: .relaxed) < 1000)
        }
    }

    @Test(arguments: Transport.allCases) func `bodies stream both ways at once`(over transport: Transport) async throws
    {
        let server = StreamServer()
        try await transport.withServer(api: server.compiled()) { server in
            let client = try await server.client()
            client.begin("/both", type: "application/octet-stream")
            for count in 1...5 {
                client.send("ping")
                #expect(try await client.answer { $0.body.count >= 4 * count }.body.count == 4 * count)
            }
            client.end()
            let answer = try await client.answer()
            #expect(answer.text == String(repeating: "ping", count: 5))
            #expect(answer.isWhole)
        }
    }

    @Test(arguments: Transport.allCases) func `an access line is written`(over transport: Transport) async throws {
        let lines = Mutex("")
        try await transport.withServer(
            accessLog: .text, log: { line in lines.withLock { $0 += String(decoding: line, as: UTF8.self) } }
        ) { server in
            let client = try await server.client()
            client.send("GET", "/now", [("x-request-id", "mine")])
            _ = try await client.answer()
        }
        #expect(lines.withLock { $0 }.contains(" mine GET /now 200 "))
    }
}
