import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

struct `The PROXY protocol` {
    static let signature: [UInt8] = [13, 10, 13, 10, 0, 13, 10, 81, 85, 73, 84, 10]
    static let ports: [UInt8] = [0x12, 0x34, 0x01, 0xbb]
    static let version4: [UInt8] = signature + [0x21, 0x11, 0, 12, 203, 0, 113, 9, 127, 0, 0, 1] + ports
    static let version6: [UInt8] =
        signature + [0x21, 0x21, 0, 36, 0x20, 1, 13, 0xb8] + [UInt8](repeating: 0, count: 11) + [1]
        + [UInt8](repeating: 0, count: 16) + ports

    static let longest = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"

    struct Good: Sendable, CustomTestStringConvertible {
        let bytes: [UInt8]
        let source: String?
        var testDescription: String { String(decoding: bytes.prefix(40), as: UTF8.self) }

        init(_ line: String, _ source: String?) { self.init(Array(line.utf8), source) }

        init(_ bytes: [UInt8], _ source: String?) {
            self.bytes = bytes
            self.source = source
        }
    }

    static let good = [
        Good("PROXY TCP4 203.0.113.9 127.0.0.1 56324 443\r\n", "203.0.113.9"),
        Good("PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n", "255.255.255.255"),
        Good("PROXY TCP6 2001:db8::1 ::1 0 443\r\n", "2001:db8::1"),
        Good("PROXY TCP6 \(longest) \(longest) 65535 65535\r\n", longest),
        Good("PROXY UNKNOWN\r\n", nil),
        Good("PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n", nil),
        Good(version4, "203.0.113.9"),
        Good(version6, "2001:db8::1"),
        // With a TLV behind the addresses.
        Good(Array(version4[..<14]) + [0, 16] + Array(version4[16...]) + [4, 0, 1, 7], "203.0.113.9"),
        // LOCAL: a check of the proxy's own.
        Good(signature + [0x20, 0x00, 0, 0], nil),
        Good(signature + [0x20, 0x11, 0, 12] + [UInt8](repeating: 1, count: 12), nil),
        Good(signature + [0x21, 0x00, 0, 3, 1, 2, 3], nil),
        Good(signature + [0x21, 0x31, 0, 216] + [UInt8](repeating: 0, count: 216), nil),
    ]

    @Test(arguments: good)
    func `is read, in whatever pieces it comes`(_ example: Good) {
        let header = ProxyHeader(source: example.source.flatMap { IPAddress($0) })
        for count in 0..<example.bytes.count {
            #expect(ProxyHeader.read(Array(example.bytes.prefix(count))) == .incomplete, "\(count)")
        }
        let complete = ProxyHeader.Reading.complete(header, count: example.bytes.count)
        #expect(ProxyHeader.read(example.bytes) == complete)
        #expect(ProxyHeader.read(example.bytes + Array("GET / HTTP/1.1\r\n".utf8)) == complete)
    }

    static let bad: [[UInt8]] =
        [
            "GET / HTTP/1.1\r\n", "proxy TCP4 1.2.3.4 1.2.3.4 1 2\r\n", "PROXY TCP4 1.2.3.4 1.2.3.4 1 2\n",
            "PROXY  TCP4 1.2.3.4 1.2.3.4 1 2\r\n", "PROXY TCP4 1.2.3.4 1.2.3.4 1\r\n",
            "PROXY TCP4 1.2.3.4 1.2.3.4 1 2 3\r\n", "PROXY TCP4 1.2.3.4 1.2.3.4 1 65536\r\n",
            "PROXY TCP4 1.2.3.4 1.2.3.4 01 2\r\n", "PROXY TCP4 1.2.3.4 1.2.3.4 -1 2\r\n",
            "PROXY TCP4 1.2.3.4 1.2.3.4 +1 2\r\n", "PROXY TCP4 1.2.3.256 1.2.3.4 1 2\r\n",
            "PROXY TCP4 01.2.3.4 1.2.3.4 1 2\r\n", "PROXY TCP4 ::1 ::1 1 2\r\n", "PROXY TCP6 1.2.3.4 1.2.3.4 1 2\r\n",
            "PROXY TCP5 1.2.3.4 1.2.3.4 1 2\r\n", "PROXY UDP4 1.2.3.4 1.2.3.4 1 2\r\n", "PROXY \r\n", "PROXY\r\n",
            "PROXY UNKNOWN " + String(repeating: "x", count: 100) + "\r\n",
            "PROXY TCP4 " + String(repeating: "1", count: 200),
            "PROXY TCP4 1.2.3.4\t1.2.3.4 1 2\r\n",
        ].map { Array($0.utf8) } + [
            [22, 3, 1], [13, 10, 13, 10, 1], signature + [0x11, 0x11, 0, 12], signature + [0x22, 0x11, 0, 12],
            signature + [0x31], signature + [0x21, 0x12, 0, 12], signature + [0x21, 0x99, 0, 12],
            signature + [0x21, 0x11, 0, 11], signature + [0x21, 0x21, 0, 35], signature + [0x21, 0x11, 0x10, 0x01],
            signature + [0x21, 0x11, 0xff, 0xff],
        ]

    @Test(arguments: bad)
    func `is refused in any other form`(_ bytes: [UInt8]) {
        #expect(ProxyHeader.read(bytes) == .invalid)
    }

    private func log(
        of prelude: [UInt8], trusting range: String = "127.0.0.1", _ check: (SocketClient) async throws -> Void
    ) async throws -> String {
        let log = Mutex<[UInt8]>([])
        try await withServer(
            accessLog: .text, log: { lines in log.withLock { $0 += lines } },
            configured: {
                $0.trustedProxies = [AddressRange(range)].compactMap(\.self)
                $0.proxyProtocol = .required
            }
        ) { server in
            let client = try await server.client(
                sending: "GET /now HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n", prelude: prelude)
            try await check(client)
        }
        return log.withLock { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        (version4, "203.0.113.9"), (version6, "2001:db8::1"),
        (Array("PROXY TCP4 203.0.113.9 127.0.0.1 56324 443\r\n".utf8), "203.0.113.9"),
        (signature + [0x20, 0x00, 0, 0], "6.6.6.6"),
    ])
    func `says who the client is`(_ prelude: [UInt8], _ address: String) async throws {
        let log = try await log(of: prelude) { #expect(await $0.answers(1).map(\.body) == ["now"]) }
        #expect(log.contains(" client=\(address) "))
    }

    @Test(arguments: [
        ([], "127.0.0.1"), (version4, "10.0.0.0/8"), (Array("PROXY TCP4\r\n".utf8), "127.0.0.1"),
    ])
    func `closes what has no right to it`(_ prelude: [UInt8], _ range: String) async throws {
        let log = try await log(of: prelude, trusting: range) { #expect(await $0.receivedUntilClosed() == "") }
        #expect(log == "")
    }

    @Test func `comes before TLS`() async throws {
        let authority = try TestAuthority()
        let log = Mutex<[UInt8]>([])
        try await withDirectory { directory in
            try await withServer(
                accessLog: .text, tls: try authority.server().write(to: directory),
                log: { lines in log.withLock { $0 += lines } },
                configured: {
                    $0.trustedProxies = [AddressRange("127.0.0.1")].compactMap(\.self)
                    $0.proxyProtocol = .required
                }
            ) { server in
                let client = try await server.client(
                    sending: "GET /now HTTP/1.1\r\nHost: a\r\n\r\n", tls: authority.client(), prelude: Self.version4)
                #expect(await client.answers(1).map(\.body) == ["now"])
            }
        }
        #expect(log.withLock { String(decoding: $0, as: UTF8.self) }.contains(" client=203.0.113.9 "))
    }

    @Test func `has to come in time`() async throws {
        try await withServer(
            limits: .hasty { $0.headTimeout = .milliseconds(100) },
            configured: {
                $0.trustedProxies = [AddressRange("127.0.0.1")].compactMap(\.self)
                $0.proxyProtocol = .required
            }
        ) { server in
            let client = try await server.client(prelude: Array("PROXY ".utf8))
            #expect(await client.receivedUntilClosed() == "")
        }
    }
}
