import Logging
import OpenAPIModel
import SpecRouter
import Synchronization
import Testing

@testable import SpecGateway

@Suite struct GatewayTests {
    /// What a gateway said while it ran.
    final class Journal: Sendable {
        private let addresses = AsyncStream.makeStream(of: ListeningAddress.self)
        private let reports = Mutex<[[Diagnostic]]>([])

        var reported: [[Diagnostic]] { reports.withLock { $0 } }

        func address() async -> ListeningAddress? {
            for await address in addresses.stream { return address }
            return nil
        }

        /// Nothing will be announced any more: who waits for an address is let go.
        func end() { addresses.continuation.finish() }

        func attach(to gateway: inout Gateway, _ logger: Logger?) {
            gateway.server.port = 0
            gateway.server.threads = 2
            gateway.server.accessLog = .off
            gateway.logger = logger ?? Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            gateway.announce = { [self] in addresses.continuation.yield($0) }
            gateway.report = { [self] diagnostics in reports.withLock { $0.append(diagnostics) } }
        }

        /// Waits until so many loads were reported.
        func reports(_ count: Int) async throws {
            for _ in 0..<2000 where reported.count < count { try await Task.sleep(for: .milliseconds(5)) }
            try #require(reported.count >= count)
        }
    }

    /// Runs the gateway while `body` talks to it.
    func running(
        _ gateway: Gateway, logger: Logger? = nil, _ body: (Int, Journal) async throws -> Void
    ) async throws {
        var gateway = gateway
        let journal = Journal()
        journal.attach(to: &gateway, logger)
        let running = gateway
        try await withThrowingTaskGroup { group in
            group.addTask {
                defer { journal.end() }
                try await running.run()
            }
            let address = try #require(await journal.address())
            try await body(address.port, journal)
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    private func status(_ path: String, port: Int) async throws -> Int? {
        let client = try await SocketClient(port: port)
        client.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        return Answer.parse(await client.receivedUntilClosed()).first?.status
    }

    private static var echo: NodeRegistry {
        var nodes = NodeRegistry()
        nodes.fallback(.echo)
        return nodes
    }

    @Test func `loading opens no socket and gives the API`() async throws {
        try await withDirectory { directory in
            try write(description("One", paths: ["/a", "/b"]), to: directory + "/one.yaml")
            let gateway = Gateway(.file(directory + "/one.yaml"), nodes: Self.echo)
            let compilation = try await gateway.load()
            let api = try #require(compilation.api)
            #expect(api.operations.map(\.key) == ["GET /a", "GET /b"])
        }
    }

    @Test(arguments: ["openapi: 3.1.0\ninfo: [", "just text", "{}"])
    func `what is no description is thrown as diagnostics`(text: String) async throws {
        try await withDirectory { directory in
            try write(text, to: directory + "/one.yaml")
            let error = await #expect(throws: DiagnosticError.self) {
                _ = try await Gateway(.file(directory + "/one.yaml")).load()
            }
            #expect(error?.diagnostics.isEmpty == false)
        }
    }

    @Test func `without a description there is nothing to serve`() async throws {
        await #expect(throws: DiagnosticError.self) { _ = try await Gateway(specs: []).load() }
    }

    @Test func `a strict gateway refuses what a lenient one serves in part`() async throws {
        try await withDirectory { directory in
            let path = directory + "/one.yaml"
            try write(description("One") + "  /b: {get: {responses: {\"200\": {$ref: '#/nowhere'}}}}\n", to: path)
            var gateway = Gateway(.file(path), nodes: Self.echo)
            let diagnostics = try await gateway.load().diagnostics
            #expect(diagnostics.contains { $0.severity == .error })
            gateway.strictness = .strict
            let strict = gateway
            await #expect(throws: DiagnosticError.self) { _ = try await strict.load() }
        }
    }

    @Test func `a change is taken over, a wrong one is not, and the log says both`() async throws {
        try await withDirectory { directory in
            let path = directory + "/one.yaml"
            try write(description("One"), to: path)
            try await running(Gateway(.file(path, poll: .milliseconds(20)), nodes: Self.echo)) { port, journal in
                try await expect("/a", 200, port)
                try await expect("/b", 404, port)
                try write(description("One", paths: ["/a", "/b"]), to: path)
                try await journal.reports(2)
                try await expect("/b", 200, port)
                try write("openapi: 3.1.0\ninfo: [", to: path)
                try await journal.reports(3)
                #expect(journal.reported.last?.contains { $0.severity == .error } == true)
                try await expect("/b", 200, port)
                try write(description("One"), to: path)
                try await expect("/b", 404, port)
            }
        }
    }

    /// A swap follows its report by a moment.
    private func expect(_ path: String, _ expected: Int, _ port: Int) async throws {
        for _ in 0..<500 {
            if try await status(path, port: port) == expected { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("\(path) never answered \(expected)")
    }

    @Test func `a wish to reload reads all descriptions anew`() async throws {
        try await withDirectory { directory in
            let path = directory + "/one.yaml"
            try write(description("One"), to: path)
            let gateway = Gateway(.file(path, poll: .seconds(3600)), nodes: Self.echo)
            try await running(gateway) { port, journal in
                for (count, paths) in [(2, ["/b"]), (3, ["/c"])] {
                    try write(description("One", paths: paths), to: path)
                    gateway.reload()
                    try await journal.reports(count)
                    try await expect(paths[0], 200, port)
                    try await expect("/a", 404, port)
                }
            }
        }
    }

    @Test func `a cancelled gateway ends at once, whatever is in flight`() async throws {
        try await withDirectory { directory in
            try write(description("One"), to: directory + "/one.yaml")
            var nodes = NodeRegistry()
            nodes.fallback { _ in
                try await Task.sleep(for: .seconds(60))
                return .text("late")
            }
            let clock = ContinuousClock()
            var cancelled = clock.now
            try await running(Gateway(.file(directory + "/one.yaml"), nodes: nodes)) { port, _ in
                let client = try await SocketClient(port: port)
                client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
                try await Task.sleep(for: .milliseconds(50))
                cancelled = clock.now
            }
            #expect(clock.now - cancelled < .seconds(20))
        }
    }

    @Test func `what is only for trying is said at the start`() async throws {
        try await withDirectory { directory in
            try write(description("One"), to: directory + "/one.yaml")
            var policy = Policy()
            policy.problems = .verbose
            let gateway = Gateway(
                .file(directory + "/one.yaml"), nodes: Self.echo, security: .acceptAny, policy: policy)
            try await running(gateway) { _, journal in
                let codes = journal.reported.first?.map(\.code.rawValue) ?? []
                #expect(codes.contains("any-credential"))
                #expect(codes.contains("verbose-problems"))
            }
        }
    }

    private static let remarkable = """
        openapi: 3.1.0
        info: { title: A, version: "1" }
        paths:
          /a:
            get:
              parameters: [ { name: q, in: query, schema: { type: string, nullable: true } } ]
              responses: { "204": { description: Done. } }
        components: { schemas: { Unused: { type: string } } }
        """

    private static let remarks: [(levels: [Diagnostic.Code: LintLevel], codes: [Diagnostic.Code])] = [
        ([:], ["nullable-keyword"]),
        (["nullable-keyword": .off], []),
        (["nullable-keyword": .note, "unused-component": .error], ["unused-component"]),
    ]

    @Test(arguments: remarks)
    func `what lint rules find is said once it is served`(
        levels: [Diagnostic.Code: LintLevel], codes: [Diagnostic.Code]
    ) async throws {
        try await withDirectory { directory in
            try write(Self.remarkable, to: directory + "/a.yaml")
            let source = FileSource(directory + "/a.yaml")
            let gateway = Gateway(specs: [Gateway.Spec(source, nodes: Self.echo, lint: levels)])
            #expect(try await gateway.load().diagnostics.isEmpty)
            try await running(gateway) { _, journal in
                try await journal.reports(codes.isEmpty ? 1 : 2)
                #expect(journal.reported.flatMap(\.self).map(\.code) == codes)
            }
        }
    }

    @Test func `a rule that is set to be an error refuses a description where every error does`() async throws {
        try await withDirectory { directory in
            try write(Self.remarkable, to: directory + "/a.yaml")
            let source = FileSource(directory + "/a.yaml")
            var gateway = Gateway(specs: [Gateway.Spec(source, nodes: Self.echo, lint: ["nullable-keyword": .error])])
            #expect(try await gateway.load().api != nil)
            gateway.strictness = .strict
            let strict = gateway
            let error = await #expect(throws: DiagnosticError.self) { try await strict.load() }
            #expect(error?.diagnostics.map(\.code) == ["nullable-keyword"])
        }
    }

    @Test func `two descriptions are served under their mounts`() async throws {
        try await withDirectory { directory in
            try write(description("One"), to: directory + "/one.yaml")
            try write(description("Two"), to: directory + "/two.yaml")
            let specs = ["one", "two"].map { name in
                Gateway.Spec(FileSource("\(directory)/\(name).yaml"), mount: "/\(name)", nodes: Self.echo)
            }
            try await running(Gateway(specs: specs)) { port, _ in
                try await expect("/one/a", 200, port)
                try await expect("/two/a", 200, port)
                try await expect("/a", 404, port)
                try await expect("/one/openapi.json", 200, port)
            }
        }
    }

    @Test func `descriptions that claim the same place are refused`() async throws {
        try await withDirectory { directory in
            try write(description("One"), to: directory + "/one.yaml")
            try write(description("Two"), to: directory + "/two.yaml")
            let specs = ["one", "two"].map { Gateway.Spec(FileSource("\(directory)/\($0).yaml"), nodes: Self.echo) }
            await #expect(throws: DiagnosticError.self) { _ = try await Gateway(specs: specs).load() }
        }
    }

    @Test func `a port in use is one sentence that names it`() async throws {
        try await withDirectory { directory in
            try write(description("One"), to: directory + "/one.yaml")
            let gateway = Gateway(.file(directory + "/one.yaml"), nodes: Self.echo)
            try await running(gateway) { port, _ in
                var second = gateway
                second.server.port = port
                second.report = { _ in }
                let same = second
                let error = await #expect(throws: ServerError.self) { try await same.run() }
                #expect(error?.description.contains("127.0.0.1:\(port) is in use") == true)
            }
        }
    }

    @Test func `no request fails while descriptions change under load`() async throws {
        try await withDirectory { directory in
            let path = directory + "/one.yaml"
            try write(description("One"), to: path)
            try await running(Gateway(.file(path, poll: .milliseconds(10)), nodes: Self.echo)) { port, journal in
                let answers = try await withThrowingTaskGroup(of: [Answer].self) { group in
                    for _ in 0..<3 { group.addTask { try await Self.ask(port, times: 300) } }
                    for version in 1...6 {
                        try write(
                            version.isMultiple(of: 2)
                                ? "openapi: [" : description("One", paths: ["/a", "/v\(version)"]),
                            to: path)
                        try await journal.reports(1 + version)
                    }
                    return try await group.reduce(into: []) { $0 += $1 }
                }
                #expect(answers.count == 900)
                #expect(answers.allSatisfy { $0.status == 200 })
            }
        }
    }

    private static func ask(_ port: Int, times: Int) async throws -> [Answer] {
        let client = try await SocketClient(port: port)
        for count in 1...times {
            client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = await client.received { $0.components("HTTP/1.1 ") > count }
        }
        return await client.answers(times)
    }
}

extension String {
    /// How many parts the separator makes; cheaper than parsing answers.
    fileprivate func components(_ separator: String) -> Int {
        utf8.split(separator: Array(separator.utf8), omittingEmptySubsequences: false).count
    }
}
