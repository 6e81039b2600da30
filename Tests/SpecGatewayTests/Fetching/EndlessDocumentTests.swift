import NIOCore
import OpenAPIModel
import Testing

@testable import SpecGateway

/// Servers that send more than anybody wants, or never come to an end.
@Suite struct EndlessDocumentTests {
    static let start = "openapi: 3.1.0\ninfo: {title: Endless, version: \"1\"}\npaths: {}\n"
    static let trickle = String(repeating: "# and so on\n", count: 4)
    static let flood = String(repeating: "# and so on\n", count: 4_000)

    static let cases: [(reply: ScriptedServer.Reply, reason: String)] = [
        (.init(endless: start, length: 1 << 30, pause: .milliseconds(5)), "has more than 100000 bytes"),
        (.init(endless: flood, length: 1 << 30, pause: .zero), "has more than 100000 bytes"),
        (.init(endless: flood, length: nil, pause: .zero), "has more than 100000 bytes"),
        (
            .init(endless: trickle, length: 90_000, pause: .milliseconds(5)),
            "was not there completely after 0.3 seconds"
        ),
        (.init(endless: trickle, length: nil, pause: .milliseconds(5)), "was not there completely after 0.3 seconds"),
    ]

    /// As much time as it takes for those that are too large.
    private static func source(
        _ server: ScriptedServer, _ reason: String, path: String = "/spec"
    ) -> RemoteSource {
        var source = RemoteSource.url(server.url + path)
        source.limits.maximumBytes = 100_000
        source.limits.timeout = reason.hasPrefix("has more") ? .seconds(500) : .milliseconds(300)
        source.cache = nil
        // The entry document of a test about what it refers to may come late on a busy machine.
        source.send = { url, fields, limits in
            var limits = limits
            if url.hasSuffix("/entry") { limits.timeout = .seconds(500) }
            return try await Fetcher.network(url, fields, limits)
        }
        return source
    }

    @Test(.timeLimit(.minutes(10)), arguments: cases.indices)
    func `are left, and the description is refused for what they do`(index: Int) async throws {
        let (reply, reason) = Self.cases[index]
        let server = try await ScriptedServer.start { _ in reply }
        let loaded = await Self.source(server, reason).current()
        #expect(loaded.document == nil)
        #expect(loaded.diagnostics.map(\.code) == [.unreadableSource])
        #expect(loaded.diagnostics.first?.message == "\"\(server.url)/spec\" \(reason).")
        #expect(loaded.diagnostics.first?.hint != nil)
        // What the limit and the buffers of two sockets take, not a gigabyte.
        #expect(server.octetsSent < 32 << 20)
        try await server.stop()
    }

    @Test(.timeLimit(.minutes(10)), arguments: cases.indices)
    func `are left where references lead to them, which costs an operation alone`(index: Int) async throws {
        let (reply, reason) = Self.cases[index]
        let description = """
            openapi: 3.1.0
            info: { title: A, version: "1" }
            paths:
              /a: { get: { parameters: [{ $ref: x.yaml }], responses: {} } }
              /b: { get: { responses: {} } }
            """
        let server = try await ScriptedServer.start { $0.path == "/entry" ? .init(body: description) : reply }
        let loaded = await Self.source(server, reason, path: "/entry").current()
        #expect(loaded.diagnostics.map(\.code) == [.unresolvableReference])
        #expect(loaded.diagnostics.first?.message.contains(reason) == true, "\(loaded.diagnostics)")
        #expect(loaded.document?.operations.map(\.isBroken) == [true, false])
        try await server.stop()
    }
}
