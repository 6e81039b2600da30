import NIOSSL
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

/// What stands between clients and operations does so over HTTP/2 as well.
@Suite struct FrontOfUsersTests {
    private static let line = Array("PROXY TCP4 203.0.113.9 127.0.0.1 56324 443\r\n".utf8)

    @Test(
        arguments: [line, `The PROXY protocol`.version4, `The PROXY protocol`.version6], [Transport.http2, .http2TLS])
    func `the PROXY protocol says who the client of each stream is`(
        prelude: [UInt8], transport: Transport
    ) async throws {
        let log = Mutex<[UInt8]>([])
        let authority = try TestAuthority()
        try await withDirectory { directory in
            let tls = transport == .http2TLS ? try authority.server().write(to: directory) : nil
            try await withServer(
                accessLog: .text, tls: tls, http2: .always, log: { lines in log.withLock { $0 += lines } },
                configured: {
                    $0.trustedProxies = [AddressRange("127.0.0.1")].compactMap(\.self)
                    $0.proxyProtocol = .required
                }
            ) { server in
                let socket = try await server.client(
                    tls: tls == nil ? nil : authority.client(protocols: ["h2"]), prelude: prelude)
                let client = try await FrameClient(socket)
                for stream in [UInt32(1), 3] {
                    client.send(.get("/now", stream, [("x-forwarded-for", "6.6.6.6")]))
                    #expect(try await client.answer(stream).text == "now")
                }
            }
        }
        let address = prelude == `The PROXY protocol`.version6 ? "2001:db8::1" : "203.0.113.9"
        let text = log.withLock { String(decoding: $0, as: UTF8.self) }
        #expect(text.ranges(of: " client=\(address) ").count == 2, "\(text)")
    }

    @Test(arguments: [Transport.http2, .http2TLS])
    func `a connection without the PROXY protocol is closed`(transport: Transport) async throws {
        let authority = try TestAuthority()
        try await withDirectory { directory in
            let tls = transport == .http2TLS ? try authority.server().write(to: directory) : nil
            try await withServer(
                tls: tls, http2: .always,
                configured: {
                    $0.trustedProxies = [AddressRange("127.0.0.1")].compactMap(\.self)
                    $0.proxyProtocol = .required
                }
            ) { server in
                let socket = try await server.client(tls: tls == nil ? nil : authority.client(protocols: ["h2"]))
                let client = try await FrameClient(socket)
                client.send(.get("/now"))
                #expect(await socket.receivedUntilClosed() == "")
                #expect(socket.isClosed)
            }
        }
    }

    @Test(arguments: [("gzip", true), ("br", false), ("gzip;q=0", false)])
    func `an answer is compressed where the client takes it`(accepted: String, isCompressed: Bool) async throws {
        let long = String(repeating: "a long answer, ", count: 10_000)
        let server = StreamServer(down: { _ in .text(long) })
        try await withServer(
            api: server.compiled(), http2: .always, configured: { $0.compression = ResponseCompression() }
        ) { server in
            let client = try await FrameClient(server)
            client.send(.get("/down", 1, [("accept-encoding", accepted)]))
            let answer = try await client.answer()
            #expect(answer.isWhole)
            #expect(answer.fields["vary"] == "Accept-Encoding")
            #expect(answer.fields["content-encoding"] == (isCompressed ? "gzip" : nil))
            #expect(answer.fields["content-length"] == "\(answer.body.count)")
            let text = isCompressed ? try `A compressed answer`.gunzip(answer.body) : answer.body
            #expect(String(decoding: text, as: UTF8.self) == long)
        }
    }

    @Test func `a stream is compressed piece by piece`() async throws {
        let mayEnd = Signal()
        let server = StreamServer(down: { _ in
            .stream(contentType: "text/plain") { writer in
                try await writer.write(Array("first ".utf8))
                await mayEnd.wait()
                try await writer.write(Array("last".utf8))
            }
        })
        try await withServer(
            api: server.compiled(), http2: .always, configured: { $0.compression = ResponseCompression() }
        ) { server in
            let client = try await FrameClient(server)
            client.send(.get("/down", 1, [("accept-encoding", "gzip")]))
            let first = await client.frames { frames in frames.contains { $0.kind == Frame.Kind.data } }
            #expect(first.contains { $0.kind == Frame.Kind.data && !$0.payload.isEmpty })
            mayEnd.set()
            let answer = try await client.answer()
            #expect(answer.fields["content-encoding"] == "gzip")
            #expect(String(decoding: try `A compressed answer`.gunzip(answer.body), as: UTF8.self) == "first last")
        }
    }

    @Test func `a page of another origin is told what it may do`() async throws {
        let sharing = CrossOriginSharing(with: .origins(["https://app.example"]))
        let api = try `A page of another origin`.api(sharing)
        try await withServer(api: api, http2: .always) { server in
            let client = try await FrameClient(server)
            let origin = ("origin", "https://app.example")
            client.send(
                .headers(1, Frame.request("OPTIONS", "/pets") + [origin, ("access-control-request-method", "PUT")]))
            let preflight = try await client.answer()
            #expect(preflight.status == 204)
            #expect(preflight.fields["access-control-allow-origin"] == "https://app.example")
            #expect(preflight.fields["access-control-allow-methods"] == "PUT")
            client.send(.get("/pets", 3, [origin]), .get("/pets", 5, [("origin", "https://evil.example")]))
            #expect(try await client.answer(3).fields["access-control-allow-origin"] == "https://app.example")
            #expect(try await client.answer(5).fields["access-control-allow-origin"] == nil)
        }
    }
}
