import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

struct `A client behind proxies` {
    struct Case: Sendable, CustomTestStringConvertible {
        let fields: [(String, String)]
        let route: String
        let rest: String
        var testDescription: String { fields.map { "\($0.0): \($0.1)" }.joined(separator: ", ") }

        /// - Parameter rest: scheme and host.
        init(_ fields: (String, String)..., route: String, _ rest: String = "http -") {
            self.fields = fields
            self.route = route
            self.rest = rest
        }
    }

    static let x = [
        Case(route: "10.0.0.1"),
        Case(("X-Forwarded-For", "203.0.113.9"), route: "203.0.113.9 10.0.0.1"),
        Case(("X-Forwarded-For", "6.6.6.6, 203.0.113.9"), route: "203.0.113.9 10.0.0.1"),
        Case(
            ("x-forwarded-for", "6.6.6.6, 203.0.113.9,10.0.0.2 , 10.0.0.3"),
            route: "203.0.113.9 10.0.0.2 10.0.0.3 10.0.0.1"),
        Case(("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-For", "203.0.113.9"), route: "203.0.113.9 10.0.0.1"),
        Case(("X-Forwarded-For", "10.0.0.9, 10.0.0.8"), route: "10.0.0.9 10.0.0.8 10.0.0.1"),
        Case(("X-Forwarded-For", "6.6.6.6, unknown"), route: "10.0.0.1"),
        Case(("X-Forwarded-For", "6.6.6.6,"), route: "10.0.0.1"),
        Case(("X-Forwarded-For", "203.0.113.9:4711"), route: "203.0.113.9 10.0.0.1"),
        Case(("X-Forwarded-For", "[2001:db8::1]:4711"), route: "2001:db8::1 10.0.0.1"),
        Case(("X-Forwarded-For", "2001:db8::1"), route: "2001:db8::1 10.0.0.1"),
        Case(
            ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "HTTPS"), ("X-Forwarded-Host", "a.example:8443"),
            route: "203.0.113.9 10.0.0.1", "https a.example:8443"),
        Case(("X-Forwarded-Proto", "https"), route: "10.0.0.1", "https -"),
        Case(
            ("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 10.0.0.2"), ("X-Forwarded-Proto", "http, https, http"),
            route: "203.0.113.9 10.0.0.2 10.0.0.1", "https -"),
        Case(
            ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "gopher"), ("X-Forwarded-Host", "a b"),
            route: "203.0.113.9 10.0.0.1"),
        Case(("Forwarded", "for=6.6.6.6;proto=https"), route: "10.0.0.1"),
    ]

    @Test(arguments: x)
    func `is told by X-Forwarded-For`(_ example: Case) throws { try check(example, .x) }

    static let standard = [
        Case(("Forwarded", "for=203.0.113.9"), route: "203.0.113.9 10.0.0.1"),
        Case(
            ("Forwarded", "For=\"[2001:db8::1]:80\";PROTO=https;host=\"a.example:1\";by=10.0.0.1"),
            route: "2001:db8::1 10.0.0.1", "https a.example:1"),
        Case(
            ("Forwarded", "for=6.6.6.6;host=evil, for=203.0.113.9;host=a.example, for=10.0.0.2;proto=https"),
            route: "203.0.113.9 10.0.0.2 10.0.0.1", "https a.example"),
        Case(("Forwarded", "for=6.6.6.6"), ("Forwarded", "for=203.0.113.9"), route: "203.0.113.9 10.0.0.1"),
        Case(("Forwarded", "for=_hidden;proto=https"), route: "10.0.0.1", "https -"),
        Case(("Forwarded", "for=unknown"), route: "10.0.0.1"),
        Case(("Forwarded", "for=203.0.113.9;"), route: "10.0.0.1"),
        Case(("Forwarded", "for=\"203.0.113.9"), route: "10.0.0.1"),
        Case(("Forwarded", "203.0.113.9"), route: "10.0.0.1"),
        Case(("Forwarded", "for=2001:db8::1"), route: "10.0.0.1"),
        Case(("X-Forwarded-For", "6.6.6.6"), route: "10.0.0.1"),
    ]

    @Test(arguments: standard)
    func `is told by Forwarded`(_ example: Case) throws { try check(example, .standard) }

    private func check(_ example: Case, _ choice: ClientFieldChoice) throws {
        let trusted = TrustedProxies([try #require(AddressRange("10.0.0.0/8"))], choice)
        let peer = RequestClient(address: "10.0.0.1", scheme: "http")
        let client = trusted.client(behind: peer, example.fields.map { (name: $0.0, value: $0.1) })
        #expect(client.route.joined(separator: " ") == example.route)
        #expect("\(client.scheme) \(client.host ?? "-")" == example.rest)
        #expect(client.address == client.route.first)
    }

    @Test func `is looked for in so many fields at most`() throws {
        let trusted = TrustedProxies([try #require(AddressRange("0.0.0.0/0"))], .x)
        let list = Array(repeating: "10.0.0.1", count: 10_000).joined(separator: ",")
        let client = trusted.client(
            behind: RequestClient(address: "10.0.0.1", scheme: "http"), [("X-Forwarded-For", list)])
        #expect(client.route.count == 33)
    }

    static let request =
        "GET /api/v1/pets/1 HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6, 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"
        + "X-Forwarded-Host: front.example\r\nX-Forwarded-Prefix: /v\r\n\r\n"

    @Test func `reaches the upstream`() async throws {
        let (head, _) = try await ProxyServer.exchange(
            Self.request,
            configured: { $0.trustedProxies = [AddressRange("127.0.0.0/8")].compactMap(\.self) })
        #expect(head.contains("X-Forwarded-For: 203.0.113.9, 127.0.0.1"))
        #expect(head.contains("X-Forwarded-Proto: https"))
        #expect(head.contains("X-Forwarded-Host: front.example"))
        #expect(head.contains("X-Forwarded-Prefix: /v"))
    }

    @Test(arguments: [("127.0.0.1", "client=203.0.113.9 "), ("10.0.0.0/8", "client=127.0.0.1 ")])
    func `is in the access log`(_ range: String, _ words: String) async throws {
        let log = Mutex<[UInt8]>([])
        try await withServer(
            accessLog: .text, log: { lines in log.withLock { $0 += lines } },
            configured: { $0.trustedProxies = [AddressRange(range)].compactMap(\.self) }
        ) { server in
            let client = try await server.client(
                sending: "GET /now HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6, 203.0.113.9\r\n\r\n")
            _ = await client.answers(1)
        }
        #expect(log.withLock { String(decoding: $0, as: UTF8.self) }.contains(words))
    }
}
