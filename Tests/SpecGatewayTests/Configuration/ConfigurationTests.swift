import OpenAPIModel
import SpecRouter
import Testing

@testable import SpecGateway

@Suite struct ConfigurationTests {
    private static func read(_ text: String) throws(DiagnosticError) -> GatewayConfiguration {
        try GatewayConfiguration(parsing: Array(text.utf8), name: "gateway.yaml", directory: "/etc/gateway")
    }

    private static let example = """
        specs:
          - name: MyOpenAPIRouter
            source: petstore.yaml
            mount: /v1
            poll: 30s
            nodes: { pets.get: { use: echo } }
            policy: { unknownQuery: refuse }
          - source: https://example.com/openapi.yaml
          - source: igniteconnex:spec-1
        nodes:
          pets.list: { use: mock }
          pets.create: { use: respond, status: 201, json: { id: 1 }, headers: { X-Made: by hand } }
        fallback: mock
        security:
          ApiKey:
            keys: [ { name: alice, sha256: "\(String(repeating: "ab", count: 32))", expires: 2030-01-01T00:00:00Z } ]
          Any: { accept: any }
        policy: { unboundOperations: fallback, responses: { status: report } }
        registry: { url: "https://registry.example", header: X-Key, keyFile: key.txt }
        limits: { body: 2MiB, head: 8192, nodeTimeout: 500ms, idleTimeout: 5m }
        server: { host: 127.0.0.1, port: 0, threads: 2, accessLog: json }
        """

    @Test func `a configuration is read as it stands`() throws {
        let configuration = try Self.read(Self.example)
        #expect(
            configuration.specs.map(\.source) == [
                .file("/etc/gateway/petstore.yaml"), .url("https://example.com/openapi.yaml"), .igniteConnex("spec-1"),
            ])
        #expect(configuration.specs.map(\.name) == ["MyOpenAPIRouter", nil, nil])
        #expect(configuration.specs.map(\.mount) == ["/v1", nil, nil])
        #expect(configuration.specs.map(\.poll) == [.seconds(30), nil, nil])
        #expect(configuration.nodes.keys.sorted() == ["pets.create", "pets.list"])
        #expect(configuration.fallback == .mock)
        #expect(configuration.security.keys.sorted() == ["Any", "ApiKey"])
        #expect(configuration.registry.url == "https://registry.example")
        #expect(configuration.registry.keyFile == "/etc/gateway/key.txt")
        #expect(configuration.limits.bodyBytes == 2 << 20)
        #expect(configuration.limits.headBytes == 8192)
        #expect(configuration.limits.nodeTimeout == .milliseconds(500))
        #expect(configuration.limits.idleTimeout == .seconds(300))
        #expect(configuration.server.port == 0)
        #expect(configuration.server.threads == 2)
        #expect(configuration.server.accessLog == .json)
    }

    @Test func `what one description says stands before what is said for all`() throws {
        let configuration = try Self.read(Self.example)
        let gateway = Gateway(configuration)
        #expect(gateway.specs.map { $0.nodes.ids.count } == [3, 2, 2])
        #expect(gateway.specs.map(\.policy.unknownQuery) == [.refuse, .ignore, .ignore])
        #expect(gateway.specs.map(\.policy.unboundOperations) == [.fallback, .fallback, .fallback])
        #expect(gateway.specs.map(\.policy.responses.status) == [.report, .report, .report])
        #expect(gateway.specs.map(\.policy.responses.body) == [.enforce, .enforce, .enforce])
    }

    @Test func `JSON is a configuration as well`() throws {
        #expect(
            try Self.read(#"{"specs": [{"source": "a.json"}]}"#).specs.map(\.source) == [.file("/etc/gateway/a.json")])
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var text: String
        var line: Int
        var column: Int
        var message: String
        var hint: String?
        var testDescription: String { message }
    }

    static let wrong = [
        Wrong(
            text: "specs: [{source: a}]\nsever: {port: 1}", line: 2, column: 1,
            message: "\"sever\" is no key of the configuration.", hint: "Did you mean \"server\"?"),
        Wrong(
            text: "specs:\n  - source: a\n    mont: /v1", line: 3, column: 5,
            message: "\"mont\" is no key of \"specs[0]\".", hint: "Did you mean \"mount\"?"),
        Wrong(
            text: "specs: [{source: a}]\nserver:\n  accesslog: text", line: 3, column: 3,
            message: "\"accesslog\" is no key of \"server\".", hint: "Did you mean \"accessLog\"?"),
        Wrong(
            text: "specs: [{source: a}]\nnodes:\n  x: {use: mock, staus: 201}", line: 3, column: 18,
            message: "\"staus\" is no key of \"nodes.x\".", hint: "Did you mean \"status\"?"),
        Wrong(
            text: "specs: [{source: a}]\nserver: {port: 70000}", line: 2, column: 16,
            message: "\"server.port\" must be at most 65535.", hint: nil),
        Wrong(
            text: "specs: [{source: a}]\nlimits: {body: 1MB}", line: 2, column: 16,
            message: "\"limits.body\" must match the pattern \"^[0-9]{1,9}(B|KiB|MiB|GiB)$\".",
            hint: "It is: Octets: a number, or 64KiB, 1MiB."),
        Wrong(
            text: "specs: [{source: a}]\nfallback: proxy", line: 2, column: 11,
            message: "\"fallback\" must be \"none\", \"echo\" or \"mock\".", hint: nil),
        Wrong(
            text: "specs: [{source: a}]\nnodes: {x: {use: mock, status: 201}}", line: 2, column: 32,
            message: "\"status\" is only for a node with \"use: respond\".", hint: nil),
        Wrong(
            text: "nodes: {}", line: 1, column: 1,
            message: "The configuration is missing the required property \"specs\".",
            hint: nil),
    ]

    @Test(arguments: wrong)
    func `what is wrong is named with its place and what is right`(wrong: Wrong) {
        let error = #expect(throws: DiagnosticError.self) { _ = try Self.read(wrong.text) }
        let found = error?.diagnostics.first
        #expect(error?.diagnostics.count == 1)
        #expect(found?.location?.description == "gateway.yaml:\(wrong.line):\(wrong.column)")
        #expect(found?.message == wrong.message)
        #expect(found?.hint == wrong.hint || wrong.hint == nil)
    }

    @Test func `all that is wrong is found at once`() {
        let error = #expect(throws: DiagnosticError.self) {
            _ = try Self.read("specs: [{sorce: a}]\nsever: {}\nlimits: {body: x}")
        }
        #expect((error?.diagnostics.count ?? 0) >= 4)
    }

    @Test func `a file that is not there is named`() {
        let error = #expect(throws: DiagnosticError.self) { _ = try GatewayConfiguration.load(file: "/nowhere.yaml") }
        #expect(error?.diagnostics.first?.message.contains("/nowhere.yaml") == true)
    }

    @Test(
        arguments: [
            ("500ms", Duration.milliseconds(500)), ("30s", .seconds(30)), ("5m", .seconds(300)), ("1h", .seconds(3600)),
            ("30", nil), ("s", nil), ("-1s", nil), ("1d", nil), ("9999999999s", nil), ("", nil),
        ] as [(String, Duration?)])
    func `durations`(text: String, duration: Duration?) {
        #expect(Quantity.duration(text) == duration)
    }

    @Test(
        arguments: [
            ("512", 512), ("512B", 512), ("64KiB", 65536), ("1MiB", 1_048_576), ("2GiB", 2_147_483_648), ("1MB", nil),
            ("MiB", nil), ("9999999999", nil), ("", nil),
        ] as [(String, Int?)])
    func `sizes`(text: String, size: Int?) {
        #expect(Quantity.size(text) == size)
    }
}
