import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct FetcherTests {
    private static let key = HeaderCredential(field: "X-API-Key", secret: Secret("k3y"))

    private static func fetch(
        _ url: String, known: Validators? = nil, _ change: (inout FetchLimits) -> Void = { _ in }
    ) async throws -> Fetcher.Result {
        var limits = FetchLimits()
        change(&limits)
        let address = try #require(WebAddress(url))
        return try await Fetcher(limits: limits, send: Fetcher.network).fetch(address, credential: key, known: known)
    }

    @Test func `a redirect to another origin takes no credential along, and none comes back`() async throws {
        let other = try await ScriptedServer.start { _ in .init(status: 302, fields: ["Location": "/again"]) }
        let first = try await ScriptedServer.start { _ in .init() }
        first.change { request in
            switch request.path {
            case "/same": .init(status: 307, fields: ["Location": "away"])
            case "/away": .init(status: 301, fields: ["Location": "\(other.url)/spec"])
            default: .init(body: "done")
            }
        }
        other.change { _ in .init(status: 308, fields: ["Location": "\(first.url)/back"]) }
        guard case .description(let bytes, _) = try await Self.fetch("\(first.url)/same") else {
            Issue.record("nothing was fetched")
            return
        }
        #expect(String(decoding: bytes, as: UTF8.self) == "done")
        #expect(first.requests.map { $0.fields["x-api-key"] } == ["k3y", "k3y", nil])
        #expect(other.requests.map { $0.fields["x-api-key"] } == [nil])
        try await first.stop()
        try await other.stop()
    }

    @Test(arguments: [
        (ScriptedServer.Reply(status: 401), FetchFault.refused(401)), (.init(status: 403), .refused(403)),
        (.init(status: 404), .notFound(404)), (.init(status: 410), .notFound(410)), (.init(status: 500), .status(500)),
        (.init(status: 302, fields: ["Location": "/loop"]), .tooManyRedirects(5)),
        (.init(status: 302, fields: ["Location": "file:///etc/passwd"]), .badRedirect),
        (.init(status: 302), .badRedirect),
        (.init(body: String(repeating: "a", count: 2000)), .tooLarge(1000)),
        (.init(isSilent: true), .timedOut(.milliseconds(200))),
    ])
    func `what is not a description is a fault of its own kind`(reply: ScriptedServer.Reply, fault: FetchFault)
        async throws
    {
        let server = try await ScriptedServer.start { _ in reply }
        let thrown = await #expect(throws: FetchFault.self) {
            _ = try await Self.fetch("\(server.url)/spec") {
                $0.maximumBytes = 1000
                if case .timedOut(let timeout) = fault { $0.timeout = timeout }
            }
        }
        #expect(thrown == fault)
        try await server.stop()
    }

    @Test func `nobody listening is an outage`() async throws {
        let server = try await ScriptedServer.start { _ in .init() }
        let url = server.url
        try await server.stop()
        let fault = await #expect(throws: FetchFault.self) { _ = try await Self.fetch("\(url)/spec") }
        #expect(fault?.isOutage == true)
    }

    @Test func `what is known is asked for conditionally, where it came from`() async throws {
        let server = try await ScriptedServer.start { request in
            request.fields["if-none-match"] == "\"v1\""
                ? .init(status: 304) : .init(fields: ["ETag": "\"v1\""], body: "x")
        }
        guard case .description(_, let validators?) = try await Self.fetch("\(server.url)/spec") else {
            Issue.record("nothing was fetched")
            return
        }
        guard case .unchanged = try await Self.fetch("\(server.url)/spec", known: validators) else {
            Issue.record("it was fetched again")
            return
        }
        guard case .description = try await Self.fetch("\(server.url)/other", known: validators) else {
            Issue.record("another address was taken for the same")
            return
        }
        try await server.stop()
    }

    @Test(
        arguments: [
            ("https://example.com/a?token=x#y", "https://example.com/a"), ("HTTP://Example.com", "HTTP://Example.com"),
            ("http://user:password@example.com/", nil), ("ftp://example.com/", nil), ("example.com", nil), ("", nil),
        ] as [(String, String?)])
    func `an address shows no query and takes no password`(url: String, shown: String?) {
        #expect(WebAddress(url)?.description == shown)
    }

    @Test(arguments: [
        ("https://a.example", "https://A.example:443/x", true), ("http://a.example", "https://a.example", false),
        ("http://a.example", "http://a.example:81", false), ("http://a.example", "http://b.example", false),
    ])
    func `an origin is scheme, host and port`(left: String, right: String, isSame: Bool) {
        #expect((WebAddress(left)?.origin == WebAddress(right)?.origin) == isSame)
    }
}
